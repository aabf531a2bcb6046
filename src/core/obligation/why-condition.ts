import { type Expression, namesIn, ON, type Value } from '../kernel/condition.ts';
import { programOf } from '../kernel/condition-steps.ts';
import type { Day } from '../kernel/day.ts';
import { type Explanation, explainCondition } from '../kernel/explain-condition.ts';
import { printCondition, printValue } from '../kernel/print-condition.ts';
import { lift, type Steps, valueOn } from '../kernel/steps.ts';
import type { Asked } from './asked.ts';
import type { Verdict } from './bound-steps.ts';
import type { Fact } from './fact.ts';
import type { FactSources } from './fact-sources.ts';
import type { Reason } from './reason.ts';
import { scopeOf, settingsOf, settledBy } from './scope.ts';

/** Why the condition of a duty is met, over days. */
export interface ConditionWhy {
  /** Days on which what it rests on changes. */
  readonly edges: readonly Day[];
  readonly on: (day: Day) => Reason;
}

/** The condition over what is known of a subject, with the facts that each answer rests on. */
export function conditionWhy(condition: Expression, asked: Asked, sources: FactSources): ConditionWhy {
  const { knowledge, subject } = asked;
  const scope = scopeOf(knowledge, subject);
  const known = new Map(
    namesIn(condition)
      .filter((name) => name !== ON)
      .map((name) => [name, scope(name)] as const),
  );
  return {
    edges: edgesOf(condition, known, asked),
    on: (day) => {
      const valueNow = (name: string): Value | undefined => {
        if (name === ON) return { kind: 'day', day };
        const steps = known.get(name);
        return steps === undefined ? undefined : (valueOn(steps, day) ?? undefined);
      };
      const rests = (name: string): readonly Fact[] => factsBehind(name, day, known.get(name), asked, sources);
      const explained = explainCondition(condition, valueNow, settingsOf(knowledge));
      const { outcome } = explained;
      const because = reasonOf(explained, { valueNow, rests, asked }, true);
      const said = { true: 'is met', false: 'is not met', unknown: 'may be met or not' }[`${because.verdict}`];
      const says = `Its condition ${said}: ${outcome.kind === 'error' ? outcome.sentence : printCondition(condition)}.`;
      return { ...because, says, because: [because], citations: [], facts: [] };
    },
  };
}

interface Speaking {
  readonly valueNow: (name: string) => Value | undefined;
  readonly rests: (name: string) => readonly Fact[];
  readonly asked: Asked;
}

/** Of connectives the parts that decide; of the rest the values that it speaks of. `speaks`: whether its truth is for the duty. */
function reasonOf({ expression, outcome, because }: Explanation, by: Speaking, speaks: boolean): Reason {
  const [only] = because;
  if (expression.kind === 'not' && only !== undefined) return reasonOf(only, by, !speaks);
  const stands: Verdict = outcome.kind === 'value' ? outcome.value === true : 'unknown';
  const verdict = stands === 'unknown' ? stands : stands === speaks;
  const missing = outcome.kind === 'unknown' ? outcome.missing.map((name) => settledBy(name, by.asked.knowledge)) : [];
  const awaiting = outcome.kind === 'error' ? [outcome.sentence] : [...new Set(missing)];
  const says = `${printCondition(expression)} ${HOLDS[`${stands}`]}`;
  if ((expression.kind === 'and' || expression.kind === 'or') && because.length > 0) {
    const parts = because.map((part) => reasonOf(part, by, speaks));
    return { verdict, says: `${says}.`, because: parts, citations: [], facts: [], awaiting };
  }
  const names = namesIn(expression).filter((name) => name !== ON);
  const facts = names.flatMap(by.rests);
  const values = names.map((name) => {
    const value = by.valueNow(name);
    return `${name} is ${value === undefined ? 'not known' : printValue(value)}`;
  });
  return {
    verdict,
    says: `${says}${values.length === 0 ? '' : `: ${values.join(', ')}`}.`,
    because: [],
    citations: facts.map((fact) => fact.citation),
    facts: facts.map((fact) => fact.id),
    awaiting,
  };
}

const HOLDS = { true: 'holds', false: 'does not hold', unknown: 'is not settled' } as const;

function factsBehind(
  name: string,
  day: Day,
  steps: Steps<Value | null> | undefined,
  { knowledge, subject }: Asked,
  sources: FactSources,
): readonly Fact[] {
  const kind = settledBy(name, knowledge);
  const { occurrence } = knowledge.about(kind, subject);
  const since =
    knowledge.kinds.get(kind)?.type === 'event'
      ? occurrence
      : steps?.changes.findLast((change) => change.from <= day)?.from;
  return typeof since === 'number' ? sources.on(kind, subject, since) : [];
}

/** Days on which a name changes, or the day asked about passes one with which it is compared. */
function edgesOf(
  condition: Expression,
  known: ReadonlyMap<string, Steps<Value | null>>,
  { knowledge }: Asked,
): readonly Day[] {
  const { names, evaluateUntil } = programOf(condition, settingsOf(knowledge));
  const asked = names.indexOf(ON);
  const values = lift(
    names.filter((name) => name !== ON).map((name) => known.get(name) as Steps<Value | null>),
    (all) => all,
  );
  const starts = values.changes.map((change) => change.from);
  if (asked === -1) return starts;
  const spans = [{ from: -Infinity as Day, value: values.initial }, ...values.changes];
  return spans.flatMap(({ from, value }, index) => {
    const edges: Day[] = [];
    const until = starts[index] ?? Infinity;
    for (let at: number = from; at < until; ) {
      edges.push(at as Day);
      at = evaluateUntil(value.toSpliced(asked, 0, { kind: 'day', day: at as Day })).until;
    }
    return edges.filter(Number.isFinite);
  });
}
