import type { Wordings } from '../kernel/reading.ts';
import { slugSchema } from '../party/party.schema.ts';
import { expressionFault } from './condition-fault.ts';
import type { Due, Length } from './due.ts';
import { awaitedFault, readingsFault } from './event-fault.ts';
import type { FactKind } from './fact.ts';
import type { Obligation } from './obligation.ts';
import type { ObligationChange } from './obligation-change.ts';

/** What duties are held to: the declared kinds of facts, the bodies and the duties that there are. */
export interface DutyGround {
  readonly factKinds: readonly FactKind[];
  readonly bodies: readonly { readonly id: string }[];
  readonly obligations: readonly Obligation[];
}

/** A field of a duty with what is wrong with it, in a sentence. */
export interface DutyFault {
  readonly field: string;
  readonly sentence: string;
}

/** The longest time that a duty can give: a hundred years. */
export const MOST_LENGTH: Readonly<Record<Length['unit'], number>> = {
  days: 36_525,
  'working-days': 36_525,
  months: 1_200,
};

const UNITS = { days: 'days', 'working-days': 'Working Days', months: 'months' } as const;

/** What is wrong with by when a duty is to be done; null when nothing is. */
export function dueFault(due: Due, kinds: readonly FactKind[], each: Obligation['each']): DutyFault | null {
  if (due.kind === 'every') {
    const months = lengthFault({ count: due.months, unit: 'months' });
    if (months !== null) return { field: 'due.months', sentence: months };
    const grace = due.grace === null ? null : lengthFault(due.grace);
    return grace === null ? null : { field: 'due.grace.count', sentence: grace };
  }
  const event = awaitedFault(due.after, kinds, each);
  if (event !== null) return { field: 'due.after', sentence: event };
  const length = lengthFault(due.length);
  return length === null ? null : { field: 'due.length.count', sentence: length };
}

function lengthFault({ count, unit }: Length): string | null {
  const most = MOST_LENGTH[unit];
  return count <= most ? null : `${count} ${UNITS[unit]} is too long a time; expected at most ${most} ${UNITS[unit]}.`;
}

/** What is wrong with the name of a body that assures a duty; null when there is such a body. */
export function bodyFault(body: string, bodies: DutyGround['bodies']): string | null {
  if (bodies.some(({ id }) => id === body)) return null;
  return `There is no body "${body}"; expected ${bodies.map(({ id }) => id).join(', ') || 'none, since there is none'}.`;
}

/** What is wrong with the id of a new duty; null when it can be one. */
export function dutyIdFault(id: string): string | null {
  if (slugSchema.safeParse(id).success) return null;
  return `"${id}" is no id of an obligation; expected lower-case words joined by hyphens, such as report-enrolled-systems.`;
}

/** The first thing in changes of duties that no duty can have, in a sentence; null when there is none. */
export function changesFault(changes: readonly ObligationChange[], ground: DutyGround): string | null {
  for (const change of changes) {
    const { obligation } = change;
    const known = ground.obligations.find(({ id }) => id === obligation);
    const named = change.kind === 'add' ? dutyIdFault(obligation) : null;
    if (named !== null) return named;
    const duty = change.kind === 'add' ? change.duty : change.kind === 'amend' ? { ...known, ...change.fields } : null;
    const sentence = duty === null ? null : owedFault(duty, ground);
    if (sentence !== null) return `Of the obligation "${obligation}": ${sentence}`;
  }
  return null;
}

/** Of a duty that is not wholly known, what it is quantified over is left open. */
function owedFault(duty: Partial<Obligation>, { factKinds, bodies }: DutyGround): string | null {
  const { condition = null, due = null, assuredBy = null, each = 'system' } = duty;
  const unasked = condition === null ? null : expressionFault(condition, factKinds, each);
  const late = due === null ? null : dueFault(due, factKinds, each);
  const nobody = assuredBy === null ? null : bodyFault(assuredBy, bodies);
  return unasked ?? late?.sentence ?? nobody;
}

/** The first thing in wordings that no words can mean, in a sentence; null when there is none. */
export function wordingsFault(wordings: readonly Wordings[], { factKinds }: DutyGround): string | null {
  for (const wording of wordings) {
    const sentence = readingsFault(wording, factKinds);
    if (sentence !== null) return sentence;
  }
  return null;
}
