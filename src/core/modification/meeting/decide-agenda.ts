import { accepted, type Decision, refused } from '../../kernel/decider.ts';
import { rejection } from '../../kernel/rejection.ts';
import { agendaOf, dueAndMissing } from './agenda.ts';
import { type AgendaItem, isAhead, type Meeting } from './meeting.ts';
import type { MeetingCommand, MeetingContext } from './meeting-command.ts';
import type { MeetingEvent } from './meeting-event.ts';
import { noItem, outOfOrder, withoutReasons } from './refused.ts';

type Arranging = Extract<
  MeetingCommand,
  { type: 'add-agenda-item' | 'change-agenda-item' | 'leave-out-agenda-item' | 'collect-agenda' }
>;

/** What becomes of an agenda that somebody arranges: what it collected by itself so far is arranged with it. */
export function arrangeAgenda(
  command: Arranging,
  meeting: Meeting,
  { today, due }: MeetingContext,
): Decision<MeetingEvent> {
  if (!isAhead(meeting)) return outOfOrder(`The meeting ${meeting.id} was held; its agenda stays as it was.`);
  const items = agendaOf(meeting, due);
  const { leftOut } = meeting;
  const arranged = (next: readonly AgendaItem[], left = leftOut): Decision<MeetingEvent> =>
    accepted({ type: 'agenda-arranged', items: next, leftOut: left, on: today });
  switch (command.type) {
    case 'add-agenda-item': {
      const { type: _, ...given } = command;
      // An item that was left out comes back by being added again.
      const left = leftOut.filter(({ item }) => item !== given.id);
      const back = due.find(({ id }) => id === given.id);
      if (items.some(({ id }) => id === given.id)) {
        const sentence = `The agenda of ${meeting.id} has an item "${given.id}" already.`;
        return refused(rejection('input-invalid', sentence, { place: { field: 'title' } }));
      }
      return arranged([...items, { ...given, origin: back?.origin ?? 'added', steps: back?.steps ?? [] }], left);
    }
    case 'change-agenda-item': {
      const at = items.findIndex(({ id }) => id === command.item);
      const found = items[at];
      if (found === undefined) return noItem(command.item, { ...meeting, items });
      const { title, purpose, confidential, place } = command;
      const changed = {
        ...found,
        title: title ?? found.title,
        purpose: purpose ?? found.purpose,
        confidential: confidential ?? found.confidential,
      };
      const others = items.filter((_, index) => index !== at);
      return arranged(others.toSpliced(place === null ? at : Math.min(place - 1, others.length), 0, changed));
    }
    case 'leave-out-agenda-item': {
      const { item, reasons } = command;
      if (!items.some(({ id }) => id === item)) return noItem(item, { ...meeting, items });
      const paper = meeting.papers.find((one) => one.item === item);
      if (paper !== undefined) {
        return outOfOrder(`Paper ${paper.number} is tabled under "${item}"; withdraw it before the item is left out.`);
      }
      const left = [...leftOut.filter((one) => one.item !== item), { item, reasons }];
      const next = items.filter(({ id }) => id !== item);
      return withoutReasons(reasons, 'Leaving an item out') ?? arranged(next, left);
    }
    case 'collect-agenda':
      return arranged(meeting.issuedOn === null ? items : [...items, ...dueAndMissing(meeting, due)]);
  }
}
