import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { runDecoded } from '../../src/app/run-operation.ts';
import { searchText } from '../../src/app/text/search-text.ts';
import type { CodeEvent } from '../../src/core/code/code-event.ts';
import type { Provision } from '../../src/core/code/provision.ts';
import { instant } from '../../src/core/kernel/instant.ts';
import type { Actor } from '../../src/core/party/actor.ts';
import { migrate } from '../../src/store/migrations.ts';
import { type TestRecord, withRecord } from '../support/database.ts';
import { adoption, by, publication } from '../support/events.ts';

const READER: Actor = { id: 'reader', name: 'A reader', role: 'public' };

const one = (id: string, number: string | null, text: string, rest: Partial<Provision> = {}): Provision => ({
  ...{ id, kind: 'clause', number, heading: null, text, children: [], ...rest },
});

const WORDS: Provision[] = [
  one('g3-26', 'G3.26', 'old words'),
  one('a', 'A', '', {
    kind: 'section',
    heading: 'Definitions',
    children: [one('a1', null, 'means a day on which banks are open', { kind: 'definition', heading: 'Working Day' })],
  }),
  one('g', 'G', '', {
    kind: 'section',
    heading: 'Security',
    children: [
      one(
        'g3-1',
        'G3.1',
        'Each Supplier Party shall supply evidence for more than 250,000 systems, as Section G3.26 says.',
      ),
      one(
        'g3-2',
        'G3.2',
        'A self-assessment of suppliers is made within ten working days; the party supplier is told.',
      ),
      one('g3-3', 'G3.3', 'Nothing <script>alert(1)</script> is done & "quoted" of the enrolment.', {
        children: [
          one('t', null, '', {
            kind: 'table',
            heading: 'Volumes',
            children: [
              one('t-1', null, '', {
                kind: 'row',
                children: [
                  one('t-1-1', null, 'zebra volume', { kind: 'cell' }),
                  one('t-1-2', null, 'zebra', { kind: 'cell' }),
                ],
              }),
            ],
          }),
        ],
      }),
    ],
  }),
];

const adopted: CodeEvent = {
  ...(adoption as Extract<CodeEvent, { type: 'code-adopted' }>),
  text: { code: 'sec', title: 'Smart Energy Code', provisions: WORDS },
};

type Found = z.output<typeof searchText.output>;
type Search = (words: string, rest?: Record<string, unknown>) => Promise<Found>;

async function story(tell: (search: Search, record: TestRecord) => Promise<void>): Promise<void> {
  await withRecord(async (record) => {
    await record.store.append([{ stream: 'code/sec', expectedVersion: 0, events: [adopted] }], by);
    await record.clock.advanceTo(instant('2018-11-08T09:00:00Z'));
    await record.store.append([{ stream: 'code/sec', expectedVersion: 1, events: [publication] }], by);
    await tell(searching(record), record);
  });
}

function searching({ ports }: TestRecord): Search {
  return async (words, rest = {}) => {
    const asked = { instrument: 'sec', words, on: '2018-10-12', ...rest };
    const result = await runDecoded(searchText, { ports, actor: READER }, asked);
    if (!result.ok) throw new Error(result.rejection.sentence);
    return result.value;
  };
}

const names = (found: Found) => found.results.map((result) => result.name).toSorted();
const marks = (found: Found) =>
  found.results.flatMap(({ excerpt }) => excerpt.filter((run) => run.marked).map((run) => run.text));

