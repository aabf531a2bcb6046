import { expect, test } from 'vitest';
import { subjectOf } from '../../src/core/code/amendment.ts';
import type { CodeEvent } from '../../src/core/code/code-event.ts';
import type { CodeText, Provision } from '../../src/core/code/provision.ts';
import type { RedlineBlock } from '../../src/core/code/redline.ts';
import { walk } from '../../src/core/code/tree.ts';
import type { VersionPublished } from '../../src/core/code/version.ts';
import { addDays, formatDay } from '../../src/core/kernel/day.ts';
import type { RecordEvent } from '../../src/core/rulebook/record-event.ts';
import { withRulebookRecord } from '../support/case-record.ts';
import { by } from '../support/events.ts';
import { generatedHistory, generatedModifications, RELEASE_DAYS } from '../support/generated-changes.ts';
import { generatedCode } from '../support/generated-code.ts';
import { Play, replaced, seed } from '../support/play.ts';
import { type Served, serveDatabase } from '../support/server.ts';
import { Visitor } from '../support/visitor.ts';

// A code of real size in a real record, read through the doors of a real server: 25,000 provisions, 40 versions each of
// which changes 150, and 140 open modifications of 20 amendments. Answers are held against what the generator kept,
// sizes of answers and the memory of the server against bounds.

const PROVISIONS = 25_000;
const RELEASES = 39;
const CHANGES = 150;
const MODIFICATIONS = 140;
/** In MB: of the server at its peak, and of the answer to any question that is not about the whole text. */
const MOST_MEMORY = 1_000;
const MOST_ANSWER = 3;
/** In MB: of the HTML of any page. */
const MOST_PAGE = 0.25;

const base = generatedCode({ provisions: PROVISIONS, seed: 31 });
const made = (releases: number) => generatedHistory(base, { releases, changes: CHANGES, seed: 32 });
const history = made(RELEASES);
const { last } = history;
const versions = history.versions.map(({ recordedAt: _, ...version }): VersionPublished => version);
/** The day from which a release is in force. */
const dayOf = (release: number) => formatDay(addDays(history.baseFrom, release * RELEASE_DAYS));
const TODAY = dayOf(RELEASES);

const sectionOf = (text: CodeText, number: string): Provision => {
  const found = text.provisions.find((one) => one.number === number);
  if (found === undefined) throw new Error(`the generated code has no Section ${number}`);
  return found;
};
const wordsIn = (provision: Provision): string[] => walk({ provisions: [provision] }).map((one) => one.provision.text);
const mb = (bytes: number): number => bytes / 1e6;

/** Two modifications are made to meet in one word of a clause that no other touches. */
const drafted = generatedModifications(last, { modifications: MODIFICATIONS, amendments: 20, seed: 33 });
const touched = new Set(drafted.flatMap((one) => one.amendments.map(subjectOf)));
const meeting = walk({ provisions: [sectionOf(last, 'D')] }).find(
  ({ provision: one }) =>
    one.kind === 'clause' && one.text.length > 80 && !touched.has(one.id) && one.children.length === 0,
)?.provision as Provision;
const word = meeting.text.split(' ').at(-2) as string;
const open = drafted.map(({ id, amendments }, index) => ({
  id: `SECMP${1001 + index}`,
  drafted: id,
  amendments: index < 2 ? [...amendments, replaced(meeting.id, meeting.text, word, `word${index}`)] : amendments,
}));

