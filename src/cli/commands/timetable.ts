import { z } from 'zod';
import { rulesWith } from '../../app/modification/proposals.ts';
import { done, type Operation, type Result, refuse } from '../../app/operation.ts';
import { diffTimetables } from '../../app/timetable/diff-timetables.ts';
import { differenceSchema, planSchema } from '../../app/timetable/plan.schema.ts';
import { planTimetable } from '../../app/timetable/plan-timetable.ts';
import { type PlanFields, planFields, planFor } from '../../app/timetable/planning.ts';
import { dayOfInstant } from '../../core/kernel/instant.ts';
import { contains } from '../../core/kernel/interval.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { evolve } from '../../core/modification/evolve.ts';
import { NO_PROPOSAL, type ProposalLife } from '../../core/modification/state.ts';
import { type TimetablePlan, timetableOf } from '../../core/modification/timetable/plan.ts';
import { differenceOf, type StepDifference } from '../../core/modification/timetable/plan-difference.ts';
import type { Command, Given, Option, Printed, Runtime } from '../command.ts';
import { operationCommand } from '../operation-command.ts';
import { differenceText, planText } from '../timetable-text.ts';
import { writeFaults } from './case-check.ts';

type PlanOutput = z.output<typeof planTimetable.output>;
type DiffOutput = z.output<typeof diffTimetables.output>;

const CASE: Option = {
  name: 'case',
  value: 'DIR',
  repeatable: false,
  description: 'Folder of a case, instead of a modification of a record: its raising is planned as well.',
};

/** `timetable plan`: forward from a day or backward from a release, for a modification of a record or for a case. */
export const timetablePlan = ofRecordOrCase(
  planTimetable,
  ['timetable', 'plan'],
  (output) => {
    const { modification, plan, difference } = planTimetable.output.decode(
      output as z.input<typeof planTimetable.output>,
    ) as PlanOutput;
    return withDifference(planText(modification, plan), difference);
  },
  ({ title, plan, difference }) => ({
    text: withDifference(planText(title, plan), difference),
    json: { plan: z.encode(planSchema, plan), difference: difference.map((one) => z.encode(differenceSchema, one)) },
  }),
);

/** `timetable diff`: two timetables that a modification has had; or that of a case, and what the rules give. */
export const timetableDiff = ofRecordOrCase(
  diffTimetables,
  ['timetable', 'diff'],
  (output) => {
    const { modification, timetables, from, to, difference } = diffTimetables.output.decode(
      output as z.input<typeof diffTimetables.output>,
    ) as DiffOutput;
    const name = (number: number) => `${number} (${timetables[number]?.title})`;
    return `${modification}: timetable ${name(from)} against ${name(to)}\n${differenceText(difference)}`;
  },
  ({ title, difference }) => ({
    text: `${title}: its own timetable against the one that the rules give\n${differenceText(difference)}`,
    json: { difference: difference.map((one) => z.encode(differenceSchema, one)) },
  }),
);

interface CasePlan {
  readonly title: string;
  readonly plan: TimetablePlan;
  readonly difference: readonly StepDifference[];
}

function ofRecordOrCase(
  operation: Operation,
  path: readonly string[],
  text: (output: unknown) => string,
  ofCase: (planned: CasePlan) => Printed,
): Command {
  const own = operationCommand(operation, { path, places: ['modification'], text });
  const planning = operationCommand(planTimetable, { places: ['modification'] }).options;
  const missing = planning.filter((option) => own.options.every((one) => one.name !== option.name));
  return {
    ...own,
    positionals: own.positionals.map((one) => ({ ...one, required: false })),
    options: [...own.options, ...missing, CASE],
    run: async (given, runtime) => {
      const directory = given.values.get('case')?.[0];
      if (directory !== undefined) {
        const planned = await planCase(directory, given, runtime);
        return planned.ok ? done(ofCase(planned.value)) : planned;
      }
      if (given.positionals.length > 0) return own.run(given, runtime);
      return refuse(
        rejection('input-invalid', 'No modification is named; expected one such as SECMP0065, or --case DIR.'),
      );
    },
  };
}

async function planCase(directory: string, given: Given, runtime: Runtime): Promise<Result<CasePlan>> {
  const read = await runtime.cases.read(directory);
  if (!read.ok) return refuse(rejection('input-invalid', writeFaults(directory, read.faults)));
  const asked = askedOf(given);
  if (!asked.ok) return asked;
  const { proposal, startsAt } = read.case;
  const raisedOn = asked.value.from ?? dayOfInstant(startsAt);
  const profile = read.rulebook.profiles.find((one) => contains(one.applies, raisedOn));
  if (profile === undefined) {
    const sentence = `No process of ${read.rulebook.title} applies on the first day of the plan; expected another --from.`;
    return refuse(rejection('input-invalid', sentence, { place: { field: 'from' } }));
  }
  const rules = rulesWith(read.rulebook, profile);
  const raised = {
    type: 'proposal-raised',
    content: proposal,
    raisedOn,
    profile: profile.id,
    rulebook: read.rulebook.digest,
  } as const;
  const life = evolve(NO_PROPOSAL, raised) as ProposalLife;
  const planned = planFor(life, rules, asked.value, raisedOn, false);
  if (!planned.ok) return planned;
  const difference = differenceOf(proposal.timetable, timetableOf(planned.value, rules), rules);
  return done({ title: proposal.id, plan: planned.value, difference });
}

/** What the options ask of a plan, read as the operation reads them. */
function askedOf({ values }: Given): Result<PlanFields> {
  const one = (name: string) => values.get(name)?.[0] ?? null;
  const pairs = (values.get('suppose') ?? []).map((pair) => pair.split('='));
  const number = (name: string) => (one(name) === null ? {} : { [camel(name)]: Number(one(name)) });
  const parsed = z.strictObject(planFields).safeParse({
    from: one('from'),
    release: one('release'),
    urgent: one('urgent'),
    suppose: Object.fromEntries(pairs),
    ...number('consultation-days'),
    ...number('window-days'),
  });
  if (parsed.success) return done(parsed.data);
  const [issue] = parsed.error.issues;
  const field = String(issue?.path[0] ?? '');
  return refuse(rejection('input-invalid', `${field}: ${issue?.message}.`, { place: { field } }));
}

function camel(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function withDifference(text: string, difference: readonly StepDifference[]): string {
  return [text, '', 'Against the timetable that it has:', differenceText(difference)].join('\n');
}
