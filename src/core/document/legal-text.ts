import type { LegalText } from '../code/legal-text.ts';
import { writeDay } from '../kernel/day.ts';
import type { ProposalContent } from '../modification/proposal.ts';
import type { Document } from './block.ts';
import { heading, list, panel, paragraph } from './build.ts';
import { sentenceCase, writeCommencement } from './prose.ts';
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
        panel('Takes effect', [paragraph(`${sentenceCase(writeCommencement(content.implementation))}.`)]),
      ],
    },
    footer: paperFooter(content.id, paper.number, paper.version, writeDay(paper.dated), paper.classification),
    contents: false,
    blocks: [
      heading('Instructions', 1),
      list(legalText.instructions),
      heading('Amended text', 1),
      { kind: 'redline', blocks: legalText.blocks },
    ],
  };
}
