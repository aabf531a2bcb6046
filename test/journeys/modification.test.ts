import { expect, test } from 'vitest';
import { z } from 'zod';
import { castVote } from '../../src/app/modification/cast-vote.ts';
import { closeBallot } from '../../src/app/modification/close-ballot.ts';
import { closeConsultation } from '../../src/app/modification/close-consultation.ts';
import { implementModification } from '../../src/app/modification/implement-modification.ts';
import { listModifications } from '../../src/app/modification/list-modifications.ts';
import { makeDetermination } from '../../src/app/modification/make-determination.ts';
import { openBallot } from '../../src/app/modification/open-ballot.ts';
import { openConsultation } from '../../src/app/modification/open-consultation.ts';
import { raiseProposal } from '../../src/app/modification/raise-proposal.ts';
import { respond } from '../../src/app/modification/respond.ts';
import { setImplementationDate } from '../../src/app/modification/set-implementation-date.ts';
import { showModification } from '../../src/app/modification/show-modification.ts';
import { showResponse } from '../../src/app/modification/show-response.ts';
import { submitPaper } from '../../src/app/modification/submit-paper.ts';
import { whatsNext } from '../../src/app/modification/whats-next.ts';
import type { Operation } from '../../src/app/operation.ts';
import { operations } from '../../src/app/operations.ts';
import { advanceClock } from '../../src/app/record/advance-clock.ts';
import { playAct } from '../../src/app/record/play-act.ts';
import { runDecoded, runOperation } from '../../src/app/run-operation.ts';
import { showText } from '../../src/app/text/show-text.ts';
import { day, formatDay } from '../../src/core/kernel/day.ts';
import { proposalContentSchema } from '../../src/core/modification/proposal.schema.ts';
import type { ProposalContent } from '../../src/core/modification/proposal.ts';
import { actorOf, CLOCK } from '../../src/core/party/actor.ts';
import { shippedCase } from '../support/case.ts';
import { withCaseRecord } from '../support/case-record.ts';
import type { TestRecord } from '../support/database.ts';

const { case: seed, rulebook } = await shippedCase();
const [_profile] = rulebook.profiles;

const modification = 'SECMP0065';
const reasons = 'For the reasons minuted.';
const seats = rulebook.bodies.find((body) => body.id === 'change-board')?.seats.map((seat) => seat.id) ?? [];

/** The demonstration's record, with its people by account. */
async function withCase(story: (play: Play, record: TestRecord) => Promise<void>) {
  await withCaseRecord((record) => story(new Play(record), record));
}

class Play {
  readonly record: TestRecord;
  constructor(record: TestRecord) {
    this.record = record;
  }

  async try(account: string, operation: Operation, input: object) {
    const found = seed.accounts.find((one) => one.id === account);
    const actor = found === undefined ? CLOCK : actorOf(found);
    return runOperation(operation, { ports: this.record.ports, actor }, input);
  }

  async do(account: string, operation: Operation, input: object = {}) {
    const result = await this.try(account, operation, { modification, ...input });
    if (!result.ok) throw new Error(`${operation.name}: ${result.rejection.code}: ${result.rejection.sentence}`);
    return result.value as Record<string, unknown>;
  }

  async to(at: string) {
    const result = await this.try('ssc-chair', advanceClock, { to: at });
    if (!result.ok) throw new Error(result.rejection.sentence);
    return result.value as { now: string; happened: unknown[] };
  }

  async next() {
    const result = await this.try('ssc-chair', advanceClock, { toNext: true });
    return result.ok ? (result.value as { now: string; happened: unknown[] }) : result.rejection;
  }

  async view() {
    const result = await runDecoded(showModification, { ports: this.record.ports, actor: CLOCK }, { modification });
    if (!result.ok) throw new Error(result.rejection.sentence);
    return result.value;
  }

  async raised() {
    const content = z.encode(proposalContentSchema as z.ZodType<ProposalContent>, seed.proposal);
    await this.try('ssc-chair', raiseProposal, { content });
    await this.to('2018-10-09T09:00:00Z');
    await this.do('code-administrator', submitPaper, { step: 'report' });
  }

  async determined(answers: Record<string, string> = {}) {
    await this.to('2018-10-12T10:00:00Z');
    for (const step of ['progress', 'urgency', 'route', 'timetable', 'path']) {
      await this.do('panel-chair', makeDetermination, { step, outcome: answers[step] ?? 'agreed', reasons });
    }
    await this.do('authority', makeDetermination, { step: 'authority_timetable', outcome: 'agreed', reasons });
  }

  async voted() {
    await this.to('2018-10-15T09:00:00Z');
    await this.do('code-administrator', openConsultation);
    await this.do('cinderpath', respond, { stance: 'support', body: 'We agree.' });
    await this.to('2018-10-22T09:00:00Z');
    await this.do('code-administrator', submitPaper, { step: 'modification_report' });
    await this.to('2018-10-24T09:00:00Z');
    await this.do('code-administrator', openBallot);
    for (const seat of seats) await this.do(`seat-${seat}`, castVote, { position: 'approve', reasons });
    await this.do('code-administrator', closeBallot);
  }
}

