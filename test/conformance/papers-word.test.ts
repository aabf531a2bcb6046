import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Provision } from '../../src/core/code/provision.ts';
import { type Reading, readAfter, readBefore, redline } from '../../src/core/code/redline.ts';
import { docxDocument } from '../../src/format/docx/document.ts';
import { libreOffice, settledByOffice } from './support/libre-office.ts';
import { paragraphsOf, partsOf, settled } from './support/read-docx.ts';
import { seedPapers } from './support/seed-papers.ts';
import { SPECIMEN } from './support/specimen.ts';

const { legalText, report } = await seedPapers();
const PATIENCE = 120_000;

type Blocks = ReturnType<typeof redline>;

/** A paper that holds a redline and nothing else beside its face. */
const paperOf = (blocks: Blocks) => ({
  ...SPECIMEN,
  contents: false,
  blocks: [{ kind: 'redline' as const, blocks }],
});

const lineOf = (reading: Reading) =>
  [reading.number ?? '', reading.heading, reading.text].filter((part) => part !== '').join(' ');

async function provisionLines(blocks: Blocks, how: 'accept' | 'reject'): Promise<readonly string[]> {
  const paragraphs = paragraphsOf(partsOf(await docxDocument(paperOf(blocks))));
  return settled(
    paragraphs.filter((one) => one.style === 'Provision'),
    how,
  );
}

describe('tracked changes', () => {
  const [blocks = []] = legalText.blocks.flatMap((block) => (block.kind === 'redline' ? [block.blocks] : []));

  test('accepting all of the legal text gives the words after it', async () => {
    expect(await provisionLines(blocks, 'accept')).toEqual(readAfter(blocks).map(lineOf));
  });

  test('rejecting all of the legal text gives the words before it', async () => {
    expect(await provisionLines(blocks, 'reject')).toEqual(readBefore(blocks).map(lineOf));
  });

  test(
    'hold for any two texts, with insertions, deletions, moves and renumbering',
    async () => {
      const words = fc.string({
        unit: fc.constantFrom('a', 'b', ' ', '<', '&', 'é', '.'),
        minLength: 1,
        maxLength: 12,
      });
      const text = words.map((one) => `x${one.trim()}`);
      const provision = fc.record({ id: fc.constantFrom('p', 'q', 'r', 's', 't'), number: fc.nat(9), text });
      const forest = fc.uniqueArray(provision, { selector: (one) => one.id, maxLength: 5 }).map((all) => ({
        provisions: all.map(
          ({ id, number, text }): Provision => ({
            id,
            kind: 'clause',
            number: `${number}`,
            heading: null,
            text,
            children: [],
          }),
        ),
      }));
      await fc.assert(
        fc.asyncProperty(forest, forest, async (before, after) => {
          const made = redline(before, after);
          expect(await provisionLines(made, 'accept')).toEqual(after.provisions.map(printed));
          expect(await provisionLines(made, 'reject')).toEqual(before.provisions.map(printed));
        }),
        { numRuns: 25 },
      );
    },
    PATIENCE,
  );

  test('are what Word calls tracked: inserted and deleted runs and paragraph marks, each with author and day', () => {
    const kinds = new Set(blocks.flatMap((block) => block.text.map((run) => run.kind)));
    expect(kinds).toEqual(new Set(['same', 'inserted', 'deleted']));
    return docxDocument(legalText).then((bytes) => {
      const xml = partsOf(bytes)['word/document.xml'] ?? '';
      expect(xml).toMatch(/<w:ins [^>]*w:date="2018-10-09T00:00:00Z"/);
      expect(xml).toMatch(/<w:del [^>]*w:author="Proviso"/);
      expect(xml).toMatch(/<w:pPr>(?:(?!<\/w:pPr>).)*<w:rPr>(?:(?!<\/w:rPr>).)*<w:ins /);
    });
  });

  const office = libreOffice();
  const skipped = office === null ? ' (skipped: no LibreOffice on PATH)' : '';
  test.skipIf(office === null).each([
    ['Accept', readAfter(blocks)],
    ['Reject', readBefore(blocks)],
  ] as const)(
    `LibreOffice's own %s all gives the same lines${skipped}`,
    async (how, expected) => {
      const [lines = []] = settledByOffice(office ?? '', [{ docx: await docxDocument(paperOf(blocks)), how }]);
      expect(lines.filter((line) => line !== '').slice(-expected.length)).toEqual(expected.map(lineOf));
    },
    PATIENCE,
  );
});

describe('the report as a Word document', async () => {
  const parts = partsOf(await docxDocument(report));
  const xml = parts['word/document.xml'] ?? '';

  test('has headings that Word numbers itself', () => {
    const headings = paragraphsOf(parts).filter((one) => one.style === 'Heading1');
    expect(headings.map((one) => one.number)).toEqual(['', '1', '2', '3', '4', '5', '6', '7', '8', 'Appendix 1:']);
  });

  test('has tables with header rows, a contents with links, and footnotes with one reference each', () => {
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBe(report.blocks.filter((block) => block.kind === 'table').length);
    expect(xml).toContain('TOC \\h \\o &quot;1-2&quot;');
    expect(xml.match(/<w:footnoteReference /g)?.length).toBe(2);
  });

  test('has page N of M at the foot, a language, a title and the day of the paper', () => {
    const footers = Object.entries(parts).filter(([path]) => /footer\d+\.xml$/.test(path));
    expect(footers.length).toBeGreaterThan(0);
    for (const [, footer] of footers) {
      expect(footer).toContain('NUMPAGES');
      expect(footer).toContain('SECP 61_1210_15');
    }
    expect(parts['word/styles.xml']).toContain('w:lang w:val="en-GB"');
    expect(parts['docProps/core.xml']).toContain(`<dc:title>${report.title}</dc:title>`);
    expect(parts['docProps/core.xml']).toContain('2018-10-09T00:00:00Z');
  });
});

function printed(provision: Provision): string {
  return `${provision.number} ${provision.text}`;
}
