import { writeDay } from '../../kernel/day.ts';
import { list } from '../build.ts';
import { writePounds } from '../prose.ts';
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
  'system-assessment-requested': (event: EventOf<'system-assessment-requested'>, telling: Telling): Told =>
    one(telling, {
      topic: 'refinement',
      what: 'assessment-requested',
      subject: `the ${titleOf(event.kind, telling)} was requested`,
      sentence: `${doer(telling)} requested the ${titleOf(event.kind, telling)} on ${writeDay(event.on)}.`,
      blocks: [list(event.questions)],
      link: PAGE,
      concerns: (telling.rules.profile.refinement?.assessments ?? [])
        .filter((rule) => rule.id === event.kind)
        .flatMap((rule) => rule.by.map((role) => ({ kind: 'role' as const, role }))),
    }),
  'assessment-information-requested': (event: EventOf<'assessment-information-requested'>, telling: Telling): Told =>
    one(telling, {
      topic: 'refinement',
      what: 'assessment-information-requested',
      subject: 'an assessment needs information',
      sentence: `${doer(telling)} asked for information on ${writeDay(event.on)}: ${event.question}`,
      link: PAGE,
      concerns: [{ kind: 'role', role: 'code-administrator' }],
    }),
  'assessment-information-given': (event: EventOf<'assessment-information-given'>, telling: Telling): Told =>
    one(telling, {
      topic: 'refinement',
      what: 'assessment-information-given',
      subject: 'the information that an assessment needs was given',
      sentence: `${doer(telling)} gave the information on ${writeDay(event.on)}: ${event.answer}`,
      link: PAGE,
      concerns: [{ kind: 'role', role: 'dcc' }],
    }),
  'system-assessment-delivered': (event: EventOf<'system-assessment-delivered'>, telling: Telling): Told => {
    const kind = telling.after.refinement.assessments.find((each) => each.id === event.assessment)?.kind ?? '';
    return one(telling, {
      topic: 'refinement',
      what: 'assessment-delivered',
      subject: `the ${titleOf(kind, telling)} was delivered`,
      sentence: event.summary,
      facts: [
        ['Cost', `${writePounds(event.costFromGbp)} to ${writePounds(event.costToGbp)}`],
        ['Lead time', `${event.leadTimeMonths} months`],
      ],
      link: PAGE,
      concerns: [...GROUP, { kind: 'role', role: 'code-administrator' }],
    });
  },
  'alternative-raised': ({ title, description, by, on }: EventOf<'alternative-raised'>, telling: Telling): Told =>
    one(telling, {
      topic: 'refinement',
      what: 'alternative-raised',
      subject: `an alternative was raised: ${title}`,
      sentence: `${by} raised an alternative on ${writeDay(on)}. ${description}`.trim(),
      link: PAGE,
      concerns: GROUP,
    }),
  'alternative-voted': null,
  'solution-approved': ({ solution, on }: EventOf<'solution-approved'>, telling: Telling): Told => {
    const title = telling.after.refinement.alternatives.find((each) => each.id === solution)?.title ?? solution;
    return one(telling, {
      topic: 'decision',
      what: 'solution-approved',
      subject: `approved is the solution: ${title}`,
      sentence: `Of several solutions, “${title}” was approved on ${writeDay(on)}; its legal text is that of the modification.`,
      link: { text: 'Read the legal text', page: '/legal-text' },
      concerns: [...GROUP, { kind: 'role', role: 'code-administrator' }],
    });
  },
  'alternative-agreed': ({ alternative, inFavour, members }: EventOf<'alternative-agreed'>, telling: Telling): Told => {
    const title = telling.after.refinement.alternatives.find((each) => each.id === alternative)?.title ?? alternative;
    return one(telling, {
      topic: 'refinement',
      what: 'alternative-agreed',
      subject: `there is another solution: ${title}`,
      sentence: `${inFavour} of ${members} members of the Working Group agreed to it, and it is decided on beside what was proposed.`,
      link: PAGE,
      concerns: [...GROUP, { kind: 'role', role: 'code-administrator' }],
    });
  },
} as const;

function titleOf(kind: string, { rules }: Telling): string {
  return rules.profile.refinement?.assessments.find((rule) => rule.id === kind)?.title ?? 'assessment';
}

function one(telling: Telling, wording: Parameters<typeof aboutModification>[1]): Told {
  return { ...NOTHING_TOLD, notices: [aboutModification(telling, wording)] };
}
