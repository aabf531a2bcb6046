import { namesIn } from '../../kernel/condition.ts';
import { printCondition } from '../../kernel/print-condition.ts';
import { rolesInSentence } from '../../party/actor.ts';
import type { ProposalRules } from '../context.ts';
import { describeClock } from './describe-profile.ts';
import { unfold } from './outcomes.ts';
import type { Profile, Step, StepKind } from './profile.ts';

/** A process as a picture holds it, and as a list says it: steps in order, ends last. */
export interface ProfileDrawing {
  readonly title: string;
  readonly nodes: readonly DrawnNode[];
  /** By positions in `nodes`. A step follows another when its condition speaks of it and of nothing between. */
  readonly edges: readonly DrawnEdge[];
}

/** A step or an end. */
export interface DrawnNode {
  readonly id: string;
  readonly kind: StepKind | 'end';
  readonly title: string;
  /** Number and title of its stage; null for an end. */
  readonly stage: string | null;
  /** Who does it; null for an end. */
  readonly who: string | null;
  readonly opens: string;
  readonly outcomes: readonly string[];
  /** How long it runs; null where no clock runs. */
  readonly clock: string | null;
  /** Titles of the steps that it waits for directly. */
  readonly after: readonly string[];
  /** What sends it back, and to which step. */
  readonly sendsBack: readonly string[];
}

export interface DrawnEdge {
  readonly from: number;
  readonly to: number;
  /** `back` for what is sent back. */
  readonly kind: 'next' | 'back';
}

/** The picture of a process as a value; a format makes an image of it. */
export function drawProfile(rules: ProposalRules): ProfileDrawing {
  const { profile } = rules;
  const before = new Map(profile.steps.map((step) => [step.id, stepsIn(step.opens, profile)]));
  const order = [...profile.steps].sort(
    (a, b) => stageAt(a, profile) - stageAt(b, profile) || profile.steps.indexOf(a) - profile.steps.indexOf(b),
  );
  const direct = new Map(order.map((step) => [step.id, nearest(before.get(step.id) ?? [], before)]));
  const ends = profile.ends.map((end) => ({ end, after: nearest(stepsIn(end.when, profile), before) }));
  const at = new Map(order.map((step, index) => [step.id, index]));
  const titles = (ids: readonly string[]) => ids.map((id) => profile.steps.find((step) => step.id === id)?.title ?? id);
  const nodes: DrawnNode[] = [
    ...order.map((step): DrawnNode => {
      const stage = profile.stages.find((one) => one.id === step.stage);
      return {
        id: step.id,
        kind: step.kind,
        title: step.title,
        stage: stage === undefined ? step.stage : `${stage.number} ${stage.title}`,
        who: rolesInSentence(step.by, rules.bodies),
        opens: printCondition(step.opens),
        outcomes: step.outcomes.map((outcome) => outcome.title),
        clock: step.clock === null ? null : describeClock(step, rules),
        after: titles(direct.get(step.id) ?? []),
        sendsBack: step.outcomes.flatMap(({ title, reopens = [] }) =>
          reopens.length === 0 ? [] : [`${title}: back to ${titles(reopens.slice(0, 1))}`],
        ),
      };
    }),
    ...ends.map(
      ({ end, after }): DrawnNode => ({
        id: end.id,
        kind: 'end',
        title: end.title,
        stage: null,
        who: null,
        opens: printCondition(end.when),
        outcomes: [],
        clock: null,
        after: titles(after),
        sendsBack: [],
      }),
    ),
  ];
  const edges: DrawnEdge[] = [
    ...order.flatMap((step, to) => edgesTo(to, direct.get(step.id) ?? [], at)),
    ...ends.flatMap(({ after }, index) => edgesTo(order.length + index, after, at)),
    ...order.flatMap((step, from) =>
      step.outcomes.flatMap(({ reopens = [] }) =>
        reopens.slice(0, 1).flatMap((id) => edgesTo(at.get(id) ?? from, [], at, from)),
      ),
    ),
  ];
  return { title: profile.title, nodes, edges };
}

function edgesTo(
  to: number,
  from: readonly string[],
  at: ReadonlyMap<string, number>,
  back?: number,
): readonly DrawnEdge[] {
  if (back !== undefined) return [{ from: back, to, kind: 'back' }];
  return from.flatMap((id) => {
    const index = at.get(id);
    return index === undefined ? [] : [{ from: index, to, kind: 'next' as const }];
  });
}

function stageAt(step: Step, profile: Profile): number {
  return profile.stages.findIndex((stage) => stage.id === step.stage);
}

/** Steps that a condition speaks of, by id. */
function stepsIn(condition: Step['opens'], profile: Profile): readonly string[] {
  const names = namesIn(unfold(condition, profile));
  return profile.steps.filter((step) => names.includes(step.id)).map((step) => step.id);
}

/** Those that none of the others comes after: what lies between says the rest. */
function nearest(ids: readonly string[], before: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return ids.filter((id) => !ids.some((other) => other !== id && comesAfter(other, id, before, new Set())));
}

function comesAfter(
  id: string,
  earlier: string,
  before: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  const direct = before.get(id) ?? [];
  return direct.includes(earlier) || direct.some((one) => comesAfter(one, earlier, before, seen));
}
