import { type Expression, namesIn } from '../kernel/condition.ts';
import type { Day } from '../kernel/day.ts';
import { evaluateCondition } from '../kernel/evaluate-condition.ts';
import { printCondition } from '../kernel/print-condition.ts';
import { valueOn } from '../kernel/steps.ts';
import type { Asked } from './asked.ts';
import type { FactSources } from './fact-sources.ts';
import type { Reason } from './reason.ts';
import { kindOfName, scopeOf } from './scope.ts';

/** Why the condition of a duty is met, over days. */
export interface ConditionWhy {
  /** Days on which what it rests on changes. */
  readonly edges: readonly Day[];
  readonly on: (day: Day) => Reason;
}

/** The condition over what is known of a subject, with the facts that each answer rests on. */
export function conditionWhy(condition: Expression, { knowledge, subject }: Asked, sources: FactSources): ConditionWhy {
  const names = namesIn(condition);
  const scope = scopeOf(knowledge, subject);
  const known = names.map(scope);
  const text = printCondition(condition);
  return {
    edges: known.flatMap((one) => one.changes.map((change) => change.from)),
    on: (day) => {
      const outcome = evaluateCondition(condition, (name) => {
        const steps = known[names.indexOf(name)];
        return steps === undefined ? undefined : (valueOn(steps, day) ?? undefined);
      });
      const verdict = outcome.kind === 'value' ? outcome.value === true : 'unknown';
      const facts = known.flatMap((steps, index) => {
        const since = steps.changes.findLast((change) => change.from <= day);
        return since === undefined ? [] : sources(kindOfName(names[index] as string), subject, since.from);
      });
      const said = { true: 'is met', false: 'is not met', unknown: 'may be met or not' }[`${verdict}`];
      return {
        verdict,
        says: `Its condition ${said}: ${text}.`,
        because: [],
        citations: facts.map((fact) => fact.citation),
        facts: facts.map((fact) => fact.id),
        awaiting:
          outcome.kind === 'unknown'
            ? outcome.missing.map(kindOfName)
            : outcome.kind === 'error'
              ? [outcome.sentence]
              : [],
      };
    },
  };
}
