import type { Day } from '../../src/core/kernel/day.ts';
import { dayOfInstant, type Instant, instantOn } from '../../src/core/kernel/instant.ts';
import type { ProposalCommand } from '../../src/core/modification/command.ts';
import type { ProposalContext, ProposalRules } from '../../src/core/modification/context.ts';
import { decide } from '../../src/core/modification/decide.ts';
import { evolve } from '../../src/core/modification/evolve.ts';
import { commandFor, standIns } from '../../src/core/modification/profile/rehearse.ts';
import type { ProposalContent, ProposalEvent } from '../../src/core/modification/proposal.ts';
import { settle } from '../../src/core/modification/settle.ts';
import { NO_PROPOSAL, type OpenProposal, type ProposalState } from '../../src/core/modification/state.ts';
import { type NextAct, whatNext } from '../../src/core/modification/what-next.ts';
import type { Actor } from '../../src/core/party/actor.ts';

/** A turn of a walk: time passes, something wild is tried, and then some of the possible acts are done. */
export interface Turn {
  readonly hours: number;
  readonly pick: number;
  /** How many acts are done before time passes again. */
  readonly acts: number;
  readonly wild: { readonly command: ProposalCommand; readonly actor: Actor } | null;
}

/** What a walk came to. */
export interface Walk {
  readonly state: ProposalState;
  readonly events: readonly ProposalEvent[];
  /** Possible acts that were refused all the same. */
  readonly refusals: readonly string[];
  readonly commands: number;
  readonly now: Instant;
}

/** Refusals of possible acts that say only that somebody has acted already. */
const ALREADY = ['already-responded', 'already-voted', 'interest-declared'];

/** Takes a proposal through a process by chance, with wild commands in between; `check` sees the state after each turn. */
export function walk(
  rules: ProposalRules,
  content: ProposalContent,
  turns: readonly Turn[],
  check: (state: OpenProposal, now: Instant) => void,
): Walk {
  const parties = standIns(rules.partyCategories);
  const events: ProposalEvent[] = [];
  const refusals: string[] = [];
  let state: ProposalState = NO_PROPOSAL;
  let commands = 0;
  let now = instantOn(rules.profile.applies.from, '09:00');
  const contextOf = (actor: Actor): ProposalContext => ({ ...rules, now, today: dayOfInstant(now), actor, parties });
  const keep = (more: readonly ProposalEvent[]) => {
    events.push(...more);
    state = more.reduce<ProposalState>(evolve, state);
  };
  const attempt = (command: ProposalCommand, actor: Actor) => {
    commands += 1;
    const decision = decide(command, state, contextOf(actor));
    if (decision.ok) keep(decision.events);
    else if (decision.rejection.sentence === '') throw new Error(`${command.type} is refused without a sentence`);
    return decision;
  };
  const raise = rules.profile.steps.find((step) => step.id === 'raise');
  const role = raise?.by[0] ?? 'party';
  const raised = attempt(
    { type: 'raise-proposal', content, rulebook: 'walked' },
    { id: 'stand-in', name: 'Raiser', role, ...(role === 'party' ? { party: 'stand-in' } : {}) },
  );
  if (!raised.ok) throw new Error(raised.rejection.sentence);
  for (const { hours, pick, acts: count, wild } of turns) {
    now = new Date(Date.parse(now) + hours * 3_600_000).toISOString() as Instant;
    keep(settle(state, now, rules));
    if (wild !== null) attempt(wild.command, wild.actor);
    rest(pick);
    replan(pick);
    for (let done = 0; done < count; done += 1) act(pick + done * 7);
    if ((state as ProposalState).status !== 'open') break;
  }
  return { state, events, refusals, commands, now };

  /** Now and then a proposal is put on hold, and more rarely withdrawn, whatever it waits for. */
  function rest(pick: number): void {
    const own: Actor = { id: 'own', name: 'Somebody', role: 'code-administrator' };
    const until = pick % 2 === 0 ? null : ((dayOfInstant(now) + 1 + (pick % 40)) as Day);
    if (pick % 17 === 0) attempt({ type: 'hold-modification', reasons: 'By chance.', until }, own);
    const path = ['agreed', 'refused', 'authority-led'][pick % 3] ?? '';
    if (pick % 19 === 0)
      attempt({ type: 'change-path', outcome: path, reasons: 'By chance.' }, { ...own, role: 'authority' });
    const party = state.status === 'open' ? state.content.proposer.id : '';
    if (pick % 37 === 0)
      attempt({ type: 'withdraw-proposal', reasons: 'Overtaken.' }, { ...own, role: 'party', party });
  }

  /** Now and then another timetable is proposed, whatever it plans, and one that waits is answered by whoever may. */
  function replan(pick: number): void {
    if (pick % 5 !== 0 || state.status !== 'open') return;
    const role = pick % 2 === 0 ? 'code-administrator' : 'panel';
    const own: Actor = { id: 'own', name: 'Somebody', role };
    const timetable = wholeTimetable(state, { ...rules, parties, now, today: dayOfInstant(now) });
    attempt({ type: 'propose-timetable', timetable, reasons: 'By chance.' }, own);
    if (pick % 3 === 0) attempt({ type: 'answer-timetable', agreed: pick % 4 !== 0, reasons: 'By chance.' }, own);
  }

  function act(pick: number): void {
    const open: ProposalState = state;
    if (open.status !== 'open') return;
    check(open, now);
    const today = dayOfInstant(now);
    const acts = whatNext(open, { ...rules, now }).filter(
      (act) =>
        act.operation !== null &&
        (act.from === null || act.from <= today) &&
        // Few are recused and little is referred, or hardly a vote would have a quorum and hardly a decision stand.
        (pick % 9 === 0 || !['declare-interest', 'refer-decision'].includes(act.operation)),
    );
    const next = acts[pick % acts.length];
    if (next === undefined) return;
    const { command, actor } = actFor(next, pick, open, { ...rules, parties, now, today });
    const decision = attempt(command, actor);
    if (!decision.ok && !ALREADY.includes(decision.rejection.code)) {
      refusals.push(`${next.operation} ${next.step}: ${decision.rejection.sentence}`);
    }
  }
}

