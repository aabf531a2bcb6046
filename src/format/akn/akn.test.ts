import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyProvisions, versionWith } from '../../../test/support/any-document.ts';
import { EXAMPLE, provision } from '../../../test/support/code.ts';
import { day } from '../../core/kernel/day.ts';
import { naming } from './naming.ts';
import { readAknDocument } from './read-document.ts';
import { writeAknAmending } from './write-amending.ts';
import { writeAknDocument } from './write-document.ts';

const NS = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';
const options = { fileName: 'x.xml', format: null, base: null };

async function read(file: string | Uint8Array) {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const result = await readAknDocument(bytes, options);
  if (!result.ok) throw new Error(result.rejection.sentence);
  return result.value;
}

/** A file of somebody else with this in its body. */
function foreign(body: string, meta = ''): string {
  return `<akomaNtoso xmlns="${NS}/WD17"><act name="a"><meta>${meta}</meta><body>${body}</body></act></akomaNtoso>`;
}

async function written(...args: Parameters<typeof versionWith>): Promise<string> {
  return new TextDecoder().decode(await writeAknDocument(versionWith(...args)));
}

describe('a text written as Akoma Ntoso', () => {
  test('is read back as it was, whatever is in it, and nothing of it is listed', () =>
    fc.assert(
      fc.asyncProperty(anyProvisions, async (provisions) => {
        const back = await read(await writeAknDocument(versionWith(provisions)));
        expect(back.provisions).toEqual(provisions);
        expect(back.report.listed).toEqual([]);
        expect(back).toMatchObject({ title: 'Any Code', label: '1.0', dated: day('2018-06-28') });
      }),
      { numRuns: 150 },
    ));

  test('is the same bytes each time', async () => {
    expect(await written(EXAMPLE.provisions)).toBe(await written(EXAMPLE.provisions));
  });

  test('keeps our identities as wId and names by structure as eId', async () => {
    const text = await written(EXAMPLE.provisions);
    expect(text).toContain('<subparagraph eId="sec_g__cl_g2__subpara_b" wId="g-2-b">');
  });

  test('marks a defined term and links the words that use it', async () => {
    const [definitions, ...rest] = EXAMPLE.provisions;
    const used = provision('g-4', {
      kind: 'clause',
      number: 'G4',
      text: 'Doors are counted each Working Day under G2.',
    });
    const text = await written([...(definitions ? [definitions] : []), ...rest, used]);
    expect(text).toContain('<heading><def refersTo="#term_working-day">Working Day</def></heading>');
    expect(text).toContain(
      'each <term refersTo="#term_working-day">Working Day</term> under <ref href="#sec_g__cl_g2">G2</ref>.',
    );
  });

  test('of one document leads out of the file where its words name another', async () => {
    const used = provision('h', { kind: 'section', number: 'H', text: 'As G2 says.' });
    const text = { ...EXAMPLE, provisions: [...EXAMPLE.provisions, used] };
    const file = await written(text.provisions, { document: 'h', provisions: [used] });
    expect(file).toContain('<ref href="/akn/gb/act/code/2018-06-28/any/eng@2018-06-28/!main#sec_g__cl_g2">G2</ref>');
    expect((await read(file)).provisions).toEqual([used]);
  });

  test('tells its life: every version as an event, and the days of each provision as a period', async () => {
    const from = day('2018-06-28');
    const until = day('2019-01-01');
    const events = [
      { label: '1.0', inForceFrom: from, until, source: null },
      { label: '1.1', inForceFrom: until, until: null, source: { kind: 'modification' as const, reference: 'MP1' } },
    ];
    const life = { events, provisions: new Map([['h', { inForceFrom: from, until }]]) };
    const text = await written([provision('h', { kind: 'section', text: 'Words.' })], { life });
    expect(text).toContain('<eventRef eId="e_1" date="2019-01-01" source="#by_1" type="amendment"/>');
    expect(text).toContain('<timeInterval start="#e_0" end="#e_1" refersTo="#inForce"/>');
    expect(text).toContain('period="#tmpg_1"');
  });
});

describe('a modification written as Akoma Ntoso', () => {
  test('says each amendment in words, quotes what it inserts, and analyses what it does', async () => {
    const { instrument, version } = versionWith(EXAMPLE.provisions);
    const inserted = provision('g-4', { kind: 'clause', number: 'G4', text: 'New words.' });
    const bytes = await writeAknAmending({
      modification: 'MP1',
      title: 'Doors',
      dated: day('2019-01-01'),
      instrument,
      version,
      before: EXAMPLE,
      amendments: [
        { kind: 'insert', at: { parent: 'g', after: 'g-3' }, provision: inserted },
        { kind: 'substitute', target: 'g-4', from: inserted, to: { heading: null, text: 'Newer words.' } },
      ],
    });
    const text = new TextDecoder().decode(bytes);
    expect(text).toMatch(/insert clause G4: <quotedStructure [^>]*><clause [^>]*wId="g-4">/);
    expect(text).toMatch(/<quotedText [^>]*>New(er)?[^<]*<\/quotedText>/);
    expect(text).toMatch(/type="insertion"[^>]*>\s*<source href="#sec_1__para_1__mod_1"\/>/);
    expect(text).toContain('/!main#sec_g__cl_g3" pos="after"/>');
    expect(text).toContain('/!main#sec_g__cl_g4"/>');
  });
});