test('SECMP0065 is carried from proposal to published code, and its page says at each turn what happens next', async () => {
  await withCase(async (play) => {
    await play.raised();
    expect((await play.view()).tracker.map((stage) => stage.status)).toEqual(['current', 'ahead', 'ahead', 'ahead']);
    await play.determined();
    expect((await play.view()).progression).toMatchObject({
      standing: 'agreed',
      rows: [
        { step: 'raise' },
        { step: 'progress', afterPrevious: 5 },
        { step: 'consultation', workingDays: 5, countFirst: true },
        { step: 'ballot', afterPrevious: 3 },
      ],
    });
    await play.voted();
    const decided = await play.view();
    expect(decided.tracker.map((stage) => stage.status)).toEqual(['done', 'skipped', 'done', 'current']);
    expect(decided.approval).toMatchObject({ status: 'approved', on: day('2018-10-24'), final: false });
    expect(decided.approval.suspended).toEqual([
      'The decision of 24 October 2018 to approve has no effect yet: the implementation waits.',
      "Tier 1: a Party may refer the Change Board's decision until the end of 7 November 2018.",
    ]);
    expect(decided.implementation).toMatchObject({ day: day('2018-11-08'), basis: 'decided' });
    expect(decided.windows).toMatchObject([{ lastDay: day('2018-11-07'), workingDays: 10, countFirst: false }]);
    expect(decided.next.map((act) => [act.who, act.operation])).toEqual([
      ['a Party', 'refer-decision'],
      ['the clock', null],
      ['the Panel or the Authority', 'set-implementation-date'],
    ]);
    const early = await play.try('code-administrator', implementModification, { modification });
    expect(early).toMatchObject({ ok: false, rejection: { code: 'too-early', citation: { clause: 'D9.5' } } });
    await play.to('2018-11-08T09:00:00Z');
    const implemented = await play.do('code-administrator', implementModification);
    expect(implemented).toMatchObject({ status: 'closed', end: { id: 'implemented' }, next: [] });
    const text = await play.try('ssc-chair', showText, { instrument: 'sec', reference: 'G3.26', on: '2018-11-08' });
    expect(JSON.stringify(text)).toContain(String(implemented.published));
    const register = await play.try('ssc-chair', listModifications, {});
    const row = { id: modification, stage: 'decision', status: 'Implemented' };
    expect(register).toMatchObject({ value: { modifications: [row] } });
  });
});

test('the script of the case plays to its end, every act accepted', async () => {
  await withCase(async (play, { ports }) => {
    for (const act of seed.acts) {
      const result = await playAct(ports, operations, seed, act);
      expect(result.ok ? null : [act.operation, result.rejection]).toBeNull();
    }
    expect(await play.view()).toMatchObject({ status: 'closed', end: { id: 'implemented' } });
  });
});

test('the clock goes from step to step, closes what ends, and stops when nothing is planned', async () => {
  await withCase(async (play) => {
    await play.raised();
    expect(await play.next()).toMatchObject({ now: '2018-10-12T08:00:00.000Z' });
    await play.determined();
    expect(await play.next()).toMatchObject({ now: '2018-10-15T08:00:00.000Z' });
    await play.do('code-administrator', openConsultation);
    expect(await play.next()).toEqual({
      now: '2018-10-19T16:00:00.000Z',
      happened: [{ modification, events: ['consultation-closed'] }],
    });
    expect(await play.next()).toMatchObject({ now: '2018-10-24T08:00:00.000Z' });
    await play.do('code-administrator', submitPaper, { step: 'modification_report' });
    await play.do('code-administrator', openBallot);
    expect(await play.next()).toMatchObject({
      now: '2018-10-24T16:00:00.000Z',
      happened: [{ events: ['ballot-closed'] }],
    });
    expect(await play.next()).toMatchObject({ code: 'nothing-next' });
    for (const to of ['2028-10-26T00:00:00Z', '9999-12-31T00:00:00Z']) {
      const far = await play.try('ssc-chair', advanceClock, { to });
      expect(far).toMatchObject({ ok: false, rejection: { code: 'input-invalid', place: { field: 'to' } } });
    }
    const back = await play.try('ssc-chair', advanceClock, { to: '2018-10-01T00:00:00Z' });
    expect(back).toMatchObject({ ok: false, rejection: { code: 'input-invalid', place: { field: 'to' } } });
  });
});

