import { type InputField, inputFields } from '../app/input-fields.ts';
import type { JsonSchema } from '../app/json-schema.ts';
import { done, type Operation, type Result, refuse } from '../app/operation.ts';
import { runOperation } from '../app/run-operation.ts';
import { rejection } from '../core/kernel/rejection.ts';
import type { Actor } from '../core/party/actor.ts';
import type { Command, Given, Option, Positional, Printed, Runtime } from './command.ts';
import { asText } from './text.ts';

/** Where a command finds its record, and as whom it acts. */
export const RECORD_OPTIONS: readonly Option[] = [
  { name: 'data', value: 'DIR', repeatable: false, description: 'The data folder (default ./data, or DATABASE_URL).' },
  { name: 'as', value: 'EMAIL', repeatable: false, description: 'The account that acts (default: a reader).' },
];

/** How a command differs from the one that its operation gives by itself. */
export interface Shape {
  readonly path?: readonly string[];
  /** Input fields given by place, in order. */
  readonly places?: readonly string[];
  /** What it says needs no record, only the rulebook that comes with the program. */
  readonly recordless?: boolean;
  /** How a person reads it. */
  readonly text?: (output: unknown) => string;
}

/** The command of an operation: its fields become options, or places where the shape says so. */
export function operationCommand(operation: Operation, shape: Shape = {}): Command {
  const fields = inputFields(operation);
  const places = shape.places ?? [];
  const positionals = places.map((name): Positional => {
    const field = fields.find((one) => one.name === name);
    return { name: kebab(name).toUpperCase(), required: field?.required ?? true, description: describe(field) };
  });
  const options = fields
    .filter((field) => !places.includes(field.name))
    .map((field): Option => {
      const repeatable = field.plain.type === 'array' || field.plain.type === 'object';
      const value = field.plain.type === 'boolean' ? null : valueWord(field.plain);
      return { name: kebab(field.name), value, repeatable, description: describe(field) };
    });
  return {
    path: shape.path ?? [operation.room, operation.name],
    summary: operation.summary,
    positionals,
    options: shape.recordless === true ? options : [...options, ...RECORD_OPTIONS],
    run: async (given, runtime) => {
      const input = inputOf(fields, places, given);
      if (!input.ok) return input;
      const text = shape.text ?? asText;
      if (shape.recordless !== true) return callOnRecord(operation, input.value, given, runtime, text);
      return printed(await runOperation(operation, { ports: runtime.recordless, actor: READER }, input.value), text);
    },
  };
}

/** Calls an operation on the record that the options name, as the account that they name. */
async function callOnRecord(
  operation: Operation,
  input: unknown,
  given: Given,
  runtime: Runtime,
  text: (output: unknown) => string,
): Promise<Result<Printed>> {
  const data = given.values.get('data')?.[0] ?? null;
  const email = given.values.get('as')?.[0];
  const outcome = await runtime.withRecord(data, async ({ ports, actor }) => {
    const who = email === undefined ? READER : await actor(email);
    if (who === null) return refuse<unknown>(rejection('not-found', `There is no account "${email}" in this record`));
    return runOperation(operation, { ports, actor: who }, input);
  });
  if (!outcome.ok) return outcome;
  return printed(outcome.value, text);
}

function printed(result: Result<unknown>, text: (output: unknown) => string): Result<Printed> {
  return result.ok ? done({ text: text(result.value), json: result.value }) : result;
}

/** Who acts when no account is named: reads what is public. */
export const READER: Actor = { id: 'reader', name: 'A reader at the command line', role: 'public' };

function inputOf(
  fields: readonly InputField[],
  places: readonly string[],
  given: Given,
): Result<Record<string, unknown>> {
  const input: Record<string, unknown> = {};
  for (const field of fields) {
    const option = kebab(field.name);
    const place = places.indexOf(field.name);
    const words = place >= 0 ? given.positionals.slice(place, place + 1) : given.values.get(option);
    if (field.plain.type === 'boolean' && given.switches.has(option)) input[field.name] = true;
    if (words === undefined || words.length === 0) continue;
    const value = readValue(field.plain, words);
    if (value === undefined) {
      const sentence = `--${option} is "${words.join(' ')}"; expected ${valueWord(field.plain)}`;
      return refuse(rejection('input-invalid', sentence, { place: { field: field.name } }));
    }
    input[field.name] = value;
  }
  return { ok: true, value: input };
}

function readValue(schema: JsonSchema, words: readonly string[]): unknown {
  const [word] = words;
  if (schema.type === 'integer' || schema.type === 'number') {
    const value = Number(word);
    return word !== undefined && word.trim() !== '' && Number.isFinite(value) ? value : undefined;
  }
  if (schema.type === 'array') return schema.items?.type === 'string' ? [...words] : parsed(word);
  if (schema.type === 'object') {
    if (typeof schema.additionalProperties !== 'object') return parsed(word);
    const pairs = words.map((pair) => /^([^=]+)=(.+)$/.exec(pair));
    return pairs.every((pair) => pair !== null)
      ? Object.fromEntries(pairs.map((pair) => [pair[1], pair[2]]))
      : undefined;
  }
  return word;
}

function parsed(word: string | undefined): unknown {
  try {
    return JSON.parse(word ?? '');
  } catch {
    return undefined;
  }
}

function valueWord(schema: JsonSchema): string {
  if (schema.type === 'integer' || schema.type === 'number') return 'NUMBER';
  if (schema.type === 'object') return typeof schema.additionalProperties === 'object' ? 'NAME=VALUE' : 'JSON';
  if (schema.type === 'array') return schema.items?.type === 'string' ? 'VALUE' : 'JSON';
  return 'VALUE';
}

function describe(field: InputField | undefined): string {
  return `${field?.plain.description ?? ''}${field?.required ? ' (required)' : ''}`.trim();
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