function actFor(act: NextAct, pick: number, state: OpenProposal, known: Parameters<typeof commandFor>[2]) {
  const step = known.profile.steps.find((one) => one.id === act.step);
  const party = known.parties[pick % known.parties.length]?.id ?? '';
  const actor: Actor = { id: 'somebody', name: 'Somebody', role: act.roles[0] ?? 'public', party };
  const reasons = 'By chance.';
  switch (act.operation) {
    case 'respond': {
      const content = { id: 'c', digest: 'd' };
      return { actor, command: { type: 'respond', step: act.step, party: null, stance: 'neutral', content } as const };
    }
    case 'adopt-proposal': {
      const others = known.parties.filter((one) => one.id !== state.content.proposer.id);
      const adopter = { ...actor, party: others[pick % others.length]?.id ?? '' };
      return { actor: adopter, command: { type: 'adopt-proposal', party: null, reasons } as const };
    }
    case 'resume-modification':
    case 'hold-modification': {
      const own = { ...actor, role: 'code-administrator' } as const;
      if (act.operation === 'resume-modification')
        return { actor: own, command: { type: act.operation, reasons } as const };
      const until = (known.today + 1 + (pick % 60)) as Day;
      return { actor: own, command: { type: act.operation, reasons, until } as const };
    }
    case 'answer-timetable':
      return { actor, command: { type: 'answer-timetable', agreed: false, reasons } as const };
    case 'refer-decision':
      return { actor, command: { type: 'refer-decision', step: act.step, party: null, grounds: reasons } as const };
    case 'declare-interest': {
      const list = state.ballots[act.step]?.at(-1)?.electorate ?? [];
      const seat = list[pick % list.length]?.seat ?? '';
      const voter = step?.voting?.unit === 'party' ? { ...actor, party: seat } : { ...actor, seat };
      return { actor: voter, command: { type: 'declare-interest', step: act.step, seat: null, reasons } as const };
    }
    default: {
      // What carries a proposal on comes more often, so that walks come far.
      const other = step?.outcomes[pick % step.outcomes.length]?.id ?? '';
      const outcome = pick % 4 === 0 ? other : (step?.outcomes[0]?.id ?? '');
      const position = (['approve', 'reject', 'abstain', 'approve', 'approve'] as const)[pick % 5] ?? 'abstain';
      const given = { consultation: 5, window: 10 };
      const done = commandFor(
        act,
        state,
        known,
        { outcomes: { [act.step]: outcome }, positions: [position], given },
        state.content,
      );
      if (done.command.type !== 'make-determination' || done.command.timetable === null) return done;
      return { ...done, command: { ...done.command, timetable: wholeTimetable(state, known) } };
    }
  }
}

/** A timetable that plans, fifty days apart, every step still to come that has to be planned. */
function wholeTimetable(life: OpenProposal, { profile, today }: Parameters<typeof commandFor>[2]) {
  const needed = profile.steps.filter((step) => step.timetabled && life.done.every((one) => one.step !== step.id));
  const steps = needed.map(({ id, kind }, index) => ({
    step: id,
    from: (today + index * 50) as Day,
    to: (today + index * 50 + (kind === 'consultation' ? 40 : 0)) as Day,
  }));
  return { steps };
}
