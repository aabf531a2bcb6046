import { instructedBy, type LegalText } from '../code/legal-text.ts';
import { writeDay } from '../kernel/day.ts';
import type { ProposalContent } from '../modification/proposal.ts';
import { dividedText } from '../modification/text/part.ts';
import type { Block, Document } from './block.ts';
import { heading, list, panel, paragraph } from './build.ts';
import { partLines, sentenceCase, writeCommencement } from './prose.ts';
import { NOTICE, paperFooter } from './report.ts';

/** The legal text of a proposal: how to read it, what is to be done to the code, and the redline. */
export function legalTextDocument(input: {
  readonly content: ProposalContent;
  readonly code: { readonly shortTitle: string };
  readonly legalText: LegalText;
}): Document {
  const { content, code, legalText } = input;
  const { paper, attachments } = content.report;
  const letter = attachments.find((one) => /legal text/i.test(one.title))?.letter;
  return {
    id: 'legal-text',
    title: `${content.id} ${content.title}: legal text`,
    language: 'en-GB',
    dated: paper.dated,
    author: 'Code Administrator',
    notice: NOTICE,
    cover: {
      kicker: letter === undefined ? 'Legal text' : `Attachment ${letter}: legal text`,
      title: `${content.id}: ${content.title}`,
      blocks: [
        panel('What this document changes', [
          paragraph(
            `It amends ${code.shortTitle} v${content.draftedAgainst}. Words to be inserted are underlined and words to be deleted are struck through.`,
          ),
        ]),
        panel('Takes effect', [
          content.parts === undefined
            ? paragraph(`${sentenceCase(writeCommencement(content.implementation))}.`)
            : list(partLines(content)),
        ]),
      ],
    },
    footer: paperFooter(content.id, paper.number, paper.version, writeDay(paper.dated), paper.classification),
    contents: false,
    blocks: [
      heading('Instructions', 1),
      ...instructions(content, legalText),
      heading('Amended text', 1),
      { kind: 'redline', blocks: legalText.blocks },
    ],
  };
}

/** The instructions in order, under the part that each belongs to where the text is divided. */
function instructions(content: ProposalContent, legalText: LegalText): readonly Block[] {
  const { parts, legalText: amendments } = content;
  const made = instructedBy(legalText.before, amendments);
  if (parts === undefined || !made.ok) return [list(legalText.instructions)];
  let from = 0;
  return dividedText({ amendments, parts }).flatMap(({ part, amendments: own }) => {
    from += own.length;
    const said = made.instructed.instructions.slice(from - own.length, from).flat();
    return [heading(`Part ${part.id}: ${part.title}`, 2), ...(said.length === 0 ? [] : [list(said)])];
  });
}
