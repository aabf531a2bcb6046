import { writeDay } from '../../kernel/day.ts';
import { contains, type Interval } from '../../kernel/interval.ts';
import type { Actor } from '../../party/actor.ts';
import { alternatesOn, holderOn, isPerson, isRecorded, isSame } from '../../party/membership.ts';
import type { ProposalContext } from '../context.ts';
import type { Step } from '../profile/profile.ts';
import type { Caster, Elector, Voter } from './ballot-event.ts';
import type { HeldBallot } from './held-ballot.ts';

/** Where a ballot is held: its step, and the stream of its modification, by which alternates are named for it. */
export interface Place {
  readonly step: Step;
  readonly about: string;
}

type Known = Pick<ProposalContext, 'actor' | 'today' | 'members'>;

/** As what somebody may cast the vote of a voter on the list now; null when they may not. */
export function casterFor(seat: string, held: HeldBallot, place: Place, context: Known): Caster | null {
  const own = inPerson(seat, held, place, context);
  if (own !== null) return own;
  const proxy = held.proxies.find((one) => one.seat === seat);
  const holding = proxy === undefined ? null : inPerson(proxy.to, held, place, context);
  return proxy === undefined || holding === null ? null : { ...holding, as: 'proxy', seat: proxy.to };
}

/** Every voter on the list whose vote somebody may cast now, in its order, and as what. */
export function castableBy(
  held: HeldBallot,
  place: Place,
  context: Known,
): readonly { readonly seat: string; readonly by: Caster }[] {
  return held.electorate.flatMap(({ seat }) => {
    const by = casterFor(seat, held, place, context);
    return by === null ? [] : [{ seat, by }];
  });
}

/** Who may cast the vote of a voter, in words: `Ada (holder), Ben (alternate) or the Party "larch"`. */
export function castersOf(elector: Elector, held: HeldBallot, { step, about }: Place, context: Known): string {
  const isParty = step.voting?.unit === 'party';
  const { voters = [], seat } = elector;
  const named = voters.filter((one) => contains(one, context.today) && isStillNamed(one, seat, about, context));
  const holder = voters.some((one) => one.as === 'holder')
    ? []
    : [isParty ? `the Party "${elector.seat}"` : `the holder of the seat "${elector.seat}"`];
  const proxy = held.proxies.find((one) => one.seat === elector.seat);
  const given = proxy === undefined ? [] : [`who votes for "${proxy.to}" (proxy)`];
  const all = [...holder, ...named.map((one) => `${one.person.name} (${one.as})`), ...given];
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}

/** Why somebody named for a seat may not vote for it today: the days are others. Null when they are not named at all. */
export function notOnTheseDays({ seat, voters = [] }: Elector, { actor, today, members }: Known): string | null {
  const own = voters.find((one) => isActor(one, seat, actor));
  const what = own?.as === 'alternate' ? `stands in for the seat "${seat}"` : `sits for the seat "${seat}"`;
  if (own !== undefined && !contains(own, today))
    return `${actor.name} ${what} ${daysOf(own)}, not on ${writeDay(today)}`;
  const left = members?.terms.findLast((term) => term.seat === seat && isPerson(term.person, actor));
  if (left === undefined || contains(left, today)) return null;
  return `${actor.name} sits for the seat "${seat}" ${daysOf(left)}, not on ${writeDay(today)}`;
}

function inPerson(seat: string, held: HeldBallot, { step, about }: Place, context: Known): Caster | null {
  const elector = held.electorate.find((one) => one.seat === seat);
  if (elector === undefined) return null;
  const { actor, today, members } = context;
  const { voters = [] } = elector;
  const as = { account: actor.id, name: actor.name };
  const named = voters.filter((one) => isActor(one, seat, actor) && contains(one, today));
  if (voters.every((one) => one.as !== 'holder')) {
    const own = step.voting?.unit === 'party' ? actor.party : actor.seat;
    // Somebody may have been appointed since; until then whoever's account has the seat holds it.
    const holder = members === undefined || !isRecorded(members, seat) ? null : holderOn(members, seat, today);
    if (own === seat && (holder === null || isPerson(holder.person, actor))) return { as: 'holder', ...as };
  }
  // The list is frozen, but whoever has left since votes no more.
  const still = named.filter((one) => isStillNamed(one, seat, about, context));
  const best = still.find((one) => one.as === 'holder') ?? still[0];
  return best === undefined ? null : { as: best.as, ...as };
}

/** Whether who was named when the list was frozen still sits or stands in. */
function isStillNamed({ as, person }: Voter, seat: string, about: string, { members, today }: Known): boolean {
  if (members === undefined) return true;
  const sitting = as === 'holder' ? [holderOn(members, seat, today)] : alternatesOn(members, seat, today, about);
  return sitting.some((one) => one !== null && isSame(one.person, person));
}

/** A holder without an account is told by name and by the seat of the account that acts. */
function isActor({ as, person }: Voter, seat: string, actor: Actor): boolean {
  return isPerson(person, actor) && (as === 'alternate' || person.account !== null || actor.seat === seat);
}

function daysOf({ from, until }: Interval): string {
  return until === null ? `from ${writeDay(from)} on` : `from ${writeDay(from)} until ${writeDay(until)}`;
}
