import { z } from 'zod';
import { assessmentAnswerSchema } from '../../core/assurance/assessment.schema.ts';
import { boundRuns } from '../../core/assurance/bound-runs.ts';
import { type DutyOnSubject, dutyOnSubject, isBorne } from '../../core/assurance/duty-on-subject.ts';
import { boundRunSchema } from '../../core/assurance/effect.schema.ts';
import { nextAssessment } from '../../core/assurance/next-assessment.ts';
import { either, type Settling } from '../../core/assurance/spans.ts';
import { volumeSchema } from '../../core/estate/estate.schema.ts';
import { volumeOn } from '../../core/estate/volume.ts';
import { certaintySchema } from '../../core/kernel/citation.schema.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { addDays, type Day, writeDay } from '../../core/kernel/day.ts';
import type { Interval } from '../../core/kernel/interval.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { valueOn } from '../../core/kernel/steps.ts';
import { dueDaySchema } from '../../core/obligation/due-days.schema.ts';
import { dueDays } from '../../core/obligation/due-days.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { owedInWords } from '../../core/obligation/owed-words.ts';
import { whySchema } from '../../core/obligation/reason.schema.ts';
import { explaining, settledInWords, writeWhy } from '../../core/obligation/why.ts';
import { categorySteps } from '../../core/party/party-over-time.ts';
import { countingFields, findCalendar } from '../calendars.ts';
import { done, operation, type Result, refuse } from '../operation.ts';
import {
  type AskedParty,
  type AskedSubject,
  askedFields,
  type Phases,
  phasesOf,
  readAskedParty,
} from './asked-party.ts';

/** No more years than this are asked about at once. */
const MOST_YEARS = 30;

/** What binds a party on a day or in a span of days, what is due when, and what follows for its assessment. */
export const listDuties = operation({
  name: 'list-duties',
  room: 'obligation',
  kind: 'read',
  summary:
    'Lists the duties of a party on a day or over days: whether each binds and why, and the days by which it is due.',
  roles: 'anyone',
  input: z.strictObject({
    ...askedFields,
    on: daySchema.nullable().default(null).meta({ description: 'One day; left out with the span, today.' }),
    from: daySchema
      .nullable()
      .default(null)
      .meta({ description: 'The first day of a span, which has a last one too.' }),
    to: daySchema.nullable().default(null).meta({ description: 'The last day of a span, included.' }),
    calendar: countingFields.calendar,
  }),
  output: z.strictObject({
    party: z.string(),
    name: z.string(),
    from: daySchema,
    to: daySchema,
    duties: z.array(
      z.strictObject({
        obligation: z.string(),
        title: z.string(),
        subject: z.string().meta({ description: 'The group of systems by id, or the party itself.' }),
        systems: z.string().nullable().meta({ description: 'The systems by title; null for the party itself.' }),
        instrument: z.string(),
        provision: z.string(),
        modality: z.enum(['must', 'must-not', 'may', 'must-procure']),
        duty: z.string().meta({ description: 'What it must, must not or may do and how well, in our words.' }),
        certainty: certaintySchema.meta({ description: 'How sure the duty is.' }),
        standard: z.string().nullable(),
        judgementWords: z.array(z.string()).readonly().meta({
          description: 'Words that a person judges and no program computes.',
        }),
        assuredBy: z.string().nullable(),
        breach: z.string().nullable(),
        evidence: z.array(z.string()).readonly().meta({ description: 'What shows that it is met.' }),
        answers: z.array(boundRunSchema).min(1).meta({ description: 'Runs of days of the span with one answer each.' }),
        why: whySchema.meta({ description: 'Why it binds on the first day, or does not.' }),
        recurs: z.boolean().meta({ description: 'Whether it has due days, instead of being there all the time.' }),
        due: z.array(dueDaySchema).readonly(),
      }),
    ),
    volume: volumeSchema.meta({ description: 'What it operates on the first day.' }),
    next: assessmentAnswerSchema.nullable().meta({ description: 'Its next assessment, if made on the first day.' }),
  }),
  run: async (context, { on, from, to, calendar: calendarId, ...question }) => {
    const window = windowOf(context.today, on, from, to);
    if (!window.ok) return window;
    const calendar = await findCalendar(context, calendarId);
    if (!calendar.ok) return calendar;
    const read = await readAskedParty(context, question);
    if (!read.ok) return read;
    const asked = read.value;
    const borne = asked.subjects.flatMap((one) => borneBy(one, asked, window.value.from));
    const counting = { sources: asked.sources, calendar: calendar.value };
    return done({
      party: asked.state.party.id,
      name: asked.state.party.name,
      from: window.value.from,
      to: addDays(window.value.until, -1),
      duties: borne.map(({ duty, phases, one, obligation }) => {
        const { subject, bearer, asked: question } = one;
        const why = explaining(phases, question, bearer, asked.sources)(window.value.from);
        return {
          obligation: obligation.id,
          title: obligation.title,
          subject: subject.id,
          systems: bearer.systems,
          instrument: obligation.instrument,
          provision: obligation.provision,
          modality: obligation.modality,
          duty: owedInWords(obligation),
          certainty: obligation.citation.certainty,
          standard: obligation.standard,
          judgementWords: obligation.judgementWords,
          assuredBy: obligation.assuredBy,
          breach: obligation.breach,
          evidence: obligation.evidence,
          answers: boundRuns(duty, question, window.value),
          why: {
            ...why,
            sentence: writeWhy(why, question.knowledge.kinds),
            settledBy: settledInWords(why, question.knowledge.kinds),
          },
          recurs: obligation.due !== null,
          due: dueDays(obligation.due, duty.bound, window.value, { ...counting, asked: question }),
        };
      }),
      ...assessedOn(asked, borne, window.value.from),
    });
  },
});

