import type { Occurrence, Occurrences } from '../../kernel/commencement.ts';
import type { Day } from '../../kernel/day.ts';
import { implementationDateEvent, resolveCommencement } from '../../kernel/resolve-commencement.ts';
import { dayTrue } from '../profile/outcomes.ts';
import type { Profile } from '../profile/profile.ts';
import type { ProposalContent } from '../proposal.ts';
import type { ProposalLife } from '../state.ts';
import { commencementOf, type LegalTextPart, partsOf, WHOLE } from '../text/part.ts';

/** The decision that an implementation depends on. A profile says by facts when it is made, and when it never will be. */
export const APPROVAL = 'approval';

/**
 * Facts by which a profile tells the engine what its conditions mean: `approval` is true from the day of the decision to
 * approve, although it may still be referred; `approved` once it is final; `no_approval` once nothing can make it so.
 */
type Meaning = 'approval' | 'approved' | 'no_approval';

/** When a modification takes effect, so far as is known. */
export interface Implementation {
  readonly day: Day | null;
  /** `planned` before an approval that the day does not depend on, `decided` after it, `set` when a body set the day. */
  readonly basis: 'planned' | 'decided' | 'set' | 'unknown' | 'never';
  /** Events that would settle it. */
  readonly awaiting: readonly string[];
}

/** A part of the legal text with when it takes effect. */
export interface PartImplementation extends Implementation {
  readonly part: LegalTextPart;
}

/** The events that a proposal's life tells: its approval, the day set when the decision came late, and what it waited for. */
export function occurrencesOf(life: ProposalLife, profile: Profile, part: string = WHOLE): Occurrences {
  return (event) => {
    if (event === APPROVAL) return approvalOf(life, profile);
    if (event === implementationDateEvent(APPROVAL)) return setDayOf(life, part);
    return life.occurred[event] ?? null;
  };
}

/**
 * When the modification takes effect: its next part, where it does so in parts. `day` is null until it is settled:
 * nothing is filled in. A day that went by before the approval was final (a referral ran past it) no longer counts, and
 * another has to be set.
 */
export function implementationOf(life: ProposalLife, profile: Profile): Implementation {
  const { day, basis, awaiting } = nextPart(life, profile);
  return { day, basis, awaiting };
}

/** The part that takes effect next: the first by day; or one that needs a day to be set; or one that waits. */
export function nextPart(life: ProposalLife, profile: Profile): PartImplementation {
  const all = implementationsOf(life, profile);
  const rank = (one: PartImplementation): number =>
    one.day ?? (one.basis === 'never' ? Infinity : dateIsMissing(one) ? LAST_DAY : Number.MAX_SAFE_INTEGER);
  return all.reduce((first, one) => (rank(one) < rank(first) ? one : first));
}

const LAST_DAY = Number.MAX_SAFE_INTEGER - 1;

/** When each part that is not in force yet takes effect; one where the text is undivided. */
export function implementationsOf(
  life: ProposalLife,
  profile: Profile,
): readonly [PartImplementation, ...PartImplementation[]] {
  const all = partsOf(life.legalText).map((part) => ({ part, ...implementationOfPart(part, life, profile) }));
  return all as [PartImplementation, ...PartImplementation[]];
}

function implementationOfPart(part: LegalTextPart, life: ProposalLife, profile: Profile): Implementation {
  const approval = approvalOf(life, profile);
  if (approval === 'never') return { day: null, basis: 'never', awaiting: [] };
  const set = setDayOf(life, part.id);
  if (set !== null) return { day: set, basis: 'set', awaiting: [] };
  const commenced = resolveCommencement(commencementOf(part, life.content), occurrencesOf(life, profile, part.id));
  if (commenced.kind === 'never') return { day: null, basis: 'never', awaiting: [] };
  if (commenced.kind === 'unknown') return { day: null, basis: 'unknown', awaiting: commenced.awaiting };
  const final = when('approved', life, profile);
  if (final !== null && final > commenced.day) {
    return { day: null, basis: 'unknown', awaiting: [implementationDateEvent(APPROVAL)] };
  }
  return { day: commenced.day, basis: approval === null ? 'planned' : 'decided', awaiting: [] };
}

function setDayOf({ dated }: ProposalLife, part: string): Day | null {
  return dated.findLast((one) => (one.part ?? WHOLE) === part)?.day ?? null;
}

/**
 * What follows if the approval does not come before a day (today, or the day on which it came): the planned day, or what
 * it waits for once that day has passed or the condition that it hangs on can no longer be met. An event that has
 * occurred is not waited for.
 */
export function planAsOf(
  { implementation }: Pick<ProposalContent, 'implementation'>,
  asOf: Day,
  occurred: ProposalLife['occurred'] = {},
): Implementation {
  const decidedOn = implementation.kind === 'decision' ? (Math.max(implementation.by, asOf) as Day) : asOf;
  const commenced = resolveCommencement(implementation, (event) =>
    event === APPROVAL ? decidedOn : (occurred[event] ?? null),
  );
  if (commenced.kind === 'never') return { day: null, basis: 'never', awaiting: [] };
  if (commenced.kind === 'on' && commenced.day >= asOf)
    return { day: commenced.day, basis: 'planned', awaiting: [APPROVAL] };
  const awaiting = commenced.kind === 'on' ? [implementationDateEvent(APPROVAL)] : commenced.awaiting;
  return { day: null, basis: 'unknown', awaiting: [APPROVAL, ...awaiting] };
}

/** True or false once that is known; undefined while it waits for a decision or an event. */
export function implementationDayKnown(life: ProposalLife, profile: Profile): boolean | undefined {
  const implementation = implementationOf(life, profile);
  if (implementation.day !== null) return true;
  return dateIsMissing(implementation) ? false : undefined;
}

function dateIsMissing({ awaiting }: Implementation): boolean {
  return awaiting.length > 0 && awaiting.every((event) => event === implementationDateEvent(APPROVAL));
}

function approvalOf(life: ProposalLife, profile: Profile): Occurrence {
  return life.withdrawn === null && when('no_approval', life, profile) === null
    ? when('approval', life, profile)
    : 'never';
}

function when(meaning: Meaning, life: ProposalLife, profile: Profile): Day | null {
  return dayTrue({ kind: 'name', name: meaning }, life, profile);
}
