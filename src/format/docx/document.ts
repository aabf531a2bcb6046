import {
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TabStopType,
  TextRun,
  Document as WordDocument,
} from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import type { Document } from '../../core/document/block.ts';
import { formatDay } from '../../core/kernel/day.ts';
import { BlockWriter, TEXT_WIDTH } from './blocks.ts';
import { Notes } from './inlines.ts';
import { repack } from './repack.ts';
import { NUMBERING, STYLES } from './style.ts';

/** A paper as a Word document: real headings, numbering, footnotes, header rows, contents and tracked changes. The same paper gives the same bytes. */
export async function docxDocument(document: Document): Promise<Uint8Array> {
  const date = `${formatDay(document.dated)}T00:00:00Z`;
  const notes = new Notes();
  const writer = new BlockWriter(notes, date);
  const { cover } = document;
  const face = [
    new Paragraph({ style: 'Kicker', text: cover.kicker }),
    new Paragraph({ style: 'Title', text: cover.title }),
    new Paragraph({ style: 'Notice', text: document.notice }),
    ...writer.blocks(cover.blocks),
  ];
  const contents = document.contents
    ? [
        new Paragraph({ style: 'ContentsTitle', text: 'Contents', pageBreakBefore: true }),
        new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2' }),
      ]
    : [];
  const body = writer.blocksOnNewPage(document.blocks);
  const word = new WordDocument({
    title: document.title,
    subject: cover.kicker,
    creator: document.author,
    lastModifiedBy: document.author,
    description: document.notice,
    styles: STYLES,
    numbering: NUMBERING,
    footnotes: notes.footnotes,
    ...(document.contents && { pageNumbers: estimatePageNumbersWith({ guess: true }) }),
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1474, bottom: 1474, left: 1418, right: 1418 } },
        },
        headers: {
          first: new Header({ children: [new Paragraph({ style: 'Furniture' })] }),
          default: header(document),
        },
        footers: { first: footer(document), default: footer(document) },
        children: [...face, ...contents, ...body],
      },
    ],
  });
  return repack(new Uint8Array(await Packer.toArrayBuffer(word)), date);
}

const RIGHT = [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }];

function header(document: Document): Header {
  return new Header({
    children: [
      new Paragraph({
        style: 'Furniture',
        tabStops: RIGHT,
        children: [
          new TextRun(document.cover.title),
          new TextRun({ text: `\t${document.cover.kicker}`, italics: true }),
        ],
      }),
    ],
  });
}

function footer(document: Document): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Furniture',
        tabStops: RIGHT,
        children: [
          new TextRun(document.footer.join('  ·  ')),
          new TextRun({ children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}
