import { join } from 'node:path';
import { expect, test } from 'vitest';
import { confirmBinding } from '../../src/app/obligation/confirm-binding.ts';
import { listDuties } from '../../src/app/obligation/list-duties.ts';
import { listObligations } from '../../src/app/obligation/list-obligations.ts';
import { recordJudgement } from '../../src/app/obligation/record-judgement.ts';
import { reopenBinding } from '../../src/app/obligation/reopen-binding.ts';
import { showCoverage } from '../../src/app/obligation/show-coverage.ts';
import { showObligation } from '../../src/app/obligation/show-obligation.ts';
import { showObligationRegister } from '../../src/app/obligation/show-obligation-register.ts';
import { withdrawJudgement } from '../../src/app/obligation/withdraw-judgement.ts';
import type { Operation } from '../../src/app/operation.ts';
import { loadDemonstration } from '../../src/app/record/load-demonstration.ts';
import { showLog } from '../../src/app/record/show-log.ts';
import { runOperation } from '../../src/app/run-operation.ts';
import { designateVersion } from '../../src/app/text/designate-version.ts';
import { coverageText } from '../../src/cli/coverage-text.ts';
import { day } from '../../src/core/kernel/day.ts';
import { instant } from '../../src/core/kernel/instant.ts';
import type { Actor } from '../../src/core/party/actor.ts';
import { loadCase, SHIPPED_RULEBOOKS } from '../../src/format/rulebook/load.ts';
import { withRecord } from '../support/database.ts';
import { by } from '../support/events.ts';

const ADMINISTRATOR: Actor = { id: 'ada', name: 'Ada Lind', role: 'code-administrator' };
const ASSESSOR: Actor = { id: 'ann', name: 'Ann Ferro', role: 'assessor' };
const READER: Actor = { id: 'reader', name: 'A reader', role: 'public' };

const read = await loadCase(join(SHIPPED_RULEBOOKS, 'cases', 'secmp0065'));
if (!read.ok) throw new Error(read.faults[0]?.sentence);
const { case: given, rulebook } = read;
const rulebooks = { shipped: async () => [rulebook], current: async () => rulebook, byDigest: async () => rulebook };
const [party, another] = given.parties.filter(({ category }) => category === 'large-supplier');
if (party === undefined || another === undefined) throw new Error('the case has no two large suppliers');
const ofParty = (id: string): Actor => ({ id: `of-${id}`, name: `Somebody of ${id}`, role: 'party', party: id });

type Call = <T = unknown>(operation: { readonly name: string }, input: unknown, actor?: Actor) => Promise<T>;

/** A record with the case loaded and its proposal raised. */
async function story(tell: (call: Call, record: Parameters<Parameters<typeof withRecord>[0]>[0]) => Promise<void>) {
  await withRecord(
    async (record) => {
      const { ports, store } = record;
      expect((await loadDemonstration(ports, given, rulebook)).ok).toBe(true);
      const raised = { raisedOn: day('2018-10-05'), profile: 'sec-2016', rulebook: rulebook.digest };
      const event = { type: 'proposal-raised', content: given.proposal, ...raised } as const;
      await store.append([{ stream: 'modification/SECMP0065', expectedVersion: 0, events: [event] }], by);
      const call = async (operation: { readonly name: string }, input: unknown, actor = READER) => {
        const result = await runOperation(operation as unknown as Operation, { ports, actor }, input);
        return result.ok ? result.value : { refused: result.rejection.code, sentence: result.rejection.sentence };
      };
      await tell(call as Call, record);
    },
    { rulebooks, startsAt: given.startsAt },
  );
}

const EVIDENCE = 'retain-security-evidence';
type Shown = { binding: { flag: string | null; boundTo: { label: string; by: string } | null }; judgements: unknown[] };

