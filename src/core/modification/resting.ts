import { writeDay } from '../kernel/day.ts';
import { type Instant, instantOn } from '../kernel/instant.ts';
import { type Rejection, rejection } from '../kernel/rejection.ts';
import { CLOCK, type Role, rolesInSentence } from '../party/actor.ts';
import type { ProposalCommand } from './command.ts';
import type { ProposalRules, TimedRules } from './context.ts';
import { currentHold } from './hold/hold.ts';
import { clocksGoingOn } from './hold/paused-clocks.ts';
import type { ProposalEvent } from './proposal.ts';
import { sayWho } from './proposer.ts';
import type { ProposalLife } from './state.ts';
import type { NextAct } from './what-next.ts';
import { adoptionEnds } from './withdrawal/withdrawal.ts';

/** What can be asked of a proposal that rests: everything else waits until it goes on. */
const WHILE_ON_HOLD = ['hold-modification', 'resume-modification', 'withdraw-proposal'];
const WHILE_ADOPTABLE = ['adopt-proposal'];

/** Whether a proposal rests: on hold, or withdrawn and open to be adopted. Its clocks stand still. */
export function rests(life: ProposalLife): boolean {
  return life.adoptable !== null || currentHold(life) !== null;
}

/** Why a command has to wait for a proposal that rests; null when it need not. */
export function restFault(type: ProposalCommand['type'], life: ProposalLife, rules: TimedRules): Rejection | null {
  const { id } = life.content;
  const { adoptable } = life;
  const unblock = restingActs(life, rules).map(({ who, act: by, until }) => ({ who, by, until }));
  if (adoptable !== null) {
    if (WHILE_ADOPTABLE.includes(type)) return null;
    const citation = rules.profile.withdrawal?.adoption?.citation ?? null;
    const sentence = `${id} was withdrawn on ${writeDay(adoptable.on)} and ends after ${writeDay(adoptable.lastDay)} unless another adopts it.`;
    return rejection('withdrawn', sentence, { citation, unblock });
  }
  const hold = currentHold(life);
  if (hold === null || WHILE_ON_HOLD.includes(type)) return null;
  const until = hold.planned === null ? '' : ` until ${writeDay(hold.planned)}`;
  const sentence = `${id} has been on hold since ${writeDay(hold.from)}${until}; nothing else can be done meanwhile.`;
  return rejection('on-hold', sentence, { citation: rules.profile.hold?.citation ?? null, unblock });
}

/** What can happen next to a proposal that rests; nothing for one that goes on. */
export function restingActs(life: ProposalLife, rules: ProposalRules): readonly NextAct[] {
  const { adoptable, content } = life;
  const adoption = rules.profile.withdrawal?.adoption;
  const hold = currentHold(life);
  const how = rules.profile.hold;
  if (adoptable !== null && adoption !== undefined) {
    const until = adoptionEnds(life, rules);
    const of = { ...NOTHING, step: 'withdrawal', title: 'Withdrawal', citation: adoption.citation, until };
    const who = `${rolesInSentence(adoption.by, rules.bodies)} other than ${content.proposer.name}`;
    return [
      {
        ...of,
        operation: 'adopt-proposal',
        roles: adoption.by,
        who,
        act: adoption.act,
        from: adoptable.on,
        optional: true,
      },
      {
        ...of,
        operation: null,
        roles: ['clock'],
        who: rolesInSentence(['clock']),
        act: `close ${content.id} as withdrawn`,
      },
    ];
  }
  if (hold === null || how === undefined) return [];
  const until = hold.planned === null ? null : instantOn(hold.planned, '00:00');
  const of = { ...NOTHING, step: 'hold', title: 'Hold', citation: how.citation, until };
  const resume = {
    ...of,
    operation: 'resume-modification',
    roles: how.resumedBy,
    who: sayWho(how.resumedBy, life, rules),
    act: how.resume,
    optional: until !== null,
  };
  const plan = {
    ...of,
    operation: 'hold-modification',
    roles: how.by,
    who: sayWho(how.by, life, rules),
    act: `give ${until === null ? 'the' : 'another'} day on which it goes on`,
    until: null,
    optional: true,
  };
  const clock = { ...of, operation: null, roles: ['clock'] as const, who: rolesInSentence(['clock']), act: how.resume };
  return [resume, plan, ...(until === null ? [] : [clock])];
}

/** Whether what a proposal that rests waits for is somebody's to do: a Party's own, another's to adopt. */
export function restAwaits(
  { operation, roles }: Pick<NextAct, 'operation' | 'roles'>,
  { content, adoptions }: ProposalLife,
  { role, party, whole }: { readonly role: Role | null; readonly party: string | null; readonly whole: boolean },
): boolean {
  if (operation === null || role === null || !roles.includes(role)) return false;
  if (role === 'proposer') return adoptions.length === 0;
  if (role !== 'party') return true;
  return party === null ? whole : (party === content.proposer.id) !== (operation === 'adopt-proposal');
}

/** What time does by itself to a proposal that rests; null when nothing, or when it goes on. */
export function restingDue(
  life: ProposalLife,
  rules: ProposalRules,
): { readonly at: Instant; readonly event: ProposalEvent } | null {
  const { adoptable } = life;
  if (adoptable !== null) {
    const at = adoptionEnds(life, rules);
    const title = rules.profile.withdrawal?.title ?? '';
    return at && { at, event: { type: 'proposal-closed', end: 'withdrawn', title, on: adoptable.lastDay } };
  }
  const on = currentHold(life)?.planned ?? null;
  if (on === null) return null;
  const at = instantOn(on, '00:00');
  const clocks = clocksGoingOn(currentHold(life)?.from ?? on, on, life, { ...rules, now: at });
  return { at, event: { type: 'modification-resumed', by: CLOCK.name, reasons: '', on, clocks } };
}

const NOTHING = { from: null, until: null, timing: null, closes: null, overdue: false, optional: false } as const;
