import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextAt, holder, PEOPLE, RULES, SEATS, Story, TIMETABLE } from '../../../test/support/proposal.ts';
import { type Day, day } from '../kernel/day.ts';
import { dayOfInstant, type Instant, instantOn } from '../kernel/instant.ts';
import type { Actor, Role } from '../party/actor.ts';
import type { ProposalCommand } from './command.ts';
import { decide } from './decide.ts';
import { evolve, replay } from './evolve.ts';
import { endOf, openSteps, statusOf } from './profile/net.ts';
import { refiningCommandFor } from './refinement/rehearse-refinement.ts';
import { settle } from './settle.ts';
import { type DoneStep, NO_PROPOSAL, type OpenProposal, type ProposalLife, type ProposalState } from './state.ts';
import type { Timetable } from './timetable/timetable.ts';
import { type NextAct, whatNext } from './what-next.ts';

const { profile } = RULES;
const people: readonly Actor[] = [...Object.values(PEOPLE), ...SEATS.map(holder)];
const stepIds = [...profile.steps.map((step) => step.id), 'merits', '__proto__'];
const outcomeIds = [...new Set(profile.steps.flatMap((step) => step.outcomes.map((one) => one.id))), 'perhaps'];

const step = fc.constantFrom(...stepIds);
const END = instantOn(day('2021-01-01'), '00:00');
const maybeStep = fc.option(step);
const anyDay = fc.integer({ min: day('2009-01-01'), max: day('2032-01-01') }) as fc.Arbitrary<Day>;
const anyInstant = anyDay.map((on) => instantOn(on, '12:00'));
const reasons = fc.constantFrom('', 'For the reasons minuted.');
const anyCommand: fc.Arbitrary<ProposalCommand> = fc.oneof(
  fc.record({ type: fc.constant('submit-paper'), step }),
  fc.record({
    type: fc.constant('make-determination'),
    step,
    outcome: fc.constantFrom(...outcomeIds),
    reasons,
    timetable: fc.option(fc.constant(TIMETABLE)),
  }),
  fc.record({
    type: fc.constant('open-consultation'),
    step: maybeStep,
    from: fc.option(anyDay),
    to: fc.option(anyDay),
  }),
  fc.record({
    type: fc.constant('respond'),
    step: maybeStep,
    party: fc.option(fc.constantFrom('brightwater-energy', 'nobody')),
    stance: fc.constantFrom('support', 'oppose', 'neutral'),
    content: fc.constant({ id: 'c', digest: 'd' }),
  }),
  fc.record({ type: fc.constant('close-consultation'), step: maybeStep }),
  fc.record({ type: fc.constant('open-ballot'), step: maybeStep, closes: fc.option(anyInstant) }),
  fc.record({
    type: fc.constant('cast-vote'),
    step: maybeStep,
    seat: fc.option(fc.constantFrom(...SEATS, 'throne')),
    position: fc.constantFrom('approve', 'reject', 'abstain'),
    reasons,
  }),
  fc.record({ type: fc.constant('close-ballot'), step: maybeStep }),
  fc.record({ type: fc.constant('refer-decision'), step: maybeStep, party: fc.constant(null), grounds: reasons }),
  fc.record({ type: fc.constant('set-implementation-date'), step: maybeStep, day: anyDay, reasons }),
  fc.record({ type: fc.constant('withdraw-proposal'), reasons }),
  fc.record({ type: fc.constant('implement-modification'), step: maybeStep, label: fc.constant('5.24') }),
);

/** A walk: at each turn time passes and one of the possible acts is done, picked by a number. */
const walk = fc.array(fc.record({ pick: fc.nat(1000), hours: fc.nat(200) }), { minLength: 1, maxLength: 60 });