test('a code of real size is read through every door, with the answers of its generator, in bounded size and memory', async () => {
  await withRulebookRecord(seed.startsAt, async (record) => {
    const adoption: CodeEvent = {
      type: 'code-adopted',
      instrument: 'sec',
      title: 'Generated Code',
      shortTitle: 'GC',
      label: '1.0',
      inForceFrom: history.baseFrom,
      text: base,
      notice: 'Generated.',
    };
    const events: RecordEvent[] = [
      adoption,
      ...versions.map((one) => ({ type: 'version-published' as const, ...one })),
    ];
    const appended = await record.store.append([{ stream: 'code/sec', expectedVersion: 0, events }], by);
    expect(appended.ok).toBe(true);
    const play = new Play(record);
    for (const { id, amendments } of open) await play.raise(id, amendments, undefined, { draftedAgainst: '1.39' });

    const server = await serveDatabase(record.url);
    try {
      await readThroughTheDoors(server);
      // Another process publishes: what the server keeps of the text is not what it was.
      const known = record.clock.now();
      await record.clock.advanceTo(`${known.slice(0, 10)}T23:00:00Z` as typeof known);
      const next = made(RELEASES + 1);
      const { recordedAt: _, ...published } = next.versions.at(-1) as (typeof next.versions)[0];
      const stream = {
        stream: 'code/sec',
        expectedVersion: 40,
        events: [{ type: 'version-published', ...published }],
      } as const;
      expect((await record.store.append([stream], by)).ok).toBe(true);
      const reader = new Visitor(server.address);
      const on = dayOf(RELEASES + 1);
      const asked = { instrument: 'sec', reference: 'C', on };
      const now = await reader.read('text/show-text', asked);
      expect(now.version.label).toBe('1.40');
      expect(now.provisions).toEqual([sectionOf(next.last, 'C')]);
      const before = await reader.read('text/show-text', { ...asked, knownAt: known });
      expect(before.version.label).toBe('1.39');
      expect(before.provisions).toEqual([sectionOf(last, 'C')]);
      const peak = await server.peak();
      if (peak !== null) expect(peak).toBeLessThan(MOST_MEMORY);
    } finally {
      await server.stop();
    }
  });
});

