import type { Rejection } from '../../core/kernel/rejection.ts';
import type { Case } from '../../core/rulebook/case.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { checkNames, checkReferences, type Reference } from './check-references.ts';
import { decodeFiles } from './decode.ts';
import { readFiles } from './files.ts';
import { scenarioSchema } from './scenario.schema.ts';

/** Every fault of the file of a scenario: its shape, and what it names that the case and its rulebook do not have. */
export function checkScenario(path: string, text: string, given: Case, rulebook: Rulebook): readonly Rejection[] {
  const { facts, names } = referencesOf(given, rulebook);
  const decoded = decodeFiles(readFiles(new Map([[path, text]])), scenarioSchema, (located) => [
    ...checkReferences(located, facts),
    ...checkNames(located, names),
  ]);
  return decoded.ok ? [] : decoded.faults;
}

/** What a scenario refers to in values, and what by the names of keys. */
function referencesOf(given: Case, rulebook: Rulebook): { facts: readonly Reference[]; names: readonly Reference[] } {
  const party = { noun: 'a party of the case', known: ids(given.parties) };
  const group = { noun: 'a group of the case', known: ids(given.groups) };
  const assessment = { noun: 'an assessment of the case', known: ids(given.assessments) };
  const wordings = [...rulebook.wordings, ...given.proposal.wordings];
  const steps = rulebook.profiles.flatMap((profile) => profile.steps);
  return {
    facts: [
      { from: 'facts.*.kind', noun: 'a kind of fact', known: ids(rulebook.factKinds) },
      {
        from: 'facts.*.subject',
        noun: 'a party or a group of systems',
        known: new Set([...party.known, ...group.known]),
      },
      { from: 'acts.*.step', noun: 'a step of the process', known: ids(steps) },
      { from: 'questions.*.parties.*', ...party },
      { from: 'questions.*.full.*.*', ...party },
      { from: 'questions.*.notScheduled.*', ...party },
      ...wordings.map(({ id, readings }) => ({
        from: `questions.*.readings.${id}`,
        noun: `a reading of ${id}`,
        known: ids(readings),
      })),
    ],
    names: [
      { from: 'questions.*.bound', ...group },
      { from: 'questions.*.exposed', ...assessment },
      { from: 'questions.*.moved', ...assessment },
      { from: 'questions.*.readings', noun: 'a wording of the rulebook or the proposal', known: ids(wordings) },
    ],
  };
}

function ids(all: readonly { readonly id: string }[]): Set<string> {
  return new Set(all.map((one) => one.id));
}
