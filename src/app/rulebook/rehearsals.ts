import { z } from 'zod';
import type { Day } from '../../core/kernel/day.ts';
import { parameterOn } from '../../core/kernel/parameter.ts';
import type { Position } from '../../core/modification/ballot/ballot-event.ts';
import type { ProposalRules } from '../../core/modification/context.ts';
import { compareRehearsals } from '../../core/modification/profile/compare-rehearsals.ts';
import { rehearse, type Supposed } from '../../core/modification/profile/rehearse.ts';
import type { ProposalContent } from '../../core/modification/proposal.ts';
import { lengthOf } from '../../core/modification/timetable/period.ts';
import type { Process } from './processes.ts';

/** A proposal under several processes, question by question. */
export const comparedSchema = z.strictObject({
  modification: z.string(),
  supposed: z.array(z.string()).meta({ description: 'What the comparison supposes, in sentences.' }),
  profiles: z.array(z.strictObject({ code: z.string(), profile: z.string(), title: z.string() })),
  rows: z.array(
    z.strictObject({
      what: z.string(),
      answers: z.array(z.string()).readonly().meta({ description: 'In the order of `profiles`.' }),
      same: z.boolean(),
    }),
  ),
});

export type Compared = z.output<typeof comparedSchema>;

/** What is known of how people acted on a proposal. */
export interface Acted {
  readonly outcomes: Readonly<Record<string, string>>;
  readonly positions: readonly Position[];
}

/** Working Days for what neither a process nor the proposal's own gives a length. */
const OTHERWISE = 10;

/** Takes a proposal through processes as if each were in force on its day, with people acting as they did or are meant to. */
export function compareUnder(
  processes: readonly Process[],
  content: ProposalContent,
  raisedOn: Day,
  own: ProposalRules,
  acted: Acted,
): Compared {
  const supposed: Supposed = {
    outcomes: acted.outcomes,
    positions: acted.positions.length === 0 ? ['approve'] : acted.positions,
    given: { consultation: plannedLength(content, own) ?? OTHERWISE, window: windowLength(own, raisedOn) ?? OTHERWISE },
  };
  const ordered = processes.toSorted((a, b) => Number(a.code !== content.code) - Number(b.code !== content.code));
  const rehearsed = ordered.map(({ rules }) => rehearse(content, raisedOn, rules, supposed));
  const { consultation, window } = supposed.given;
  return {
    modification: content.id,
    supposed: [
      'Each process is taken as if it were in force on the day of raising, and each step is done on the first Working Day that the rules and the planned days allow.',
      acted.positions.length === 0
        ? 'Everybody who has a vote approves.'
        : `Those who have a vote take, in the order of their list, the ${acted.positions.length} positions that were taken on the proposal, from the first again when there are more voters.`,
      'Determinations come to what they came to on the proposal, or else to their first outcome; nobody refers, objects or appeals.',
      `Where no rule gives a length it is as under the proposal’s own process: ${consultation} Working Days for a consultation, ${window} for a window.`,
      'Where Parties vote there are stand-ins, three for each category, who weigh 3, 2 and 1.',
    ],
    profiles: ordered.map(({ code, rules }) => ({ code, profile: rules.profile.id, title: rules.profile.title })),
    rows: [...compareRehearsals(rehearsed)],
  };
}

function plannedLength(content: ProposalContent, own: ProposalRules): number | null {
  for (const step of own.profile.steps.filter((one) => one.kind === 'consultation')) {
    const row = content.timetable.steps.find((one) => one.step === step.id);
    if (row !== undefined && step.clock !== null) return lengthOf(step.clock, row.from, row.to, own);
  }
  return null;
}

function windowLength({ profile, parameters }: ProposalRules, on: Day): number | null {
  const id = profile.steps.find((step) => step.kind === 'window')?.clock?.workingDays;
  const parameter = parameters.find((one) => one.id === id);
  const value = parameter === undefined ? null : parameterOn(parameter, on)?.value;
  return typeof value === 'number' ? value : null;
}
