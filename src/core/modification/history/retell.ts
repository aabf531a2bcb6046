import { addDays, type Day, writeDay } from '../../kernel/day.ts';
import { dayOfInstant, type Instant, instantOn } from '../../kernel/instant.ts';
import { coversDay, workingDaysBetween } from '../../kernel/working-days.ts';
import type { Actor } from '../../party/actor.ts';
import type { ProposalCommand } from '../command.ts';
import type { ProposalContext, ProposalRules } from '../context.ts';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import { statusOf } from '../profile/net.ts';
import { actorFor, commandFor, isAtWork, nextMoment, type Supposed, standIns } from '../profile/rehearse.ts';
import type { ProposalContent, ProposalEvent } from '../proposal.ts';
import { settle } from '../settle.ts';
import { NO_PROPOSAL, type OpenProposal, type ProposalState, RAISING } from '../state.ts';
import { whatNext } from '../what-next.ts';
import type { History, KnownAct } from './history.ts';
import { supposedContent } from './supposed-content.ts';

/** A line of a history that is retold: something known, or something that the process asks for in between. */
export interface RetoldRow {
  readonly what: string;
  readonly by: string;
  /** The known day; null when it is not known. */
  readonly on: Day | null;
  /** The known days between which it must have been; null at an end that nothing bounds. */
  readonly between: { readonly from: Day | null; readonly to: Day | null };
  /** Working Days since the known day before, which is not counted; null at the first, and where a day is not known. */
  readonly workingDays: number | null;
  readonly known: KnownAct | null;
}

/** A history taken through its process. */
export interface Retold {
  readonly rows: readonly RetoldRow[];
  /** Why the process would not have let it happen so, in sentences; empty when it would. */
  readonly refusals: readonly string[];
  /** How it ended under the process; null while it is open. */
  readonly end: string | null;
  readonly events: readonly ProposalEvent[];
}

const TURNS = 400;
const MORNING = '09:00';
const NOON = '12:00';
/** Tries of a day of raising where that is not known, in days before the first that is. */
const EARLIER = [7, 14, 28, 56, 112, 224];
const LENGTHS = { consultation: 5, window: 10 } as const;

/**
 * Takes what is known of a modification through its process by the rules themselves: each known act on its day, and
 * before it whatever the process asks for, at the first moment that it can be. Those days are not known and are not
 * given: only between which known ones they lie.
 */
export function retell(history: History, given: ProposalRules): Retold {
  const [first] = history.known;
  if (first === undefined) return { rows: [], refusals: [], end: null, events: [] };
  const isRaised = first.act === 'step' && first.step === RAISING;
  const tries = isRaised ? [0] : EARLIER;
  const told = tries.map((days) => () => new Telling(history, given, addDays(first.on, -days)).tell());
  return told.reduce<Retold | null>((found, tell) => (found?.refusals.length === 0 ? found : tell()), null) as Retold;
}

class Telling {
  readonly #history: History;
  readonly #rules: ProposalRules;
  readonly #parties: ProposalContext['parties'];
  readonly #content: ProposalContent;
  readonly #raisedOn: Day;
  readonly #rows: RetoldRow[] = [];
  readonly #refusals: string[] = [];
  readonly #events: ProposalEvent[] = [];
  #state: ProposalState = NO_PROPOSAL;
  #now: Instant;
  /** The known day before. */
  #last: Day | null = null;

  constructor(history: History, rules: ProposalRules, raisedOn: Day) {
    this.#history = history;
    this.#rules = rules;
    this.#parties = standIns(rules.partyCategories);
    this.#raisedOn = raisedOn;
    this.#now = instantOn(raisedOn, MORNING);
    this.#content = supposedContent(history, rules);
  }

  tell(): Retold {
    const [first] = this.#history.known;
    const isRaised = first?.act === 'step' && first.step === RAISING;
    const raise = this.#rules.profile.steps.find((step) => step.id === RAISING);
    const raiser = this.#somebody(raise?.by[0] ?? 'party');
    const content = { ...this.#content, proposer: { id: raiser.party ?? raiser.id, name: raiser.name } };
    this.#do({ type: 'raise-proposal', content, rulebook: 'retold' }, raiser);
    this.#tellOf(raise?.title ?? 'Raised', raiser, isRaised ? (first ?? null) : null, isRaised ? this.#raisedOn : null);
    for (const known of this.#history.known.slice(isRaised ? 1 : 0)) {
      if (this.#refusals.length > 0) break;
      this.#come(known);
    }
    if (this.#refusals.length === 0) this.#settle(instantOn(addDays(dayOfInstant(this.#now), 60), MORNING));
    const state = this.#state;
    const rows = this.#rows.map((row, at) => ({
      ...row,
      between: { ...row.between, to: row.on ?? this.#knownAfter(at) },
    }));
    return {
      rows,
      refusals: this.#refusals,
      end: state.status === 'closed' ? state.end.title : null,
      events: this.#events,
    };
  }

  #knownAfter(at: number): Day | null {
    return this.#rows.slice(at).find((row) => row.on !== null)?.on ?? null;
  }

