import { z } from 'zod';
import { checkConditionText } from '../../core/kernel/check-condition.ts';
import {
  type ConditionFault,
  type Expression,
  namesIn,
  ON,
  stopped,
  type Value,
  writeConditionFault,
} from '../../core/kernel/condition.ts';
import type { ConditionSettings } from '../../core/kernel/condition-functions.ts';
import type { Scope } from '../../core/kernel/condition-steps.ts';
import type { ConditionType, DeclaredNames } from '../../core/kernel/condition-types.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { valueOn } from '../../core/kernel/steps.ts';
import { namesOfKinds } from '../../core/obligation/condition-names.ts';
import { knowledgeOf } from '../../core/obligation/knowledge.ts';
import { scopeOf, settingsOf } from '../../core/obligation/scope.ts';
import { askedFields, readAskedParty } from '../obligation/asked-party.ts';
import { type Context, done, type Result, refuse } from '../operation.ts';
import { codeField } from '../party/estate.ts';
import { readGiven, scopeWith, unusedFault } from './given-values.ts';

/** How an operation asks for a condition. */
export const conditionField = z.string().meta({
  description:
    'A condition in a subset of CEL: party_category == "large-supplier" && on >= system_enrolled_day + days(30).',
});

const givenValueSchema = z.union([z.string(), z.number(), z.boolean()], {
  error: 'expected a text, a number, true or false; a day is written YYYY-MM-DD, a list as in a condition: "[1, 2]"',
});

/** How operations ask what a condition comes to: over what is given, over a party or system of the record, or over both. */
export const questionFields = {
  condition: conditionField,
  given: z.record(z.string(), givenValueSchema).default({}).meta({
    description:
      'Values by name, in place of what the record says; of an event its day: {"system_enrolled": "2018-12-01"}.',
  }),
  party: z.string().min(1).nullable().default(null).meta({
    description: 'Party by id, whose facts are asked; left out, only what is given is known.',
  }),
  system: askedFields.system,
  code: codeField,
  on: daySchema.nullable().default(null).meta({ description: 'The day that is asked about; left out, today.' }),
  knownAt: askedFields.knownAt,
  assume: askedFields.assume,
};

interface Given {
  readonly condition: string;
  readonly given: Readonly<Record<string, string | number | boolean>>;
  readonly party: string | null;
  readonly system: string | null;
  readonly code: string;
  readonly on: Day | null;
  readonly knownAt: Instant | null;
  readonly assume: Parameters<typeof readAskedParty>[1]['assume'];
}

/** A condition that has its types, with what is known of its names over days. */
export interface ConditionQuestion {
  readonly condition: Expression;
  readonly type: ConditionType;
  readonly scope: Scope;
  readonly settings: ConditionSettings;
  readonly on: Day;
  /** Names in it, without `on`. */
  readonly names: readonly string[];
  /** What is known of a name on the day that is asked about. */
  readonly facts: (name: string) => Value | undefined;
}

/** Reads what is asked, or refuses what is no condition over the names of the code and those given. */
export async function readConditionQuestion(context: Context, input: Given): Promise<Result<ConditionQuestion>> {
  const { ports, today } = context;
  const rulebook = await ports.rulebooks.current(input.code);
  const given = readGiven(input.given, namesOfKinds(rulebook.factKinds));
  if ('rejection' in given) return refuse(given.rejection);
  const checked = checkConditionText(input.condition, given.declared);
  if (!checked.ok) return refuse(notACondition(checked.fault));
  const unused = unusedFault(input.given, namesOfKinds(rulebook.factKinds), namesIn(checked.expression));
  if (unused !== null) return refuse(unused);

  const { party } = input;
  const asked = party === null ? null : await readAskedParty(context, { ...input, party, readings: {} });
  if (asked !== null && !asked.ok) return asked;
  const of = asked?.value.subjects[0]?.asked ?? null;
  const knowledge = of?.knowledge ?? knowledgeOf(rulebook.factKinds, [], [], rulebook.calendars);
  const scope = scopeWith(given, of === null ? null : scopeOf(knowledge, of.subject));
  const on = input.on ?? today;
  return done({
    condition: checked.expression,
    type: checked.type,
    scope,
    settings: settingsOf(knowledge),
    on,
    names: namesIn(checked.expression).filter((name) => name !== ON),
    facts: (name) => (name === ON ? { kind: 'day', day: on } : (valueOn(scope(name), on) ?? undefined)),
  });
}

/** The names that a condition of a code may speak of. */
export async function readDeclared({ ports }: Pick<Context, 'ports'>, code: string): Promise<DeclaredNames> {
  return namesOfKinds((await ports.rulebooks.current(code)).factKinds);
}

function notACondition(fault: ConditionFault) {
  const sentence = stopped(`The condition cannot be read: ${writeConditionFault(fault)}`);
  return rejection('input-invalid', sentence, { place: { field: 'condition', line: fault.line } });
}