describe('a text of somebody else', () => {
  test('keeps the words of what is not understood and lists it with its path and line', async () => {
    const body = `<chapter eId="chp_1"><num>I</num>\n<section eId="sec_1" class="x"><content><p>Pay <b>at once</b>.</p></content></section></chapter>`;
    const { provisions, report } = await read(foreign(body));
    expect(provisions).toEqual([
      provision('chp-1', {
        kind: 'part',
        number: 'I',
        children: [provision('sec-1', { kind: 'section', text: 'Pay at once.' })],
      }),
    ]);
    expect(report.listed).toContainEqual({
      sentence: '"b" keeps its words, not its marking.',
      path: '/akomaNtoso/act/body/chapter/section/content/p/b',
      line: 2,
      times: 1,
      raw: null,
    });
    expect(report.listed.map(({ sentence }) => sentence)).toEqual(
      expect.arrayContaining(['"chapter" is kept as a part.', 'The attribute "class" of "section" is not kept.']),
    );
  });

  test('keeps words after what is below them as a paragraph in their place', async () => {
    const body =
      '<section><intro><p>If:</p></intro><point><num>(a)</num></point><wrapUp><p>pay.</p></wrapUp></section>';
    const [section] = (await read(foreign(body))).provisions;
    expect(section?.text).toBe('If:');
    expect(section?.children.map(({ kind, text }) => [kind, text])).toEqual([
      ['sub-paragraph', ''],
      ['paragraph', 'pay.'],
    ]);
  });

  test('keeps what another namespace says as words, and as it stands in the report', async () => {
    const { provisions, report } = await read(
      foreign('<section><content><foreign><x:f xmlns:x="u">E = m</x:f></foreign></content></section>'),
    );
    expect(JSON.stringify(provisions)).toContain('E = m');
    expect(report.listed.some(({ raw }) => raw?.includes('E = m'))).toBe(true);
  });

  test('leaves out words marked as deleted and keeps them in the report', async () => {
    const { provisions, report } = await read(
      foreign('<section><content><p>Pay <del>never</del><ins>now</ins></p></content></section>'),
    );
    expect(provisions[0]?.text).toBe('Pay now');
    expect(report.listed.some(({ raw }) => raw === '<del>never</del>')).toBe(true);
  });

  test('reads a note that stands apart where its mark stands', async () => {
    const meta = '<notes source="#a"><note eId="n1" marker="*"><p>Really.</p></note></notes>';
    const { provisions } = await read(
      foreign('<section><content><p>Pay.<noteRef href="#n1"/></p></content></section>', meta),
    );
    expect(provisions[0]?.children).toEqual([provision('n1', { kind: 'note', number: '*', text: 'Really.' })]);
  });

  test('with a date of a year alone names no day, and says so', async () => {
    const meta =
      '<identification source="#a"><FRBRExpression><FRBRdate date="2013" name="x"/></FRBRExpression></identification>';
    const { dated, report } = await read(foreign('<section/>', meta));
    expect(dated).toBeNull();
    expect(report.listed.map(({ sentence }) => sentence)).toContain('The date "2013" names no day and is not used.');
  });

  test('leaves out an image carried within it, and a processing instruction', async () => {
    const body =
      '<?xml-stylesheet href="x"?><section><content><p><img src="data:image/png;base64,AA"/></p></content></section>';
    expect((await read(foreign(body))).report.refused.map(({ line }) => line)).toEqual([1, 1]);
  });

  test('that is no Akoma Ntoso is refused by what it is', async () => {
    const result = await readAknDocument(new TextEncoder().encode('<html/>'), options);
    expect(result).toMatchObject({
      ok: false,
      rejection: { code: 'input-invalid', place: { file: 'x.xml', line: 1 } },
    });
  });
});

describe('naming', () => {
  test('counts what has no number and tells numbers apart that are printed twice', () => {
    const { next } = naming();
    expect([next(null, 'section', null), next(null, 'section', '1'), next(null, 'section', '1')]).toEqual([
      'sec_1',
      'sec_1-2',
      'sec_1-3',
    ]);
  });
});