test('obligations are held to the text: covered, bound to words, flagged when these change, and judged by people', () =>
  story(async (call, { ports, clock }) => {
    // before the provisions came in, their obligations had none, and the text laid no duty
    expect(await call(showCoverage, { on: '2018-07-17', instrument: 'sec' })).toMatchObject({
      duties: 0,
      withoutProvision: expect.arrayContaining([
        expect.objectContaining({
          obligation: EVIDENCE,
          sentence: 'G3.27 comes into force on 18 July 2018, with version 5.20.',
        }),
      ]),
    });
    expect(await call(showCoverage, { on: '2018-07-18', instrument: 'sec' })).toMatchObject({
      instruments: [
        {
          duties: expect.arrayContaining([
            expect.objectContaining({ reference: 'G3.27', words: 'shall', state: 'covered', obligations: [EVIDENCE] }),
          ]),
        },
      ],
    });
    expect(await call(showCoverage, { instrument: 'grid-code' })).toMatchObject({ refused: 'not-found' });

    // the open proposal would change the words, and says what becomes of the duties
    const before = await call<Shown>(showObligation, { obligation: EVIDENCE });
    expect(before.binding).toMatchObject({
      boundTo: { label: '5.20', by: 'first-words' },
      pending: [{ modification: 'SECMP0065', rebinds: true }],
      flag: null,
    });

    // a designation from outside changes them, and says nothing
    const words =
      'Each Supplier Party shall keep documents that are enough to show that it has done what Section G3.26 asks.';
    const knownAt = ports.clock.now();
    await clock.advanceTo(instant('2018-10-05T12:00:00Z'));
    const designated = {
      instrument: 'sec',
      label: '5.24',
      inForceFrom: '2018-10-20',
      source: 'Energy Act 2008, section 89',
      amendments: [
        {
          kind: 'substitute',
          target: 'g3-27',
          from: { text: words },
          to: { text: `${words.slice(0, -1)}, for five years.` },
        },
      ],
    };
    expect(await call(designateVersion, designated, ADMINISTRATOR)).not.toHaveProperty('refused');
    const flagOn = async (on: string) => (await call<Shown>(showObligation, { obligation: EVIDENCE, on })).binding.flag;
    expect([await flagOn('2018-10-19'), await flagOn('2018-10-20')]).toEqual(['will-change', 'changed']);
    expect(await call(listObligations, { on: '2018-10-20', flagged: true })).toMatchObject({
      obligations: [{ id: EVIDENCE, flag: 'changed' }],
    });

    const coverage = await call(showCoverage, { on: '2018-10-20', instrument: 'sec' });
    expect(coverage).toMatchObject({ flagged: [{ obligation: EVIDENCE, flag: 'changed' }] });
    expect(coverageText(coverage)).toContain(`${EVIDENCE}: the words of G3.27 have changed`);

    // somebody reads them
    const confirm = { obligation: EVIDENCE, version: '5.24', reasons: 'Five years is what we ask already.' };
    expect(await call(confirmBinding, confirm, ASSESSOR)).toMatchObject({ refused: 'wrong-actor' });
    expect(await call(confirmBinding, { ...confirm, version: '9.9' }, ADMINISTRATOR)).toMatchObject({
      refused: 'input-invalid',
    });
    expect(await call(confirmBinding, confirm, ADMINISTRATOR)).toEqual({ obligation: EVIDENCE, version: '5.24' });
    expect(await flagOn('2018-10-20')).toBe(null);
    expect(await call(confirmBinding, confirm, ADMINISTRATOR)).toMatchObject({ refused: 'input-invalid' });
    expect(await call(reopenBinding, { ...confirm, reasons: 'A draft was read.' }, ADMINISTRATOR)).not.toHaveProperty(
      'refused',
    );
    expect(await flagOn('2018-10-20')).toBe('changed');
    expect(await call(reopenBinding, confirm, ADMINISTRATOR)).toMatchObject({ refused: 'not-found' });
    expect(await call(showObligation, { obligation: EVIDENCE })).toMatchObject({
      confirmations: [{ label: '5.24', by: 'Ada Lind', reopened: { reasons: 'A draft was read.' } }],
    });
    // what was known before stays as it was
    const known = await call<Shown>(showObligation, { obligation: EVIDENCE, on: '2018-10-20', knownAt });
    expect(known).toMatchObject({ confirmations: [], binding: { changed: null } });

    // a duty's words are judged by a person, about one party, and read by those whom it concerns
    const judged = {
      ...{ obligation: 'secure-smets1-systems', party: party.id, words: 'best endeavours', verdict: 'met' },
      ...{ asOf: '2018-10-01', evidence: ['assessment report 12'], reasons: 'Every finding was remedied in time.' },
    };
    expect(await call(recordJudgement, judged, READER)).toMatchObject({ refused: 'not-signed-in' });
    expect(await call(recordJudgement, judged, ofParty(another.id))).toMatchObject({ refused: 'wrong-actor' });
    for (const [wrong, field] of [
      [{ words: 'at once' }, /"at once" is no word of/],
      [{ asOf: '2030-01-01' }, /still to come/],
      [{ group: 'no-such-group' }, /has no group of systems/],
      [{ party: 'nobody' }, /holds no party "nobody"/],
    ] as const) {
      expect(await call(recordJudgement, { ...judged, ...wrong }, ASSESSOR)).toMatchObject({
        sentence: expect.stringMatching(field),
      });
    }
    const { judgement } = await call<{ judgement: string }>(recordJudgement, judged, ASSESSOR);
    const seenBy = async (actor: Actor) =>
      (await call<Shown>(showObligation, { obligation: judged.obligation }, actor)).judgements.length;
    expect(await Promise.all([ASSESSOR, ofParty(party.id), ofParty(another.id), READER].map(seenBy))).toEqual([
      1, 1, 0, 0,
    ]);
    const stream = `judgement/${party.id}`;
    expect(await call(showLog, { stream }, ofParty(another.id))).toMatchObject({ refused: 'wrong-actor' });
    const back = { party: party.id, judgement, reasons: 'The report was of another party.' };
    expect(await call(withdrawJudgement, back, ofParty(party.id))).toMatchObject({ refused: 'wrong-actor' });
    expect(await call(withdrawJudgement, back, ofParty(another.id))).toMatchObject({ refused: 'not-found' });
    expect(await call(withdrawJudgement, back, ASSESSOR)).toEqual({ judgement });
    expect(await call(showObligation, { obligation: judged.obligation }, ASSESSOR)).toMatchObject({
      obligation: { judgements: 0 },
      judgements: [{ id: judgement, by: 'Ann Ferro', withdrawn: { by: 'Ann Ferro' } }],
    });
  }));