describe('laws of a proposal', { timeout: 60_000 }, () => {
  test('decide never throws, whatever is asked by whomever and whenever', () => {
    fc.assert(
      fc.property(walk, anyCommand, fc.constantFrom(...people), anyInstant, (turns, command, actor, now) => {
        const { state } = walked(turns);
        const decision = decide(command, state, contextAt(now, actor));
        if (!decision.ok) expect(decision.rejection.sentence).not.toBe('');
        settle(state, now, RULES);
      }),
      { numRuns: 60 },
    );
  });

  test('replaying the events gives the state, and evolve takes them in any order', () => {
    fc.assert(
      fc.property(walk, fc.nat(), (turns, seed) => {
        const { state, events } = walked(turns);
        expect(replay(events)).toEqual(state);
        const shuffled = events.toSorted((a, b) => ((a.type.length * seed) % 7) - ((b.type.length * seed) % 5));
        expect(Object.isFrozen(shuffled.reduce<ProposalState>(evolve, NO_PROPOSAL))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('a walk over possible acts is never trapped and never refused', () => {
    fc.assert(
      fc.property(walk, (turns) => {
        const { state, refusals } = walked(turns);
        expect(refusals).toEqual([]);
        if (state.status === 'open') expect(whatNext(state, { ...RULES, now: END })).not.toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('every reachable combination of outcomes, early or late, has an end or an open step', () => {
    const start = new Story().raised().state;
    if (start.status === 'none') throw new Error('nothing was raised');
    const seen = new Set<string>();
    const ends = new Set<string>();
    const explore = (life: ProposalLife, late: boolean) => {
      const key = `${life.done.map((one) => `${one.step}=${one.outcome}@${one.on}`).toSorted()}`;
      if (seen.has(key)) return;
      seen.add(key);
      const end = endOf(life, profile);
      if (end !== null) {
        ends.add(end.id);
        return;
      }
      const open = openSteps(life, profile);
      expect(open, `trapped after ${key}`).not.toEqual([]);
      for (const at of open) {
        for (const outcome of at.outcomes.filter((one) => one.id !== 'no-quorum')) {
          for (const isLate of late ? [true] : at.stage === 'decision' ? [false, true] : [false]) {
            const on = day(isLate ? '2018-11-20' : '2018-10-24');
            const done: DoneStep = { step: at.id, outcome: outcome.id, on, reasons: null };
            const set = at.kind === 'dating' ? [{ step: at.id, day: day('2018-11-29'), on, reasons: '' }] : [];
            const after: OpenProposal = {
              ...life,
              status: 'open',
              done: [...life.done, done],
              dated: [...life.dated, ...set],
            };
            const steps = outcome.reopens;
            const back = steps && evolve(after, { type: 'steps-reopened', step: at.id, steps, on });
            explore((back ?? after) as OpenProposal, isLate);
          }
        }
      }
    };
    explore(start, false);
    expect([...ends].toSorted()).toEqual(['implemented', 'not-progressed', 'rejected']);
    expect(seen.size).toBeGreaterThan(500);
  });
});

function walked(turns: readonly { readonly pick: number; readonly hours: number }[]) {
  let state: ProposalState = new Story().raised().state;
  const events = [...new Story().raised().events];
  const refusals: string[] = [];
  let now = Date.parse('2018-10-12T09:00:00Z');
  const keep = (more: typeof events) => {
    events.push(...more);
    state = more.reduce<ProposalState>(evolve, state);
  };
  for (const { pick, hours } of turns) {
    now += hours * 3_600_000;
    const at = new Date(now).toISOString() as Instant;
    keep([...settle(state, at, RULES)]);
    if (state.status !== 'open') break;
    const acts = whatNext(state, { ...RULES, now: at }).filter((act) => act.operation !== null);
    const act = acts[pick % acts.length];
    if (act === undefined || (act.from !== null && instantOn(act.from, '00:00') > at)) continue;
    const actors = people.find((one) => one.role === act.roles[0]) ?? asked(act.roles[0]);
    const refining = refiningCommandFor(act, state, contextAt(at, actors), actors);
    const { command, actor } = refining ?? commandFor(act, pick, state, dayOfInstant(at));
    const decision = decide(command, state, contextAt(at, actor));
    if (decision.ok) keep([...decision.events]);
    else if (!['already-responded', 'already-voted'].includes(decision.rejection.code)) {
      refusals.push(`${act.operation}: ${decision.rejection.sentence}`);
    }
  }
  return { state, events, refusals };
}

/** Somebody of a role that nobody above has. */
function asked(role: Role = 'public'): Actor {
  return { id: role, name: role, role };
}

/** A timetable that plans, from a day on, every step still to come that has to be planned. */
function wholeTimetable(life: ProposalLife, from: Day): Timetable {
  const needed = profile.steps.filter(
    (step) => step.timetabled && ['open', 'waiting'].includes(statusOf(step, life, profile).kind),
  );
  const steps = needed.map(({ id }, index) => ({
    step: id,
    from: (from + index * 50) as Day,
    to: (from + index * 50 + (id === 'consultation' ? 40 : 0)) as Day,
  }));
  return { steps };
}

function commandFor(
  act: NextAct,
  pick: number,
  life: ProposalLife,
  today: Day,
): { command: ProposalCommand; actor: Actor } {
  const role: Role = act.roles[0] ?? 'public';
  const actor = people.find((one) => one.role === role) ?? PEOPLE.party;
  const at = profile.steps.find((one) => one.id === act.step);
  const reasons = 'For the reasons minuted.';
  switch (act.operation) {
    case 'submit-paper':
      return { actor, command: { type: 'submit-paper', step: act.step } };
    case 'make-determination': {
      const outcome = at?.outcomes[pick % at.outcomes.length]?.id ?? '';
      const timetable = at?.carriesTimetable ? wholeTimetable(life, today) : null;
      return { actor, command: { type: 'make-determination', step: act.step, outcome, reasons, timetable } };
    }
    case 'open-consultation':
      return { actor, command: { type: 'open-consultation', step: act.step, from: null, to: null } };
    case 'respond':
      return {
        actor,
        command: { type: 'respond', step: null, party: null, stance: 'support', content: { id: 'c', digest: 'd' } },
      };
    case 'open-ballot':
      return { actor, command: { type: 'open-ballot', step: null, closes: null } };
    case 'close-ballot':
      return { actor, command: { type: 'close-ballot', step: null } };
    case 'cast-vote': {
      const position = (['approve', 'reject', 'abstain'] as const)[pick % 3] ?? 'abstain';
      const seat = SEATS[pick % SEATS.length] ?? '';
      return { actor: holder(seat), command: { type: 'cast-vote', step: null, seat: null, position, reasons } };
    }
    case 'refer-decision':
      return { actor, command: { type: 'refer-decision', step: null, party: null, grounds: reasons } };
    case 'set-implementation-date': {
      const latest = Math.max(day('2018-11-20'), ...life.done.map((one) => one.on + 30)) as Day;
      return { actor, command: { type: 'set-implementation-date', step: null, day: (latest + 400) as Day, reasons } };
    }
    default:
      return { actor, command: { type: 'implement-modification', step: null, label: '5.24' } };
  }
}
