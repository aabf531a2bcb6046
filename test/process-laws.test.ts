import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rulesWith } from '../src/app/modification/proposals.ts';
import type { Day } from '../src/core/kernel/day.ts';
import { instant, instantOn } from '../src/core/kernel/instant.ts';
import type { ProposalCommand } from '../src/core/modification/command.ts';
import type { ProposalRules } from '../src/core/modification/context.ts';
import { replay } from '../src/core/modification/evolve.ts';
import type { ProposalContent, ProposalEvent } from '../src/core/modification/proposal.ts';
import { nextDue } from '../src/core/modification/settle.ts';
import { whatNext } from '../src/core/modification/what-next.ts';
import { type Actor, ROLES } from '../src/core/party/actor.ts';
import { loadRulebook, SHIPPED_RULEBOOKS, shippedCodes } from '../src/format/rulebook/load.ts';
import { type Turn, type Walk, walk } from './support/process-walk.ts';
import { content } from './support/proposal.ts';
import { wildRefinement } from './support/wild-refinement.ts';

/** Walks for each process: few in a common run; `PROVISO_WALKS=120` comes to more than 100,000 commands. */
const WALKS = Number(process.env.PROVISO_WALKS ?? 6);
/** Calendars end, and a walk with them. */
const LONGEST = 60;

const processes = (
  await Promise.all(
    (
      await shippedCodes()
    ).map(async (code) => {
      const read = await loadRulebook(join(SHIPPED_RULEBOOKS, code));
      if (!read.ok) throw new Error(read.faults.map((fault) => fault.sentence).join(' '));
      return read.rulebook.profiles.map((profile) => ({ id: profile.id, rules: rulesWith(read.rulebook, profile) }));
    }),
  )
).flat();

/** A proposal that the process lets be raised, with or without a wish to be urgent. */
function proposalFor({ profile }: ProposalRules, asked: boolean): ProposalContent {
  const named = profile.identifiers?.[0];
  const id = named === undefined ? 'P1' : `${named.prefix}${'1'.padStart(named.digits, '0')}`;
  const proposer = { id: 'stand-in', name: 'A Party' };
  const [by, on] = [40, 55].map((days) => (profile.applies.from + days) as Day) as [Day, Day];
  const implementation = {
    kind: 'decision',
    decision: 'approval',
    by,
    // biome-ignore lint/suspicious/noThenProperty: the field is the consequence of a decision, never awaited.
    then: { kind: 'on', day: on },
    otherwise: null,
  } as const;
  return content({ id, proposer, urgency: { asked, reason: '' }, timetable: { steps: [] }, implementation });
}