async function readThroughTheDoors({ address }: Served): Promise<void> {
  const reader = new Visitor(address);
  /** Asks over the API, and holds the answer against the bound. */
  const ask = async (operation: string, input: Record<string, string>, most = MOST_ANSWER) => {
    const answer = await reader.get(`/api/${operation}?${new URLSearchParams(input)}`);
    expect([operation, answer.status, answer.status === 200 ? '' : answer.body]).toEqual([operation, 200, '']);
    expect([operation, mb(answer.bytes.length) < most]).toEqual([operation, true]);
    return JSON.parse(answer.body);
  };
  const sec = { instrument: 'sec' };

  // The whole text on the last day and on one between, and one section of it.
  const whole = await ask('text/show-text', { ...sec, on: TODAY }, 1.5 * mb(JSON.stringify(last).length));
  expect(whole.provisions).toEqual(last.provisions);
  const then = made(20).last;
  const section = await ask('text/show-text', { ...sec, reference: 'C', on: dayOf(20) });
  expect(section.provisions).toEqual([sectionOf(then, 'C')]);
  expect(section.version.label).toBe('1.20');

  // A section between two days: what is not new is the text before, what is not gone the text after.
  const compared = await ask('text/show-text', { ...sec, reference: 'C', on: dayOf(20), against: TODAY });
  const blocks: RedlineBlock[] = compared.comparison.blocks;
  const side = (gone: 'inserted' | 'deleted') =>
    blocks
      .filter((block) => block.status !== gone)
      .map((block) =>
        block.text
          .filter((run) => run.kind !== gone)
          .map((run) => run.text)
          .join(''),
      );
  expect(side('inserted').toSorted()).toEqual(wordsIn(sectionOf(then, 'C')).toSorted());
  expect(side('deleted').toSorted()).toEqual(wordsIn(sectionOf(last, 'C')).toSorted());

  // What one release changed.
  const changes = await ask('text/show-changes', { ...sec, from: dayOf(19), to: dayOf(20) });
  const amendments = versions[19]?.amendments ?? [];
  const subjects = (kind: string) => new Set(amendments.filter((one) => one.kind === kind).map(subjectOf)).size;
  expect([changes.inserted.length, changes.repealed.length]).toEqual([subjects('insert'), subjects('repeal')]);
  expect([changes.reworded.length, changes.renumbered.length]).toEqual([subjects('replace'), subjects('renumber')]);

  // The history of a clause: one wording more for each release that rewords it.
  const told = new Map<string, Set<string>>();
  for (const { label, amendments: all } of versions) {
    for (const one of all)
      if (one.kind === 'replace') told.set(one.target, (told.get(one.target) ?? new Set()).add(label));
  }
  const clause = walk({ provisions: [sectionOf(last, 'C')] }).find(
    ({ provision: one }) =>
      one.kind === 'clause' &&
      one.children.length === 0 &&
      !one.id.startsWith('made') &&
      told.has(one.id) &&
      !one.number?.includes('Z'),
  )?.provision as Provision;
  const { wordings } = await ask('text/show-history', { ...sec, reference: clause.number ?? '' });
  expect(wordings.map((one: { label: string }) => one.label)).toEqual(['1.0', ...(told.get(clause.id) ?? [])]);
  expect(wordings.at(-1).provision.text).toBe(clause.text);

  // What is pending on a section, and where modifications meet.
  const here = new Set(walk({ provisions: [sectionOf(last, 'D')] }).map(({ provision: { id } }) => id));
  const pending = await ask('text/show-pending', { ...sec, reference: meeting.number ?? '' });
  expect(pending.pending.map((one: { modification: string }) => one.modification)).toEqual(['SECMP1001', 'SECMP1002']);
  expect(here.has(meeting.id)).toBe(true);
  const met = await ask('modification/list-conflicts', { provision: meeting.number ?? '' });
  expect(met.conflicts).toMatchObject([
    {
      class: 'same-words',
      reference: meeting.number,
      sides: [{ modification: 'SECMP1001' }, { modification: 'SECMP1002' }],
    },
  ]);
  const all = await ask('modification/list-conflicts', {});
  expect(all.stuck).toEqual([]);
  expect(all.open).toBeGreaterThan(0);

  // Who is named, and a search: as many provisions as hold the words.
  const naming = walk({ provisions: [sectionOf(last, 'C')] }).find(
    ({ provision: one }) => /\b[B-D]\d\.\d\b/.test(one.text) && one.kind === 'clause',
  )?.provision as Provision;
  const named = /\b[B-D]\d\.\d\b/.exec(naming.text)?.[0];
  const links = await ask('text/show-references', { ...sec, reference: naming.number ?? '', on: TODAY });
  expect(links.refersTo.map((one: { words?: string }) => JSON.stringify(one)).join()).toContain(named);
  const phrase =
    meeting.text
      .split(/[^A-Za-z ]/)[0]
      ?.split(' ')
      .slice(0, 5)
      .join(' ') ?? '';
  const found = await ask('text/search-text', { ...sec, words: `"${phrase}"`, on: TODAY });
  const holding = walk(last).filter(({ provision: one }) => one.text.toLowerCase().includes(phrase.toLowerCase()));
  expect(found.count).toBe(holding.length);

  // The pages that people open.
  const ofClause = `/sec/${encodeURIComponent(clause.number ?? '')}`;
  const read = [
    '/sec',
    `/sec?on=${dayOf(20)}`,
    `/sec/C?on=${dayOf(20)}`,
    `${ofClause}?on=${TODAY}`,
    `${ofClause}/references`,
    `${ofClause}/history`,
    `/sec/search?${new URLSearchParams({ q: `"${phrase}"`, on: TODAY })}`,
    `/sec/search?q=party&on=${TODAY}`,
  ];
  for (const path of ['/', ...read, '/modifications/SECMP1001']) {
    const page = await reader.get(path);
    expect([path, page.status]).toEqual([path, 200]);
    expect([path, mb(page.bytes.length) < MOST_PAGE]).toEqual([path, true]);
  }
}