  /** Comes to a known act, doing before it what the process asks for. */
  #come(known: KnownAct): void {
    const at = instantOn(known.on, NOON);
    for (let turn = 0; turn < TURNS; turn += 1) {
      this.#settle(this.#now);
      const state = this.#state;
      if (state.status !== 'open') {
        this.#refusals.push(`${this.#history.id} had come to its end before ${writeDay(known.on)}.`);
        return;
      }
      if (this.#isOpen(known, state)) {
        this.#settle(at);
        this.#actOn(known);
        return;
      }
      if (!this.#goOn(state, known, at)) return;
    }
  }

  #isOpen(known: KnownAct, state: OpenProposal): boolean {
    if (known.act !== 'step' && known.act !== 'in-force') return true;
    const step = this.#stepOf(known);
    return step !== undefined && statusOf(step, state, this.#rules.profile).kind === 'open';
  }

  #stepOf(known: KnownAct) {
    const { steps } = this.#rules.profile;
    if (known.act === 'in-force') return steps.find((one) => one.kind === 'implementation');
    return known.act === 'step' ? steps.find((one) => one.id === known.step) : undefined;
  }

  /** One thing more that the process asks for before a known act; false when it cannot be by its day. */
  #goOn(state: OpenProposal, known: KnownAct, at: Instant): boolean {
    const rules = { ...this.#rules, now: this.#now };
    const later = new Set(this.#history.known.flatMap((one) => (one.on >= known.on ? [this.#stepOf(one)?.id] : [])));
    const acts = whatNext(state, rules).filter(
      (act) => act.operation !== null && !act.optional && !later.has(act.step),
    );
    const today = dayOfInstant(this.#now);
    const act = isAtWork(this.#now, rules) ? acts.find((one) => one.from === null || one.from <= today) : undefined;
    if (act === undefined) {
      const next = nextMoment(acts, state, this.#now, rules);
      if (next === null || next > at) {
        const step = this.#stepOf(known);
        const what = step?.title ?? known.act;
        const waits = acts.map((one) => one.act).join('; ');
        this.#refusals.push(
          `"${what}" could not be on ${writeDay(known.on)}${waits === '' ? '' : `: first comes to ${waits}`}.`,
        );
        return false;
      }
      this.#now = next;
      return true;
    }
    const context = { ...rules, parties: this.#parties, today };
    const { command, actor } = commandFor(act, state, context, this.#supposed(), this.#content);
    if (!this.#do(command, actor)) return false;
    // a ballot is told of once
    if (act.operation !== 'cast-vote' && act.operation !== 'close-ballot') this.#tellOf(act.title, actor, null, null);
    return true;
  }

  #actOn(known: KnownAct): void {
    const step = this.#stepOf(known);
    if (known.act === 'step' && step?.kind === 'ballot') {
      this.#vote(step.id, step.title, known);
      return;
    }
    const asked = this.#askedBy(known);
    if (asked === null || !this.#do(asked.command, asked.actor)) return;
    this.#tellOf(asked.what, asked.actor, known, known.on);
    if (known.act !== 'step' || known.until === undefined) return;
    this.#settle(instantOn(addDays(known.until, 1), MORNING));
    this.#tellOf(`${step?.title} closed`, this.#somebody('clock'), { ...known, on: known.until }, known.until);
  }

  /** What a known act asks of the proposal, by whom, and how it is told. */
  #askedBy(
    known: KnownAct,
  ): { readonly what: string; readonly command: ProposalCommand; readonly actor: Actor } | null {
    const reasons = 'Not known.';
    const step = this.#stepOf(known);
    switch (known.act) {
      case 'hold':
        return this.#asProposer('Put on hold', { type: 'hold-modification', reasons, until: null });
      case 'resume':
        return this.#asProposer('Taken off hold', { type: 'resume-modification', reasons });
      case 'withdraw':
        return this.#asProposer('Withdrawn', { type: 'withdraw-proposal', reasons });
      case 'in-force': {
        const { label = null } = known;
        const what = label === null ? 'In force' : `In force as version ${label}`;
        const actor = this.#somebody(step?.by[0] ?? 'code-administrator');
        return {
          what,
          actor,
          command: { type: 'implement-modification', step: step?.id ?? null, label: label ?? 'retold' },
        };
      }
      case 'step':
        return step?.kind === 'consultation'
          ? {
              what: `${step.title} opened`,
              actor: this.#somebody(step.by[0] ?? 'code-administrator'),
              command: { type: 'open-consultation', step: step.id, from: known.on, to: known.until ?? null },
            }
          : this.#askedByStep(known);
    }
  }

  #askedByStep(known: KnownAct & { readonly act: 'step' }) {
    const state = this.#state as OpenProposal;
    const rules = { ...this.#rules, now: this.#now };
    const act = whatNext(state, rules).find((one) => one.step === known.step && one.operation !== null);
    if (act === undefined) return null;
    const supposed = this.#supposed(known.outcome === undefined ? {} : { [known.step]: known.outcome });
    const context = { ...rules, parties: this.#parties, today: known.on };
    const outcome = this.#stepOf(known)
      ?.outcomes.find((one) => one.id === known.outcome)
      ?.title.toLowerCase();
    const what = outcome === undefined ? act.title : `${act.title}: ${outcome}`;
    return { what, ...commandFor(act, state, context, supposed, this.#content) };
  }

  #asProposer(what: string, command: ProposalCommand) {
    const raise = this.#rules.profile.steps.find((step) => step.id === RAISING);
    return { what, command, actor: this.#somebody(raise?.by[0] ?? 'party') };
  }

  /** Holds a ballot on its day, in which everyone is supposed to vote for what it came to. */
  #vote(step: string, title: string, known: KnownAct & { readonly act: 'step' }): void {
    const supposed = { ...this.#supposed(), positions: [known.outcome === 'reject' ? 'reject' : 'approve'] as const };
    for (let turn = 0; turn < TURNS; turn += 1) {
      const state = this.#state;
      if (state.status !== 'open' || state.done.some((one) => one.step === step)) break;
      const act = whatNext(state, { ...this.#rules, now: this.#now }).find(
        (one) => one.step === step && ['open-ballot', 'cast-vote', 'close-ballot'].includes(one.operation ?? ''),
      );
      if (act === undefined) break;
      const context = { ...this.#rules, now: this.#now, parties: this.#parties, today: known.on };
      const { command, actor } = commandFor(act, state, context, supposed, this.#content);
      if (!this.#do(command, actor)) return;
    }
    this.#tellOf(`${title}: ${known.outcome ?? ''}`, this.#somebody('change-board'), known, known.on);
  }

  #tellOf(what: string, actor: Actor, known: KnownAct | null, on: Day | null): void {
    const workingDays = on === null || this.#last === null ? null : this.#workingDays(this.#last, on);
    this.#rows.push({ what, by: actor.role, on, between: { from: this.#last, to: null }, workingDays, known });
    if (on !== null) this.#last = on;
  }

  #workingDays(from: Day, to: Day): number | null {
    const [calendar] = this.#rules.calendars;
    return calendar !== undefined && coversDay(calendar, from) && coversDay(calendar, to)
      ? workingDaysBetween(calendar, from, to)
      : null;
  }

  #supposed(more: Readonly<Record<string, string>> = {}): Supposed {
    const outcomes = Object.fromEntries(this.#history.supposed.map(({ step, outcome }) => [step, outcome]));
    return { outcomes: { ...outcomes, ...more }, positions: ['approve'], given: LENGTHS };
  }

  #somebody(role: Actor['role']): Actor {
    return actorFor(role, this.#parties[0]?.id ?? 'stand-in', this.#content);
  }

  #settle(to: Instant): void {
    this.#keep(settle(this.#state, to, this.#rules));
    if (to > this.#now) this.#now = to;
  }

  #do(command: ProposalCommand, actor: Actor): boolean {
    const context: ProposalContext = {
      ...this.#rules,
      now: this.#now,
      today: dayOfInstant(this.#now),
      actor,
      parties: this.#parties,
    };
    const decision = decide(command, this.#state, context);
    if (decision.ok) this.#keep(decision.events);
    else this.#refusals.push(decision.rejection.sentence);
    return decision.ok;
  }

  #keep(events: readonly ProposalEvent[]): void {
    this.#events.push(...events);
    this.#state = events.reduce<ProposalState>(evolve, this.#state);
  }
}