function turnsOf({ profile, bodies }: ProposalRules): fc.Arbitrary<readonly Turn[]> {
  const step = fc.constantFrom(...profile.steps.map((one) => one.id), 'merits', '__proto__');
  const outcome = fc.constantFrom(...profile.steps.flatMap((one) => one.outcomes.map((each) => each.id)), 'perhaps');
  const day = fc.integer({ min: profile.applies.from - 400, max: profile.applies.from + 1500 }) as fc.Arbitrary<Day>;
  const seat = fc.constantFrom(...bodies.flatMap((body) => body.seats.map((one) => one.id)), 'throne', '__proto__');
  const reasons = fc.constantFrom('', 'For the reasons minuted.');
  const maybe = fc.option(step);
  const command: fc.Arbitrary<ProposalCommand> = fc.oneof(
    fc.record({ type: fc.constant('submit-paper'), step }),
    wildRefinement(day),
    fc.record({ type: fc.constant('make-determination'), step, outcome, reasons, timetable: fc.constant(null) }),
    fc.record({ type: fc.constant('open-consultation'), step: maybe, from: fc.option(day), to: fc.option(day) }),
    fc.record({ type: fc.constant('close-consultation'), step: maybe }),
    fc.record({
      type: fc.constant('respond'),
      step: maybe,
      party: fc.option(fc.constantFrom('supplier-1', 'nobody')),
      stance: fc.constantFrom('support', 'oppose', 'neutral'),
      content: fc.constant({ id: 'c', digest: 'd' }),
    }),
    fc.record({
      type: fc.constant('open-ballot'),
      step: maybe,
      closes: fc.option(day.map((on) => instantOn(on, '12:00'))),
      weights: fc.constantFrom({}, { nobody: 3 }, { 'supplier-1': -1 }),
    }),
    fc.record({ type: fc.constant('withdraw-vote'), step: maybe, seat: fc.option(seat) }),
    fc.record({ type: fc.constant('give-proxy'), step: maybe, seat: fc.option(seat), to: fc.option(seat) }),
    fc.record({
      type: fc.constant('record-attendance'),
      step: maybe,
      present: fc.array(seat, { maxLength: 4 }),
      apologies: fc.array(seat, { maxLength: 2 }),
    }),
    fc.record({
      type: fc.constant('cast-vote'),
      step: maybe,
      seat: fc.option(seat),
      position: fc.constantFrom('approve', 'reject', 'abstain'),
      reasons,
    }),
    fc.record({ type: fc.constant('declare-interest'), step: maybe, seat: fc.option(seat), reasons }),
    fc.record({ type: fc.constant('close-ballot'), step: maybe }),
    fc.record({
      type: fc.constant('sign-impact'),
      text: reasons,
      figures: fc.constant([]),
      basis: fc.record({
        digest: fc.constant('0'.repeat(64)),
        computedAt: fc.constant(instant('2018-10-05T10:00:00Z')),
        revision: fc.integer({ min: 1, max: 2 }),
        readings: fc.constant({}),
        assumed: fc.constant({}),
        implementation: fc.option(day),
      }),
    }),
    fc.record({ type: fc.constant('comment-on-proposal'), text: reasons }),
    fc.record({ type: fc.constant('answer-comment'), comment: fc.constantFrom('1', '__proto__'), text: reasons }),
    fc.record({ type: fc.constant('change-path'), outcome, reasons }),
    fc.record({ type: fc.constant('withdraw-proposal'), reasons }),
    fc.record({
      type: fc.constant('adopt-proposal'),
      party: fc.option(fc.constantFrom('supplier-1', 'nobody')),
      reasons,
    }),
    fc.record({ type: fc.constant('hold-modification'), reasons, until: fc.option(day) }),
    fc.record({ type: fc.constant('resume-modification'), reasons }),
    fc.record({ type: fc.constant('open-window'), step: maybe, lastDay: day }),
    fc.record({ type: fc.constant('refer-decision'), step: maybe, party: fc.constant(null), grounds: reasons }),
    fc.record({ type: fc.constant('set-implementation-date'), step: maybe, day, reasons }),
    fc.record({ type: fc.constant('implement-modification'), step: maybe, label: fc.constant('5.24') }),
  );
  const actor: fc.Arbitrary<Actor> = fc
    .record({
      role: fc.constantFrom(...ROLES),
      seat: fc.option(seat),
      party: fc.option(fc.constantFrom('supplier-1', 'x')),
    })
    .map((one) => ({
      id: 'wild',
      name: 'Anybody',
      role: one.role,
      ...(one.seat === null ? {} : { seat: one.seat }),
      ...(one.party === null ? {} : { party: one.party }),
    }));
  const turn = fc.record({
    hours: fc.oneof(fc.nat(12), fc.nat(200)),
    pick: fc.nat(1000),
    acts: fc.integer({ min: 1, max: 14 }),
    wild: fc.option(fc.record({ command, actor })),
  });
  return fc.array(turn, { minLength: 20, maxLength: LONGEST });
}

/** The day of an event, where it has one. */
function dayOf(event: ProposalEvent): Day | null {
  if (event.type === 'proposal-raised') return event.raisedOn;
  return 'on' in event ? event.on : null;
}

describe.each(processes)('over commands at random under $id', ({ id, rules }) => {
  const title = 'decide never throws, no state is a trap, replay is the state and no clock runs backward';
  test(title, { timeout: 30_000 + WALKS * 5_000 }, () => {
    let commands = 0;
    const ends = new Map<string, number>();
    fc.assert(
      fc.property(turnsOf(rules), fc.boolean(), (turns, asked) => {
        const walked: Walk = walk(rules, proposalFor(rules, asked), turns, (state, now) => {
          expect(whatNext(state, { ...rules, now }), 'nothing is next').not.toEqual([]);
          const due = nextDue(state, rules);
          if (due !== null) expect(due > now, `${due} was due before ${now}`).toBe(true);
        });
        commands += walked.commands;
        const end = walked.state.status === 'closed' ? walked.state.end.id : 'open';
        ends.set(end, (ends.get(end) ?? 0) + 1);
        expect(walked.refusals).toEqual([]);
        expect(replay(walked.events)).toEqual(walked.state);
        const days = walked.events.flatMap((event) => dayOf(event) ?? []);
        expect(days).toEqual(days.toSorted((a, b) => a - b));
      }),
      { numRuns: WALKS },
    );
    expect(commands).toBeGreaterThan(WALKS);
    if (WALKS > 100) process.stderr.write(`${id}: ${commands} commands; came to ${JSON.stringify([...ends])}\n`);
  });
});
