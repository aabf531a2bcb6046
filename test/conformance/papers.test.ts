import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/core/document/block.ts';
import { footnotesOf, textOf } from '../../src/core/document/text.ts';
import { renderPaper } from '../../src/format/paper.ts';
import { readDocx } from './support/read-docx.ts';
import { type ReadPaper, readHtml } from './support/read-html.ts';
import { readPdf, rolesOf } from './support/read-pdf.ts';
import { seedPapers } from './support/seed-papers.ts';
import { SPECIMEN } from './support/specimen.ts';

const papers = await seedPapers();
const { report } = papers;
const pdf = await readPdf((await renderPaper(report, 'pdf')).bytes);

/** Milliseconds: laying out a Word document takes seconds on a busy machine. */
const PATIENCE = 120_000;

/** Line and page ends fall elsewhere in each form, so that spaces are no part of the comparison. */
const bare = (text: string) => text.replace(/\s+/g, '');

const all: readonly Document[] = [report, papers.legalText, SPECIMEN];

describe('the forms of a paper say the same words, in the same order, with the same footnotes', () => {
  test.each(all.map((paper) => [paper.id, paper] as const))(
    '%s',
    async (_, paper) => {
      const words = bare(textOf(paper));
      const notes = footnotesOf(paper).map((note) => bare(note.text));
      const html = readHtml(new TextDecoder().decode((await renderPaper(paper, 'html')).bytes));
      const forms: readonly (readonly [string, ReadPaper])[] = [
        ['html', html],
        ['pdf', await readPdf((await renderPaper(paper, 'pdf')).bytes)],
        ['docx', readDocx((await renderPaper(paper, 'docx')).bytes)],
      ];
      for (const [form, read] of forms) {
        expect(bare(read.words), form).toBe(words);
        expect(read.footnotes.map(bare), `footnotes of the ${form}`).toEqual(notes);
      }
    },
    PATIENCE,
  );
});