test('a search of the text finds words, phrases, numbers and beginnings', () =>
  story(async (search, record) => {
    const forms = await search('suppliers');
    expect(names(forms)).toEqual(['G3.1', 'G3.2']);
    expect(marks(forms).toSorted()).toEqual(['Supplier', 'supplier', 'suppliers']);
    expect(marks(await search('supplying'))).toEqual(['supply']);
    const phrase = await search('"Supplier Party"');
    expect([names(phrase), marks(phrase)]).toEqual([['G3.1'], ['Supplier Party']]);
    expect(names(await search('250,000'))).toEqual(['G3.1']);
    expect(names(await search('enrol*'))).toEqual(['G3.3']);
    expect(names(await search('supplier -evidence'))).toEqual(['G3.2']);
    expect(names(await search('supplier "working days"'))).toEqual(['G3.2']);
    expect(names(await search('self-assessment'))).toEqual(['G3.2']);
    // A heading weighs more than words in a text, and the term itself most.
    expect((await search('working day')).results.map((result) => result.name)).toEqual(['A "Working Day"', 'G3.2']);
    // A word that is in every text is not looked for, unless nothing else is.
    const common = await search('the evidence');
    expect([names(common), common.ignored]).toEqual([['G3.1'], ['the']]);
    expect(names(await search('the'))).toEqual(['G3.2', 'G3.3']);
    // Cells are read in their table, once.
    expect((await search('zebra')).results).toMatchObject([
      { name: 'G3.3 "Volumes"', kind: 'table', trail: ['G Security', 'G3.3'] },
    ]);
    expect(await search('nowhere')).toMatchObject({ count: 0, pages: 0, results: [], named: null });
    expect(await search('-supplier')).toMatchObject({ count: 0 });
    expect(await search(`' & | ! :* <-> \\ ( supplier`)).toMatchObject({ count: 2 });

    await apart(search);
    await answers(search);
    await again(search, record);
  }));

/** Phrases stay within the number, the heading or the text; what was found in a name is marked there. */
async function apart(search: Search): Promise<void> {
  expect(names(await search('"working day working"'))).toEqual([]);
  expect(names(await search('"day means"'))).toEqual([]);
  expect(names(await search('"Working Day"'))).toEqual(['A "Working Day"']);
  const titles = async (words: string) =>
    (await search(words)).results.flatMap(({ title }) => title.filter((run) => run.marked).map((run) => run.text));
  expect(await titles('"Working Day"')).toEqual(['Working Day']);
  expect(await titles('work*')).toEqual(['Working']);
  expect(await titles('G3.1')).toEqual(['G3.1']);
}

/** Both clocks, one document, and the provision that was typed. */
async function answers(search: Search): Promise<void> {
  expect(names(await search('old'))).toEqual(['G3.26']);
  expect(names(await search('old', { on: '2018-11-08' }))).toEqual([]);
  expect(names(await search('old', { on: '2018-11-08', knownAt: '2018-11-01T00:00:00Z' }))).toEqual(['G3.26']);
  expect(names(await search('new', { on: '2018-11-08' }))).toEqual(['G3.26']);
  expect(names(await search('supplier', { document: 'A' }))).toEqual([]);
  expect(await search('g3.26')).toMatchObject({ named: { name: 'G3.26', says: null }, count: 2 });
  expect(await search('Section G3.26')).toMatchObject({ named: { name: 'G3.26' } });
  expect(await search('G9.9')).toMatchObject({ named: null, count: 0 });
}

/** A record of the schema before the search has it when it is opened, and so has a restored one. */
async function again(search: Search, record: TestRecord): Promise<void> {
  const before = await search('supplier');
  await record.db.deleteFrom('provision_version').execute();
  expect((await search('supplier')).count).toBe(0);
  await migrate(record.db);
  expect(await search('supplier')).toEqual(before);
  const lines = await Array.fromAsync(record.store.exportLines());
  await withRecord(async (restored) => {
    await restored.store.importLines(
      (async function* () {
        yield* lines;
      })(),
    );
    expect(await searching(restored)('supplier')).toEqual(before);
  });
}

describe('what is asked of a search', () => {
  test('is refused in words when there is no text on the day, or no such document', () =>
    story(async (search) => {
      await expect(search('x', { on: '2017-01-01' })).rejects.toThrow(
        'No text of the SEC is in force on 1 January 2017.',
      );
      await expect(search('x', { document: 'Q' })).rejects.toThrow('has no document "Q"');
      await expect(search('x '.repeat(21))).rejects.toThrow('At most 20 things are sought at once.');
    }));
});
