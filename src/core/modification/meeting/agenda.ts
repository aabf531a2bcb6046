import type { AgendaItem, Meeting } from './meeting.ts';

/** Items that stand before all others, in this order, where they were not put elsewhere. */
const FIRST: readonly AgendaItem['origin'][] = ['minutes', 'actions', 'outside'];

type Arranged = Pick<Meeting, 'items' | 'leftOut' | 'issuedOn' | 'status'>;

/**
 * The agenda: items as they were arranged, and, until the papers go out, all that is due and not among them. What comes
 * of the meeting before stands first.
 */
export function agendaOf(meeting: Arranged, due: readonly AgendaItem[]): readonly AgendaItem[] {
  if (meeting.issuedOn !== null || meeting.status !== 'planned') return meeting.items;
  const fresh = dueAndMissing(meeting, due);
  const head = fresh.filter(isFirst).toSorted((a, b) => FIRST.indexOf(a.origin) - FIRST.indexOf(b.origin));
  const kept = meeting.items.map((item) => renewed(item, due));
  return [...head, ...kept, ...fresh.filter((item) => !isFirst(item))];
}

/** What is due and on no place of the agenda, nor left out of it with reasons. */
export function dueAndMissing(meeting: Arranged, due: readonly AgendaItem[]): readonly AgendaItem[] {
  const known = new Set([...meeting.items.map(({ id }) => id), ...meeting.leftOut.map(({ item }) => item)]);
  return due.filter(({ id }) => !known.has(id));
}

/** A kept item asks for what is due now, whatever was due when somebody arranged it. */
function renewed(item: AgendaItem, due: readonly AgendaItem[]): AgendaItem {
  const now = due.find(({ id }) => id === item.id);
  return now === undefined ? item : { ...item, steps: now.steps };
}

function isFirst({ origin }: AgendaItem): boolean {
  return FIRST.includes(origin);
}