describe('every part, figure, date and table of the seed report is there', () => {
  const words = textOf(report).replace(/\s+/g, ' ');
  const notes = footnotesOf(report)
    .map((note) => note.text)
    .join(' ');

  test.each([
    ['the stage', 'Stage 01: Initial Modification Report'],
    ['the title', 'SECMP0065: SMETS1 Security Obligations'],
    ['the tracker', 'What stage is this document in the process?'],
    ['the four stages', '01 Initial Assessment'],
    ['the four stages', '02 Refinement Process'],
    ['the four stages', '03 Modification Report'],
    ['the four stages', '04 Decision'],
    ['the path on the cover', 'P3 Proposed progression'],
    ['urgency', 'Urgent Modification Proposal'],
    ['the contact as a role', 'SECAS, the Code Administrator'],
    ['the attachments', 'Attachment A: SECMP0065 Modification Proposal Form'],
    ['the attachments', 'Attachment B: Draft legal text'],
    ['the consultation', '27 March 2018'],
    ['its conclusions', '4 June 2018'],
    ['the day in force', '18 July 2018'],
    ['the version in force', 'v5.20'],
    ['the questionnaire', '27 September 2018'],
    ['the Act', 'section 89 of the Energy Act 2008'],
    ['the licence conditions', 'condition 40 of the gas and condition 46 of the electricity supply licence'],
    ['the year of the licence conditions', 'since 2012'],
    ['the section of the consultation', 'Section 3.7'],
    ['the quoted provisions', 'G3.26 Each Supplier Party'],
    ['the quoted provisions', 'G3.27 Each Supplier Party'],
    ['the quoted provisions', 'G3.28 In Section G3.26'],
    ['the threshold', '250,000'],
    ['the framework', 'G7.19'],
    ['the referenced paragraph', 'G3.28(b)'],
    ['the objective', 'Objective (g)'],
    ['the other objectives', '(a), (b), (c), (d), (e), (f) and (h)'],
    ['the effort', 'Two person-days at most'],
    ['the cost', '£1,200'],
    ['the test of the path', 'D2.6'],
    ['raised', 'Modification Proposal raised 5 October 2018'],
    ['the Panel', '12 October 2018'],
    ['consultation', 'Modification Report Consultation 15 to 19 October 2018'],
    ['the vote', 'Change Board vote 24 October 2018'],
    ['implementation', '8 November 2018, if a decision to approve is made by 24 October 2018'],
    ['no working group', 'no Working Group'],
    ['terms of reference', 'Terms of reference'],
    ['the glossary', 'BEIS Department for Business, Energy and Industrial Strategy'],
    ['the glossary', 'DCC Data Communications Company'],
    ['the glossary', 'IMR Initial Modification Report'],
    ['the glossary', 'SEC Smart Energy Code'],
    ['the glossary', 'SECAS Smart Energy Code Administrator and Secretariat'],
    ['the glossary, as printed', 'SFC Security Controls Framework'],
    ['the glossary', 'SMETS1 Smart Metering Equipment Technical Specifications 1'],
    ['the glossary', 'SSC Security Sub-Committee'],
    ['whose words these are', 'Illustrative drafting'],
  ])('%s: %s', (_, expected) => {
    expect(words).toContain(expected);
  });

  test('the footnotes carry the objective and the rate', () => {
    expect(notes).toContain('efficiently and openly');
    expect(notes).toContain('£600');
  });

  test('the foot of every page carries paper, version, day, class and number of pages', () => {
    for (const [at, page] of pdf.pages.entries()) {
      for (const item of ['SECP 61_1210_15', 'SECMP0065', 'Version 0.2', '9 October 2018', 'White']) {
        expect(page.furniture).toContain(item);
      }
      expect(bare(page.furniture)).toContain(`Page${at + 1}of${pdf.pages.length}`);
    }
  });

  test('the sections are numbered as in the seed report', () => {
    const sections = report.blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 1 ? [`${block.number ?? ''} ${block.text}`.trim()] : [],
    );
    expect(sections).toEqual([
      'About this Document',
      '1 Summary',
      '2 What is the issue?',
      '3 Solution',
      '4 Potential impacts',
      '5 Potential costs',
      '6 Proposed progression',
      '7 Implementation',
      '8 Recommendations',
      'Appendix 1: Glossary',
    ]);
  });

  test('the boxes cross Large and Small Supplier Parties and no system', () => {
    const crossed = report.blocks.flatMap((block) =>
      block.kind === 'table' && block.table.columns[1]?.title === 'Affected'
        ? block.table.rows.map((row) => row.map((cell) => cell.map((one) => ('text' in one ? one.text : '')).join('')))
        : [],
    );
    const x = crossed.filter(([, mark]) => mark === 'X').map(([name]) => name);
    expect(crossed).toHaveLength(20);
    expect(x).toEqual([
      'Large Supplier Parties',
      'Small Supplier Parties',
      'Large Supplier Parties',
      'Small Supplier Parties',
    ]);
  });
});

describe('the PDF is an accessible document', () => {
  test('it says that it conforms to PDF/UA-1, and is tagged', () => {
    expect(pdf.xmp).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(pdf.marked).toBe(true);
  });

  test('it has a language, a title, an author and the day of the paper', () => {
    expect(pdf.info).toMatchObject({
      Language: 'en-GB',
      Title: report.title,
      Author: 'Code Administrator',
      CreationDate: 'D:20181009000000Z',
    });
  });

  test('its outline names every section', () => {
    expect(pdf.outline).toContain('6 Proposed progression');
    expect(pdf.outline).toHaveLength(10);
  });

  test('its tag tree has headings, lists, tables with header cells, contents and notes', () => {
    const roles = new Set(pdf.pages.flatMap((page) => rolesOf(page.tags)));
    for (const role of ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Table', 'THead', 'TH', 'TD', 'Caption', 'TOC', 'Note']) {
      expect(roles, role).toContain(role);
    }
  });
});

test.each(['html', 'pdf', 'docx'] as const)(
  'the same paper gives the same bytes as %s',
  async (format) => {
    const [first, second] = [await renderPaper(report, format), await renderPaper(report, format)];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  },
  PATIENCE,
);
