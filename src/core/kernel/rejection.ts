import type { Citation } from './citation.ts';
import type { Instant } from './instant.ts';

/**
 * Every way in which a rule or an input refuses a command: code → what it means, for the reference. The sentence a
 * person reads is composed where the refusal is made, because it names the case at hand.
 */
export const REJECTIONS = {
  'input-invalid': 'A value given is not what the operation expects.',
  'not-found': 'Nothing of that name is in the record.',
  'not-signed-in': 'The operation needs a signed-in person.',
  'wrong-actor': 'The rules give this step to another role or body.',
  'no-seat': 'The person holds no seat on the list of voters frozen when the ballot opened.',
  'step-unknown': 'The profile of the proposal has no step of that name.',
  'step-not-open': 'The step waits for another step that has not been completed.',
  'step-excluded': 'What was decided earlier rules the step out for this proposal.',
  'step-already-done': 'The step has already been completed.',
  'outcome-unknown': 'The step has no such outcome.',
  'reasons-required': 'The rules require reasons with this act.',
  'too-early': 'The rules allow the act only from a later day.',
  'too-late': 'The period in which the act was possible has ended.',
  'period-too-short': 'A period is shorter than the rules require.',
  'already-voted': 'The seat has already voted in this ballot.',
  'no-proxy': 'The rules do not let this vote be given to that voter.',
  'interest-declared': 'The voter declared an interest in this ballot and does not vote.',
  'already-responded': 'The party has already responded to this consultation.',
  'receipt-not-ours': 'The record gave no receipt with that code.',
  'not-eligible': 'The party is not one that the rules let do this.',
  'seat-taken': 'Somebody sits in that place in those days already.',
  'proposal-exists': 'A proposal of that identifier is already in the register.',
  'party-exists': 'A party of that identifier is already in the record.',
  'group-exists': 'A group of systems of that identifier is already in the record.',
  'assessment-exists': 'An assessment of that identifier is already in the record.',
  'fact-exists': 'The same fact is already in the record.',
  'instrument-exists': 'An instrument of that identifier is already in the record.',
  'proposal-closed': 'The proposal has come to its end.',
  'on-hold': 'The proposal is on hold until it is resumed.',
  withdrawn: 'The proposal was withdrawn, and ends unless another adopts it in time.',
  'conflict-unsettled': 'Two texts change the same and nobody has settled which holds.',
  'text-does-not-apply': 'The amendment does not fit the text that it amends.',
  'label-not-later': 'The version label does not come after the versions that exist.',
  'label-not-next': 'The version label leaves out labels between the latest version and itself.',
  'record-not-empty': 'A record can be restored only into an empty database.',
  'record-broken': 'The record does not verify: an event was changed, removed or added outside the program.',
  'nothing-next': 'No modification has a next step with a day, so the clock has nowhere to go.',
  'clock-is-real': 'The record runs on the real clock, which only time moves.',
  'meeting-exists': 'A meeting of that identifier is already in the record.',
  'meeting-out-of-order': 'The meeting is not at the point at which that is done.',
  'draft-changed': 'The working draft was saved, discarded or put forward by someone meanwhile.',
  'changed-meanwhile': 'Others changed the record at the same time and the act could not be repeated safely.',
  'key-reused': 'The idempotency key was used for a request that asked for something else.',
  'request-running': 'A request with the same idempotency key is still being answered.',
  'answer-lost': 'The request was recorded before, but its answer was lost with the server that gave it.',
  'rate-limited': 'Too many attempts in a short time.',
} as const satisfies Record<string, string>;

/** A code of the registry. */
export type RejectionCode = keyof typeof REJECTIONS;

/** Where in an input the fault lies. */
export interface InputPlace {
  readonly file?: string;
  readonly line?: number;
  readonly field?: string;
}

/** A refusal as a value: one sentence, the clause it rests on, and who can unblock it by when. */
export interface Rejection {
  readonly code: RejectionCode;
  /** One plain sentence: what, and what was expected. */
  readonly sentence: string;
  /** The clause that forbids it; null when no rule of a code but the form of the input refuses. */
  readonly citation: Citation | null;
  /** Roles or bodies (by id) whose act would lift the refusal, with the step they would complete. */
  readonly unblock: readonly Unblocker[];
  readonly place?: InputPlace;
  /** Where an input has several faults: each with its field, the first included. */
  readonly faults?: readonly FieldFault[];
}

/** What is wrong with one field of an input. */
export interface FieldFault {
  readonly field: string;
  readonly sentence: string;
}

/** Who can lift a refusal, by what, and by when. */
export interface Unblocker {
  /** A role or body in words: `the Panel`. */
  readonly who: string;
  /** What they would do: `decide whether the proposal is progressed`. */
  readonly by: string;
  /** The latest instant planned or allowed for it; null when none is set. */
  readonly until: Instant | null;
}

/** A refusal that no clause of a code is behind. */
export function rejection(code: RejectionCode, sentence: string, extra: Partial<Rejection> = {}): Rejection {
  return { code, sentence, citation: null, unblock: [], ...extra };
}