interface Borne {
  /** As it is owed on the first day. */
  readonly obligation: Obligation;
  readonly phases: Phases;
  readonly one: AskedSubject;
  readonly duty: DutyOnSubject;
}

function borneBy(one: AskedSubject, { duties }: AskedParty, on: Day): Borne[] {
  const { asked } = one;
  return phasesOf(duties)
    .filter((phases) => isBorne(phases, asked))
    .map((phases) => {
      const begun = phases.findLast(({ words }) => words.some(({ interval }) => interval.from <= on));
      const { obligation } = begun ?? phases[0];
      return { obligation, phases, one, duty: dutyOnSubject(phases, asked) };
    });
}

/** What the party operates on a day and what type of assessment that calls for: SMETS1 systems count while a counting duty binds. */
function assessedOn({ state, rulebook }: AskedParty, borne: readonly Borne[], on: Day) {
  const { party, groups } = state;
  const counting = (group: (typeof groups)[number]): Settling =>
    borne
      .filter(({ obligation, one }) => one.subject.id === group.id && obligation.countsDevices)
      .map(({ duty }) => valueOn(duty.bound, on))
      .map((value): Settling => ({ verdict: value.bound, awaiting: value.awaiting }))
      .reduce(either, { verdict: false, awaiting: [] });
  const counts = (group: (typeof groups)[number]): Settling =>
    group.generation === 'SMETS2' ? { verdict: true, awaiting: [] } : counting(group);
  const { cycleYear } = party;
  return {
    volume: volumeOn(groups, on, (group) => counting(group).verdict),
    next:
      cycleYear === null
        ? null
        : nextAssessment(rulebook, valueOn(categorySteps(party), on), cycleYear, on, groups, (counted) => {
            const group = groups.find((one) => one.id === counted.id);
            return group === undefined ? { verdict: false, awaiting: [] } : counts(group);
          }),
  };
}

function windowOf(today: Day, on: Day | null, from: Day | null, to: Day | null): Result<Interval & { until: Day }> {
  if (on !== null && (from !== null || to !== null))
    return invalid('on', 'A day and a span are given; expected one of them.');
  if (from !== null && to === null)
    return invalid(
      'to',
      `A span that begins on ${writeDay(from)} has no last day; expected its last day in \`to\`, or one day in \`on\`.`,
    );
  if (to !== null && from === null)
    return invalid(
      'from',
      `A span that ends on ${writeDay(to)} has no first day; expected its first day in \`from\`, or one day in \`on\`.`,
    );
  const first = from ?? on ?? today;
  const last = to ?? on ?? today;
  if (last < first) return invalid('to', `The span ends on ${writeDay(last)}, before it begins on ${writeDay(first)}.`);
  if (last - first > MOST_YEARS * 366)
    return invalid('to', `The span from ${writeDay(first)} to ${writeDay(last)} is longer than ${MOST_YEARS} years.`);
  return done({ from: first, until: addDays(last, 1) });
}

function invalid(field: string, sentence: string): Result<never> {
  return refuse(rejection('input-invalid', sentence, { place: { field } }));
}
