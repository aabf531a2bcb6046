import type { Calendar } from '../../kernel/working-days.ts';
import type { Fact, FactKind } from '../fact.ts';
import { type Assumption, type Knowledge, knowledgeOf } from '../knowledge.ts';
import type { Subject } from '../subject.ts';
import { kindsAwaited } from './level.ts';

type Told = Pick<Fact, 'kind' | 'subject' | 'effectiveOn' | 'value'>;

/** Knowledge that takes in one fact more without going through all the others. */
export interface LivingKnowledge {
  readonly knowledge: Knowledge;
  /** What is known with one fact more, as {@link knowledgeOf} knows it of all facts together; what was known before stays as it is. */
  readonly learn: (fact: Told) => Knowledge;
}

/** Answers about kinds that learnt something: for every subject (null), or for those that learnt it. */
type Learnt = ReadonlyMap<string, ReadonlyMap<string | null, Knowledge>>;

/** Facts and assumptions as one answer that can learn. */
export function livingKnowledge(
  kinds: readonly FactKind[],
  facts: readonly Told[],
  assumed: readonly Assumption[],
  calendars: readonly Calendar[] = [],
): LivingKnowledge {
  const base = knowledgeOf(kinds, facts, assumed, calendars);
  const families = familiesOf(kinds);
  const told = Map.groupBy(facts, ({ kind }) => kind);
  let learnt: Learnt = new Map();
  return {
    knowledge: base,
    learn: (fact) => {
      const known = told.get(fact.kind) ?? [];
      known.push(fact);
      told.set(fact.kind, known);
      const family = families.get(fact.kind) ?? [fact.kind];
      const alone = family.length === 1 ? fact.subject : null;
      const relevant = family
        .flatMap((kind) => told.get(kind) ?? [])
        .filter((one) => alone === null || one.subject === alone);
      const answer = knowledgeOf(kinds, relevant, assumed, calendars);
      learnt = new Map([
        ...learnt,
        ...family.map(
          (kind) =>
            [
              kind,
              alone === null ? new Map([[null, answer]]) : new Map([...(learnt.get(kind) ?? []), [alone, answer]]),
            ] as const,
        ),
      ]);
      return answering(base, learnt);
    },
  };
}

/** Kinds that say something about one another, by kind: a first of its kind, a named commencement, and what they follow from. */
export function familiesOf(kinds: readonly FactKind[]): Map<string, readonly string[]> {
  const families = new Map<string, readonly string[]>(kinds.map(({ id }) => [id, [id]]));
  const byId = new Map(kinds.map((kind) => [kind.id, kind]));
  for (const { id, firstOf, derived } of kinds) {
    const awaited = derived?.from === 'commencement' ? kindsAwaited(derived.commences, byId) : [];
    for (const other of firstOf === null ? awaited : [firstOf, ...awaited]) {
      const [mine, theirs] = [families.get(id) ?? [id], families.get(other) ?? [other]];
      if (mine === theirs) continue;
      const joined = [...mine, ...theirs];
      for (const one of joined) families.set(one, joined);
    }
  }
  return families;
}

function answering(base: Knowledge, learnt: Learnt): Knowledge {
  const answerer = (kind: string, subject: Subject | null): Knowledge => {
    const answers = learnt.get(kind);
    if (answers === undefined) return base;
    const own = base.kinds.get(kind)?.subject === 'party' ? subject?.supplier : subject?.id;
    return answers.get(null) ?? answers.get(own ?? null) ?? base;
  };
  return {
    ...base,
    about: (event, subject) => answerer(event, subject).about(event, subject),
    values: (kind, subject) => answerer(kind, subject).values(kind, subject),
  };
}
