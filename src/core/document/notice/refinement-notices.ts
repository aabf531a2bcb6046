import { writeDay } from '../../kernel/day.ts';
import { list } from '../build.ts';
import { type Concern, NOTHING_TOLD, type Told } from './notice.ts';
import { aboutModification, doer, type EventOf, type Telling } from './words.ts';

const GROUP: readonly Concern[] = [
  { kind: 'role', role: 'working-group' },
  { kind: 'role', role: 'proposer' },
];
const PAGE = { text: 'See the refinement', page: '/refinement' };

/** What the events of refinement give people to know. */
export const REFINEMENT_TELLERS = {
  'working-group-appointed': (event: EventOf<'working-group-appointed'>, telling: Telling): Told => {
    const { members, questions, due, reasons } = event;
    const isFirst = telling.after.refinement.groups.length === 1;
    return one(telling, {
      topic: 'refinement',
      what: 'working-group-appointed',
      subject: isFirst ? 'a Working Group was appointed' : 'the Working Group was changed',
      sentence: `${doer(telling)} ${isFirst ? 'appointed' : 'changed'} the Working Group: ${members.map((one) => one.name).join(', ')}. Its answers are due by ${writeDay(due)}.`,
      reasons,
      blocks: [list(questions.map((one) => one.question))],
      link: PAGE,
      concerns: GROUP,
    });
  },
  'group-question-answered': null,
} as const;

function one(telling: Telling, wording: Parameters<typeof aboutModification>[1]): Told {
  return { ...NOTHING_TOLD, notices: [aboutModification(telling, wording)] };
}