type Registered = {
  counts: { parties: number; obligations: number; bound: number; unknown: number };
  rows: {
    party: string;
    subject: string;
    obligation: string;
    bound: unknown;
    reason: string;
    awaiting: string[];
    from: string;
  }[];
  next: string | null;
};

test('the register says of all parties at once what each is told alone, a page at a time, on a day and over days', () =>
  story(async (call) => {
    const register = (input: object) => call<Registered>(showObligationRegister, input);
    for (const asked of [{ on: '2018-10-05' }, { on: '2019-02-01' }, { from: '2018-07-01', to: '2018-12-31' }]) {
      const { rows, next, counts } = await register(asked);
      expect(rows.length).toBeGreaterThan(10);
      expect(next).toBeNull();
      const told = await Promise.all(
        given.parties.map(async ({ id }) => {
          const { duties } = await call<{
            duties: {
              subject: string;
              obligation: string;
              answers: { bound: unknown; reason: string; awaiting: string[] }[];
            }[];
          }>(listDuties, { party: id, ...asked });
          return duties.flatMap(({ subject, obligation, answers }) =>
            answers
              .filter(({ bound }) => bound !== false)
              .map(({ bound, reason, awaiting }) => ({ party: id, subject, obligation, bound, reason, awaiting })),
          );
        }),
      );
      const registered = rows.map(({ party: of, subject, obligation, bound, reason, awaiting }) =>
        JSON.stringify({ party: of, subject, obligation, bound, reason, awaiting }),
      );
      expect(registered.toSorted()).toEqual(
        told
          .flat()
          .map((one) => JSON.stringify(one))
          .toSorted(),
      );
      expect(counts.parties).toBe(new Set(rows.map((row) => row.party)).size);

      const paged: Registered['rows'] = [];
      for (let after: string | null = null, pages = 0; pages === 0 || after !== null; pages += 1) {
        const page: Registered = await register({ ...asked, limit: 7, after });
        paged.push(...page.rows);
        after = page.next;
      }
      expect(paged).toEqual(rows);
    }

    // what is not settled names what would settle it; supposing it does
    const unsettled = await register({ on: '2019-02-01', bound: 'unknown', party: party.id });
    const event = unsettled.rows[0]?.awaiting[0] ?? '';
    expect(unsettled.counts.unknown).toBe(unsettled.rows.length);
    const settled = await register({ on: '2019-02-01', party: party.id, assume: { [event]: '2019-01-01' } });
    expect(settled.rows.some(({ awaiting }) => awaiting.includes(event))).toBe(false);

    const g326 = await register({ on: '2018-10-05', obligation: 'G3.26', category: 'large-supplier' });
    expect(new Set(g326.rows.map(({ obligation }) => obligation))).toEqual(new Set(['secure-smets1-systems']));
    const before = await register({ on: '2018-07-17', obligation: 'G3.26', bound: 'not-bound' });
    expect(before.rows[0]).toMatchObject({ bound: false, reason: expect.stringContaining('is not in force') });
    expect(await register({ on: '2001-01-01' })).toMatchObject({
      rows: [],
      counts: { parties: 0, bound: 0, unknown: 0 },
    });

    for (const [input, sentence] of [
      [{ party: 'nobody' }, 'no party "nobody"'],
      [{ category: 'nobody' }, 'no category "nobody"; expected one of'],
      [{ obligation: 'Z9' }, 'no obligation or provision "Z9"; expected one of'],
      [{ on: '2018-10-05', to: '2018-10-06' }, 'expected either one day (on) or a span (from, to), not both'],
      [{ from: '2018-10-05', to: '2018-10-04' }, 'expected 5 October 2018, the first day, or a later one'],
      [{ readings: { 'g3-26-old': 'none' } }, 'no reading "none"'],
      [{ assume: { nothing: '2018-10-05' } }, 'no event "nothing"'],
      [{ after: 'bm93aGVyZQ' }, 'no place in this list'],
    ] as const) {
      expect(await register(input)).toMatchObject({ sentence: expect.stringContaining(sentence) });
    }
  }));
