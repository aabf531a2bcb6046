import { writeDay } from '../../kernel/day.ts';
import type { TimetableEvent } from '../../modification/timetable/timetable-event.ts';
import { list } from '../build.ts';
import { writeSpan } from '../prose.ts';
import { type Concern, NOTHING_TOLD, type Told } from './notice.ts';
import { aboutModification, doer, stepTitle, type Telling } from './words.ts';

type Of<T extends TimetableEvent['type']> = Extract<TimetableEvent, { type: T }>;

const CONCERNED: readonly Concern[] = (['code-administrator', 'proposer', 'panel', 'authority'] as const).map(
  (role) => ({
    kind: 'role',
    role,
  }),
);

/** What events of timetables give people to know. */
export const TIMETABLE_TELLERS = {
  'timetable-proposed': ({ timetable, reasons, on }: Of<'timetable-proposed'>, telling: Telling): Told =>
    told(telling, {
      topic: 'timetable',
      what: 'timetable-proposed',
      subject: 'another timetable is proposed',
      sentence: `${doer(telling)} proposed this timetable on ${writeDay(on)}.`,
      blocks: [list(timetable.steps.map((row) => `${stepTitle(telling, row.step)}: ${writeSpan(row.from, row.to)}`))],
      reasons,
      link: { text: 'See the difference', page: '/timetable' },
      concerns: CONCERNED,
    }),
  'timetable-answered': ({ agreed, reasons, on }: Of<'timetable-answered'>, telling: Telling): Told =>
    told(telling, {
      topic: 'timetable',
      what: 'timetable-answered',
      subject: agreed ? 'another timetable holds' : 'the timetable stays as it was',
      sentence: `${doer(telling)} ${agreed ? 'agreed' : 'refused'} the proposed timetable on ${writeDay(on)}.`,
      reasons,
      link: { text: 'See the timetable', page: '/timetable' },
      concerns: CONCERNED,
    }),
} as const;

function told(telling: Telling, wording: Parameters<typeof aboutModification>[1]): Told {
  return { ...NOTHING_TOLD, notices: [aboutModification(telling, wording)] };
}
