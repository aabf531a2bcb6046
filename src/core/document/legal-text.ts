import type { Amendment } from '../code/amendment.ts';
import type { RedlineBlock } from '../code/redline.ts';
import { writeDay } from '../kernel/day.ts';
import type { ProposalContent } from '../modification/proposal.ts';
import type { Document } from './block.ts';
import { heading, list, paragraph } from './build.ts';
import { sentenceCase, writeCommencement } from './prose.ts';
import { NOTICE, paperFooter } from './report.ts';

/** What the legal text of a proposal is printed from. */
export interface LegalTextInput {
  readonly content: ProposalContent;
  readonly code: { readonly shortTitle: string };
  /** The whole redline; what did not change is printed only where it stands over a change. */
  readonly redline: readonly RedlineBlock[];
}

/** The legal text of a proposal: how to read it, what is to be done to the code, and the redline. */
export function legalTextDocument(input: LegalTextInput): Document {
  const { content, code } = input;
  const { paper, attachments } = content.report;
  const letter = attachments.find((one) => /legal text/i.test(one.title))?.letter ?? 'B';
  return {
    id: 'legal-text',
    title: `${content.id} ${content.title}: legal text`,
    language: 'en-GB',
    dated: paper.dated,
    author: 'Code Administrator',
    notice: NOTICE,
    cover: {
      kicker: `Attachment ${letter}: legal text`,
      title: `${content.id}: ${content.title}`,
      blocks: [
        {
          kind: 'panel',
          mark: null,
          title: 'What this document changes',
          blocks: [
            paragraph(
              `It amends ${code.shortTitle} v${content.draftedAgainst}. Words to be inserted are underlined and words to be deleted are struck through.`,
            ),
          ],
        },
        {
          kind: 'panel',
          mark: null,
          title: 'Takes effect',
          blocks: [paragraph(`${sentenceCase(writeCommencement(content.implementation))}.`)],
        },
      ],
    },
    footer: paperFooter(content.id, paper.number, paper.version, writeDay(paper.dated), paper.classification),
    contents: false,
    blocks: [
      heading('Instructions', 2),
      list(content.legalText.map((amendment) => instruction(amendment, input.redline))),
      heading('Amended text', 2),
      { kind: 'redline', blocks: aroundChanges(input.redline) },
    ],
  };
}

/** The changed provisions and those that they stand in, in order. */
export function aroundChanges(blocks: readonly RedlineBlock[]): readonly RedlineBlock[] {
  const kept = new Set<RedlineBlock>();
  const over: RedlineBlock[] = [];
  for (const block of blocks) {
    while (over.length > 0 && (over.at(-1)?.depth ?? 0) >= block.depth) over.pop();
    over.push(block);
    if (block.status !== 'same' || block.moved) for (const one of over) kept.add(one);
  }
  return blocks.filter((block) => kept.has(block));
}

function instruction(amendment: Amendment, redline: readonly RedlineBlock[]): string {
  const name = (id: string | null) => nameOf(id, redline);
  switch (amendment.kind) {
    case 'insert':
      return `Insert ${amendment.provision.number ?? amendment.provision.heading ?? 'a provision'}${
        amendment.at.after === null ? '' : ` after ${name(amendment.at.after)}`
      }${amendment.at.parent === null ? '' : ` in ${name(amendment.at.parent)}`}.`;
    case 'substitute':
      return `Substitute the words of ${name(amendment.target)}.`;
    case 'repeal':
      return `Delete ${amendment.provision.number ?? amendment.provision.heading ?? 'the provision'}.`;
    case 'renumber':
      return `Renumber ${amendment.from ?? name(amendment.target)} as ${amendment.to ?? 'unnumbered'}.`;
  }
}

function nameOf(id: string | null, redline: readonly RedlineBlock[]): string {
  const block = redline.find((one) => one.id === id);
  if (block === undefined) return id ?? 'the code';
  const heading = block.heading.map((run) => run.text).join('');
  return block.numberBefore ?? block.numberAfter ?? heading;
}
