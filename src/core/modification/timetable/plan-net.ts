import { namesIn } from '../../kernel/condition.ts';
import type { Day } from '../../kernel/day.ts';
import type { ProposalRules } from '../context.ts';
import { endOf, factHolds, openSteps } from '../profile/net.ts';
import { unfold } from '../profile/outcomes.ts';
import type { Profile, Step } from '../profile/profile.ts';
import { openBallot, openConsultation } from '../running.ts';
import { type ProposalLife, RAISING } from '../state.ts';
import { dayClosedAt } from './period.ts';

/** A step on the way to implementation, and the steps that it waits for. */
export interface PlanNode {
  readonly step: Step;
  /** The outcome that it came to, or that is supposed. */
  readonly outcome: string;
  /** Steps by id that its opening names and that are on the way. */
  readonly before: readonly string[];
  /** Its days where they are no longer to be planned: it is done, or it runs. */
  readonly fixed: { readonly from: Day; readonly to: Day } | null;
}

/** The way of a proposal to its implementation, each step after those that it waits for. */
export interface PlanNet {
  readonly nodes: readonly PlanNode[];
  /** Whether it is urgent on this way. */
  readonly urgent: boolean;
  /** Whether the way comes to an implementation. */
  readonly reaches: boolean;
}

/** Later than any day that is planned: a stand-in for the day of implementation, which the plan is to find. */
const SOME_DAY = 1_000_000 as Day;

/** What outcome a step is supposed to come to: as given, or the one that lets the proposal go on. */
function supposedOutcome(step: Step, supposed: Readonly<Record<string, string>>): string {
  const known = (id: string | undefined) => step.outcomes.find((one) => one.id === id)?.id;
  const usual = step.kind === 'window' ? 'elapsed' : step.kind === 'ballot' ? 'approve' : undefined;
  return known(supposed[step.id]) ?? known(usual) ?? step.outcomes[0]?.id ?? '';
}

/**
 * The way that follows from what was done and what is supposed. `begun` is whether the proposal has been raised, or its
 * raising is to be planned as well.
 */
export function planNet(
  life: ProposalLife,
  { profile }: ProposalRules,
  supposed: Readonly<Record<string, string>>,
  begun: boolean,
): PlanNet {
  const needed = neededSteps(profile);
  const nodes: PlanNode[] = life.done.flatMap(({ step: id, outcome, on }) => {
    const step = profile.steps.find((one) => one.id === id);
    if (step === undefined) return [];
    const held = life.consultations[id];
    const days = held === undefined ? { from: on, to: on } : { from: held.from, to: dayClosedAt(held.closes) };
    return [{ step, outcome, before: [], fixed: begun ? days : null }];
  });
  let supposedLife = withSomeDay(life);
  for (const _ of profile.steps) {
    if (endOf(supposedLife, profile) !== null) break;
    const open = openSteps(supposedLife, profile).filter((step) => nodes.every((node) => node.step !== step));
    const step = open.find((one) => needed.has(one.id)) ?? open[0];
    if (step === undefined) break;
    const outcome = supposedOutcome(step, supposed);
    const names = namesIn(unfold(step.opens, profile));
    const before = nodes.filter((node) => names.includes(node.step.id)).map((node) => node.step.id);
    nodes.push({ step, outcome, before, fixed: runningDays(step, life) });
    const done = [...supposedLife.done, { step: step.id, outcome, on: life.raisedOn, reasons: null }];
    supposedLife = { ...supposedLife, done };
  }
  return {
    nodes,
    urgent: factHolds('urgent', supposedLife, profile) === true,
    reaches: nodes.some(({ step }) => step.kind === 'implementation'),
  };
}

/** What runs keeps its days, although it has come to no outcome. */
function runningDays({ id }: Step, life: ProposalLife): PlanNode['fixed'] {
  const consultation = openConsultation(id, life);
  if (consultation !== null) return { from: consultation.from, to: dayClosedAt(consultation.closes) };
  const ballot = openBallot(id, life);
  return ballot === null ? null : { from: ballot.openedOn, to: dayClosedAt(ballot.closes) };
}

function withSomeDay(life: ProposalLife): ProposalLife {
  const { parts: _, ...legalText } = life.legalText;
  const { parts: __, ...content } = life.content;
  return { ...life, legalText, content: { ...content, implementation: { kind: 'on', day: SOME_DAY } } };
}

/** Steps on which an implementation hangs, directly or through others. */
function neededSteps(profile: Profile): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (step: Step): void => {
    for (const name of namesIn(unfold(step.opens, profile))) {
      const one = profile.steps.find(({ id }) => id === name);
      if (one === undefined || found.has(one.id)) continue;
      found.add(one.id);
      visit(one);
    }
  };
  for (const step of profile.steps.filter(({ kind }) => kind === 'implementation')) {
    found.add(step.id);
    visit(step);
  }
  return found;
}

/** Whether a step is where the proposal is raised. */
export function isRaising({ step }: Pick<PlanNode, 'step'>): boolean {
  return step.id === RAISING;
}
