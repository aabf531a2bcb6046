import { type Expression, namesIn } from '../../core/kernel/condition.ts';
import { parseCondition } from '../../core/kernel/parse-condition.ts';
import type { Rejection } from '../../core/kernel/rejection.ts';
import { BUILT_IN_FACTS } from '../../core/modification/profile/net.ts';
import { checkReferences, checkUnique, namesAt } from './check-references.ts';
import { describe, faultAt, oneOf } from './fault.ts';
import { type Located, type Path, plainOf, select } from './located.ts';

/** Where a profile names its own steps, outside its conditions. */
const STEP_NAMES = [
  'identifiers.*.from',
  'steps.*.outcomes.*.reopens.*',
  'steps.*.repeatableUntil.*',
  'steps.*.dayOf.step',
  'transitions.*.steps.*',
];

/** Every fault inside the profiles: stages and conditions that name what the profile does not have, and facts in a circle. */
export function checkProfiles(located: Located): Rejection[] {
  return select(located, 'profiles.*').flatMap(({ part, path }) => {
    const inside = (faults: readonly Rejection[]) => faults.map((fault) => under(fault, path));
    return [
      ...inside(
        checkReferences(part, [
          { from: 'steps.*.stage', noun: 'a stage of the profile', known: namesAt(part, 'stages.*.id') },
          ...STEP_NAMES.map((from) => ({ from, noun: 'a step of the profile', known: namesAt(part, 'steps.*.id') })),
        ]),
      ),
      ...inside(checkUnique(part, ['stages.*.id', 'ends.*.id', 'steps.*.id', 'facts.*.id', 'paths.*.id'])),
      ...inside(checkConditions(part)),
      ...inside(checkFacts(part)),
    ];
  });
}

function under(fault: Rejection, path: Path): Rejection {
  const field = `${path[0]}[${path[1]}].${fault.place?.field ?? ''}`;
  return { ...fault, place: { ...fault.place, field } };
}

const CONDITIONS = [
  'steps.*.opens',
  'facts.*.when',
  'ends.*.when',
  'paths.*.when',
  'withdrawal.until',
  'hold.until',
  'pathChange.until',
  'criticalFriend.until',
  'impactStatement.asked',
  'impactStatement.until',
];

function checkConditions(profile: Located): Rejection[] {
  const known = new Set([...namesAt(profile, 'steps.*.id', 'facts.*.id'), ...BUILT_IN_FACTS]);
  return CONDITIONS.flatMap((pattern) =>
    select(profile, pattern).flatMap(({ part, path }) => {
      const unknown = namesOf(plainOf(part)).filter((name) => !known.has(name));
      return unknown.map((name) =>
        faultAt(
          profile,
          path,
          `The condition names ${describe(name)}, which the profile does not have; expected ${oneOf(known)}.`,
        ),
      );
    }),
  );
}

function checkFacts(profile: Located): Rejection[] {
  const facts = select(profile, 'facts.*').map(({ part, path }) => {
    const { id, when } = plainOf(part) as { id?: unknown; when?: unknown };
    return { id: String(id), names: namesOf(when), path };
  });
  const names = new Map(facts.map((fact) => [fact.id, fact.names]));
  return facts
    .filter((fact) => reaches(fact.id, fact.names, names, new Set()))
    .map((fact) =>
      faultAt(
        profile,
        [...fact.path, 'when'],
        `The fact "${fact.id}" rests on itself; expected a condition over other facts and steps.`,
      ),
    );
}

function reaches(
  id: string,
  from: readonly string[],
  names: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
): boolean {
  return from.some((name) => {
    if (name === id) return true;
    if (seen.has(name)) return false;
    seen.add(name);
    return reaches(id, names.get(name) ?? [], names, seen);
  });
}

/** Names in a condition's text; a text that is no condition is the schema's to refuse. */
function namesOf(text: unknown): string[] {
  const parsed = typeof text === 'string' ? parseCondition(text) : null;
  const expression: Expression | null = parsed?.ok ? parsed.expression : null;
  return expression === null ? [] : namesIn(expression);
}
