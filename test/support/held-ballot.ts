import { countingRules } from '../../src/core/modification/ballot/counting.ts';
import { tallyHeld } from '../../src/core/modification/ballot/electorate.ts';
import type { Voting } from '../../src/core/modification/ballot/voting.ts';
import type { ProposalCommand } from '../../src/core/modification/command.ts';
import type { ProposalContext } from '../../src/core/modification/context.ts';
import { decide } from '../../src/core/modification/decide.ts';
import { evolve } from '../../src/core/modification/evolve.ts';
import type { ProposalEvent } from '../../src/core/modification/proposal.ts';
import type { ProposalState } from '../../src/core/modification/state.ts';
import type { Actor } from '../../src/core/party/actor.ts';
import type { MembershipEvent } from '../../src/core/party/membership.ts';
import { evolveMembership, type Membership, NO_MEMBERS } from '../../src/core/party/membership.ts';
import { contextAt, moment, PEOPLE, RULES, Story } from './proposal.ts';

/** A ballot from the morning of 24 October on, under rules of its own, with who sits on the Change Board. */
export class Ballot {
  state: ProposalState;
  readonly events: ProposalEvent[] = [];
  readonly #voting: Partial<Voting>;
  readonly #members: readonly MembershipEvent[];
  readonly #rest: Partial<ProposalContext>;

  constructor(
    voting: Partial<Voting> = {},
    members: readonly MembershipEvent[] = [],
    rest: Partial<ProposalContext> = {},
  ) {
    this.#voting = voting;
    this.#members = members;
    this.#rest = rest;
    this.state = new Story().raised().panel().consulted().state;
    this.do('2018-10-24 09:00', PEOPLE.secretary, { type: 'open-ballot', step: null, closes: null });
  }

  context(at: string, actor: Actor, more: readonly MembershipEvent[] = []): ProposalContext {
    const { profile } = RULES;
    const steps = profile.steps.map((step) =>
      step.voting === null ? step : { ...step, voting: { ...step.voting, ...this.#voting } },
    );
    const all = [...this.#members, ...more];
    const members = all.length === 0 ? {} : { members: all.reduce<Membership>(evolveMembership, NO_MEMBERS) };
    return { ...contextAt(moment(at), actor), ...this.#rest, profile: { ...profile, steps }, ...members };
  }

  try(at: string, actor: Actor, command: ProposalCommand, more: readonly MembershipEvent[] = []) {
    return decide(command, this.state, this.context(at, actor, more));
  }

  do(at: string, actor: Actor, command: ProposalCommand): this {
    const decision = this.try(at, actor, command);
    if (!decision.ok) throw new Error(decision.rejection.sentence);
    this.events.push(...decision.events);
    this.state = decision.events.reduce<ProposalState>(evolve, this.state);
    return this;
  }

  held() {
    const held = this.state.status === 'open' ? this.state.ballots.ballot?.at(-1) : undefined;
    if (held === undefined) throw new Error('there is no ballot');
    return held;
  }

  tally() {
    const context = this.context('2018-10-24 12:00', PEOPLE.secretary);
    const step = context.profile.steps.find((one) => one.id === 'ballot');
    if (step === undefined || this.state.status !== 'open') throw new Error('there is no ballot');
    return tallyHeld(this.held(), countingRules(step, this.state, context));
  }
}
