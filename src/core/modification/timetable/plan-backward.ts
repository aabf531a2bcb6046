import { addDays, type Day, writeDay } from '../../kernel/day.ts';
import { type Placing, workingDayOnOrAfter } from './placing.ts';
import { goesWith, lastOf, placeAfter, placeFrom } from './plan-days.ts';
import type { PlanNode } from './plan-net.ts';
import { type PlanReason, quoted } from './plan-words.ts';

/** How far back a day is sought: longer than any step and the meetings around it take. */
const FARTHEST = 500;

/** The latest days of a step with which everything after it can still be in time, and why. */
interface LatestDays {
  readonly from: Day;
  readonly to: Day;
  readonly reasons: readonly PlanReason[];
}

/**
 * The latest days of every step that is not past with which implementation is still on a day. A step without any is left
 * out, and so is what it waits for.
 */
export function latestDays(nodes: readonly PlanNode[], target: Day, placing: Placing): ReadonlyMap<string, LatestDays> {
  const found = new Map<string, LatestDays>();
  for (const node of nodes.toReversed()) {
    if (node.fixed !== null) continue;
    const latest =
      node.step.kind === 'implementation' ? onTarget(target, placing) : latestOf(node, nodes, found, placing);
    if (latest !== null) found.set(node.step.id, latest);
  }
  // What goes with another step is done on its day.
  for (const node of nodes) {
    const other = nodes.find((one) => goesWith(node, one) && node.before.includes(one.step.id));
    const latest = other && found.get(other.step.id);
    if (other === undefined || latest === undefined || !found.has(node.step.id)) continue;
    const sentence = `Goes with ${quoted(other.step)} on ${writeDay(latest.to)}.`;
    found.set(node.step.id, { from: latest.to, to: latest.to, reasons: [{ sentence, citation: node.step.citation }] });
  }
  return found;
}

function onTarget(target: Day, { target: release }: Placing): LatestDays {
  const sentence = `The day of ${release?.title ?? 'implementation'}, at which the plan aims.`;
  return { from: target, to: target, reasons: [{ sentence, citation: release?.citation ?? null }] };
}

function latestOf(
  node: PlanNode,
  nodes: readonly PlanNode[],
  later: ReadonlyMap<string, LatestDays>,
  placing: Placing,
): LatestDays | null {
  const after = nodes.filter((one) => one.fixed === null && one.before.includes(node.step.id));
  const bounds = after.map((one) => later.get(one.step.id)?.from);
  // What nothing waits for can be done until the end.
  const ends = nodes.flatMap((one) => (one.step.kind === 'implementation' ? (later.get(one.step.id)?.from ?? []) : []));
  const limits = bounds.length > 0 ? bounds : ends;
  const known = limits.filter((one) => one !== undefined);
  if (known.length < limits.length || known.length === 0) return null;
  const latestEnd = Math.min(...known) as Day;
  const fits = (ended: Day) =>
    after.find((one) => {
      const placed = placeAfter(one, node, ended, placing);
      return placed === null || placed.day > (later.get(one.step.id)?.from ?? -Infinity);
    });
  // A day can end it when everything after it can still begin in time; later ends never let anything begin earlier.
  let to = latestEnd;
  let hindered: PlanNode | undefined;
  for (let stop = fits(to); stop !== undefined; stop = fits(to)) {
    hindered = stop;
    to = addDays(to, -1);
    if (latestEnd - to > FARTHEST) return null;
  }
  const begun = latestBegin(node, to, placing);
  if (begun === null) return null;
  const binding = hindered ?? after[0];
  const limit = binding && later.get(binding.step.id)?.from;
  const until =
    binding === undefined || limit === undefined
      ? 'The last day before the plan ends.'
      : `The latest that leaves ${quoted(binding.step)} on ${writeDay(limit)}.`;
  return { ...begun, reasons: [{ sentence: until, citation: binding?.step.citation ?? null }, ...begun.reasons] };
}

/** The latest day on which a step can begin and be over by another. */
function latestBegin(node: PlanNode, by: Day, placing: Placing): LatestDays | null {
  for (let from = by; by - from <= FARTHEST; from = addDays(from, -1)) {
    const placed = placeFrom(node, from, placing);
    // Nothing ends, and so nothing begins, on a day that is no Working Day.
    if (placed === null || placed.day !== from || workingDayOnOrAfter(from, placing) !== from) continue;
    const last = lastOf(node.step, from, placing);
    if (last === null || last.day > by) continue;
    return { from, to: last.day, reasons: last.day === from ? [] : [last.reason] };
  }
  return null;
}