test('with the path refused nothing is implemented until a day is set, and that day is the version’s', async () => {
  await withCase(async (play) => {
    await play.raised();
    await play.determined({ path: 'refused' });
    await play.voted();
    await play.to('2018-10-25T09:00:00Z');
    await play.do('authority', makeDetermination, { step: 'authority_decision', outcome: 'approve', reasons });
    expect((await play.view()).implementation).toMatchObject({
      day: null,
      basis: 'unknown',
      planned: null,
    });
    await play.do('panel-chair', setImplementationDate, { day: '2018-11-29', reasons });
    expect(await play.next()).toMatchObject({ now: '2018-11-29T09:00:00.000Z' });
    for (const [label, code] of [
      ['5.26', 'label-not-next'],
      ['7.0', 'label-not-next'],
      ['6', 'label-not-next'],
      ['5.23', 'label-not-later'],
      ['5.9', 'label-not-later'],
    ]) {
      expect(await play.try('code-administrator', implementModification, { modification, label })).toMatchObject({
        ok: false,
        rejection: {
          code,
          sentence: expect.stringMatching(/expected 5\.24 or 6\.0\.$/),
          citation: { clause: 'D10.2' },
        },
      });
    }
    for (const label of ['v', '1.2.3.4.5', '5.999999']) {
      expect(await play.try('code-administrator', implementModification, { modification, label })).toMatchObject({
        rejection: { code: 'input-invalid', place: { field: 'label' } },
      });
    }
    await play.do('code-administrator', implementModification, { label: '6.0' });
    expect(await play.view()).toMatchObject({
      published: '6.0',
      implementation: { day: day('2018-11-29'), basis: 'set' },
    });
  });
});

test('a refused act writes nothing; a response gives a receipt and keeps its words beside the chain', async () => {
  await withCase(async (play, { store, ports }) => {
    await play.raised();
    const count = async () => (await store.readAll('', null)).length;
    const before = await count();
    const panel = { modification, step: 'progress', outcome: 'agreed', reasons };
    expect(await play.try('seat-consumer-member', makeDetermination, panel)).toMatchObject({
      ok: false,
      rejection: { code: 'wrong-actor', citation: { clause: 'About this document' }, unblock: [{ who: 'the Panel' }] },
    });
    expect(await count()).toBe(before);
    await play.determined();
    await play.to('2018-10-15T09:00:00Z');
    await play.do('code-administrator', openConsultation);
    const half = await play.try('cinderpath', respond, { modification, stance: 'oppose', body: 'Not \ud800 yet.' });
    expect(half).toMatchObject({ ok: false, rejection: { code: 'input-invalid', place: { field: 'body' } } });
    const receipt = await play.do('cinderpath', respond, { stance: 'oppose', body: 'Not yet.' });
    const kept = await store.confidential(String(receipt.response));
    expect(kept).toMatchObject({ body: 'Not yet.', ownerParty: 'cinderpath', digest: receipt.digest });
    expect(ports.random.digest(`${receipt.salt}Not yet.`)).toBe(receipt.digest);
    const words = { modification, response: receipt.response };
    expect(await play.try('cinderpath', showResponse, { ...words, knownAt: '2018-10-14T00:00:00Z' })).toMatchObject({
      rejection: { code: 'not-found' },
    });
    expect(await play.try('cinderpath', showResponse, { ...words, knownAt: 'yesterday' })).toMatchObject({
      rejection: { code: 'input-invalid', place: { field: 'knownAt' } },
    });
    expect(JSON.stringify(await play.view())).not.toContain('Not yet.');
    const early = await play.try('code-administrator', closeConsultation, { modification });
    expect(early).toMatchObject({ ok: false, rejection: { code: 'too-early' } });
    const next = await play.do('ssc-chair', whatsNext);
    expect(next).toMatchObject({
      next: [
        { modification, operation: 'respond' },
        { operation: null, who: 'the clock' },
      ],
    });
    expect(formatDay((await play.view()).raisedOn)).toBe('2018-10-05');
  });
});

test('a proposal that ended says when it was rejected, what it did not reach and what became of its urgency', async () => {
  await withCase(async (play) => {
    await play.raised();
    await play.determined({ path: 'refused' });
    await play.voted();
    await play.do('authority', makeDetermination, { step: 'authority_decision', outcome: 'reject', reasons });
    const view = await play.view();
    expect(view.approval).toMatchObject({ status: 'not-approved', on: day('2018-10-24'), final: true });
    expect(view.urgency).toMatchObject({ urgent: true, standing: 'urgent' });
    expect(view.steps.find((step) => step.id === 'implementation')?.status).toBe('not-reached');
  });
  await withCase(async (play) => {
    await play.raised();
    await play.to('2018-10-12T10:00:00Z');
    await play.do('panel-chair', makeDetermination, { step: 'progress', outcome: 'refused', reasons });
    const view = await play.view();
    expect(view.urgency.standing).toBe('not-reached');
    expect(view.progression.standing).toBe('not-reached');
  });
});

test('a refusal by role names the roles in words', async () => {
  await withCase(async (play) => {
    const refused = await play.try('panel-chair', showResponse, { modification, response: 'any' });
    expect(refused).toMatchObject({
      rejection: {
        code: 'wrong-actor',
        sentence: '"show-response" is for a Party or the Code Administrator; you act as the Panel.',
      },
    });
  });
});
