import type { Day } from '../kernel/day.ts';
import { type Parameter, parameterOn } from '../kernel/parameter.ts';
import { isOperatedOn, type Subject } from '../obligation/subject.ts';
import type { AssessmentAnswer, AssessmentRule, CycleYear } from './assessment.ts';
import type { Settling } from './spans.ts';

/** A group of systems with its three counts. */
export interface Counted extends Subject {
  readonly generation: 'SMETS1' | 'SMETS2';
  readonly fuel: 'electricity' | 'gas' | 'dual';
  readonly title: string;
  readonly counts: Readonly<Record<Unit, number>>;
}

/** What a threshold can count. */
export type Unit = 'devices' | 'premises' | 'systems';

/** Rules and parameters that the answer comes from. */
export interface AssessmentRules {
  readonly assessmentRules: readonly AssessmentRule[];
  readonly parameters: readonly Parameter[];
}

/**
 * The type of an assessment of a party of some category on a day. `counts` says of each group whether it counts then.
 * Null when no rule speaks of the category. Unknown (type null) only when the rules differ on the two sides of the
 * threshold and what is unsettled could move the party across it.
 */
export function nextAssessment(
  rules: AssessmentRules,
  category: string,
  year: CycleYear,
  on: Day,
  groups: readonly Counted[],
  counts: (group: Counted) => Settling,
): AssessmentAnswer | null {
  const applying = rules.assessmentRules.filter((rule) => rule.year === year && applies(rule, category, on));
  const parameter = rules.parameters.find((one) => one.id === applying[0]?.threshold);
  const value = parameter === undefined ? null : parameterOn(parameter, on);
  if (parameter === undefined || value === null) return null;

  const unit = parameter.unit.toLowerCase() as Unit;
  const counted = groups
    .filter((group) => isOperatedOn(group, on))
    .map((group) => ({ count: group.counts[unit], ...counts(group) }));
  const sum = (all: typeof counted) => all.reduce((total, one) => total + one.count, 0);
  const count = sum(counted.filter((one) => one.verdict === true));
  const countAtMost = sum(counted.filter((one) => one.verdict !== false));
  const threshold = Number(value.value);
  const side = (of: number) => (of > threshold ? 'above' : 'at-or-below');
  const ruleFor = (of: number) => applying.find((rule) => rule.size === 'any' || rule.size === side(of)) ?? null;

  const [rule, atMost] = [ruleFor(count), ruleFor(countAtMost)];
  const type = rule?.type === atMost?.type ? (rule?.type ?? null) : null;
  const settled = side(count) === side(countAtMost);
  return {
    type,
    possible: [...new Set([rule, atMost].flatMap((one) => (one === null ? [] : [one.type])))],
    awaiting: type === null ? [...new Set(counted.flatMap((one) => one.awaiting))] : [],
    because: {
      parameter: parameter.id,
      threshold,
      unit: parameter.unit,
      count,
      countAtMost,
      comparison: settled ? side(count) : null,
      rule: type === null ? null : rule,
      citations: [value.citation, ...(type === null || rule === null ? [] : [rule.citation])],
    },
  };
}

function applies(rule: AssessmentRule, category: string, on: Day): boolean {
  const begun = rule.from === null || rule.from <= on;
  return begun && (rule.until === null || on < rule.until) && rule.categories.includes(category);
}
