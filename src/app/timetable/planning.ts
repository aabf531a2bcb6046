import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import type { Day } from '../../core/kernel/day.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { ProposalRules } from '../../core/modification/context.ts';
import type { ProposalLife } from '../../core/modification/state.ts';
import { planTimetable, type TimetablePlan } from '../../core/modification/timetable/plan.ts';
import { done, type Result, refuse } from '../operation.ts';
import { releaseNamed } from './release-named.ts';

const length = z.number().int().min(1).max(400);

/** How an operation asks for a plan. */
export const planFields = {
  from: daySchema.nullable().default(null).meta({ description: 'First day that can be planned; left out, today.' }),
  release: z
    .string()
    .min(1)
    .nullable()
    .default(null)
    .meta({ description: 'Plan backward from this release: a day, or its name such as November 2018.' }),
  urgent: z
    .enum(['yes', 'no'])
    .nullable()
    .default(null)
    .meta({ description: 'With the clocks of an urgent proposal or without; left out, as the proposal asks.' }),
  suppose: z
    .record(z.string(), z.string())
    .default({})
    .meta({ description: 'Outcome that a step is supposed to come to: path=refused.' }),
  consultationDays: length
    .default(10)
    .meta({ description: 'Working Days of a consultation that no rule gives a length.' }),
  windowDays: length.default(10).meta({ description: 'Working Days of a window that no rule gives a length.' }),
};

const planAskedSchema = z.strictObject(planFields);

/** What {@link planFields} come to. */
export type PlanFields = z.output<typeof planAskedSchema>;

/** Plans for a proposal as asked, from `today` where no day is given; refuses what cannot be planned. */
export function planFor(
  life: ProposalLife,
  rules: ProposalRules,
  asked: PlanFields,
  today: Day,
  begun: boolean,
): Result<TimetablePlan> {
  const from = asked.from ?? today;
  const unknown = Object.keys(asked.suppose).find((id) => rules.profile.steps.every((step) => step.id !== id));
  if (unknown !== undefined) {
    const known = rules.profile.steps.map((step) => step.id).join(', ');
    return refuse(
      rejection('step-unknown', `${rules.profile.title} has no step "${unknown}"; expected one of ${known}.`, {
        place: { field: 'suppose' },
      }),
    );
  }
  const target = asked.release === null ? done(null) : releaseNamed(asked.release, from, rules, life.raisedOn);
  if (!target.ok) return target;
  const { content } = life;
  const urgency = { ...content.urgency, asked: asked.urgent === null ? content.urgency.asked : asked.urgent === 'yes' };
  const planned = planTimetable({ ...life, content: { ...content, urgency } }, rules, {
    from,
    begun,
    direction: target.value === null ? 'forward' : 'backward',
    target: target.value,
    supposed: asked.suppose,
    given: { consultation: asked.consultationDays, window: asked.windowDays },
  });
  return planned.ok
    ? done(planned.plan)
    : refuse(rejection('input-invalid', planned.fault, { place: { field: 'from' } }));
}
