import { writeInstant } from '../core/kernel/instant.ts';
import type { Rejection } from '../core/kernel/rejection.ts';
import { findCommand, readArguments, usageOf } from './arguments.ts';
import type { Command, Runtime } from './command.ts';

/** Exit codes: done; a fault or bad input; refused by a rule. */
export const EXIT = { done: 0, fault: 1, refused: 2 } as const;

/** Output of a run, so that a test reads what a person would. */
export interface Output {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** Runs the command that the words call and gives its exit code. */
export async function run(
  commands: readonly Command[],
  words: readonly string[],
  runtime: Runtime,
  { out, error }: Output,
): Promise<number> {
  const asked = words[0] === '--version' ? ['version', ...words.slice(1)] : words;
  if (asked.length === 0 || asked[0] === 'help' || asked[0] === '--help') {
    out(asked.includes('--json') ? jsonOf(commands.map(described)) : overviewOf(commands));
    return EXIT.done;
  }
  const found = findCommand(commands, asked);
  if (found === null) {
    error(`proviso: "${words.join(' ')}" is not a command; "proviso help" lists them.`);
    return EXIT.fault;
  }
  const given = readArguments(found.command, found.rest);
  if (!given.ok) return tell(given.rejection, found.rest.includes('--json'), error);
  if (given.value.switches.has('help')) {
    out(given.value.switches.has('json') ? jsonOf(described(found.command)) : usageOf(found.command));
    return EXIT.done;
  }
  const json = given.value.switches.has('json');
  const result = await found.command.run(given.value, runtime);
  if (!result.ok) return tell(result.rejection, json, error);
  // What a command has streamed already has no JSON of its own.
  const text = json ? (JSON.stringify(result.value.json, null, 2) ?? '') : result.value.text;
  if (text !== '') out(text);
  return result.value.exit ?? EXIT.done;
}

const FAULTS = new Set<Rejection['code']>(['input-invalid', 'not-found', 'record-broken']);

function tell(rejection: Rejection, json: boolean, error: (text: string) => void): number {
  error(json ? JSON.stringify(rejection, null, 2) : writeRejection(rejection));
  return FAULTS.has(rejection.code) ? EXIT.fault : EXIT.refused;
}

/** A refusal as lines: the sentence, the clause, who can unblock it. */
function writeRejection(rejection: Rejection): string {
  const { code, sentence, citation, unblock } = rejection;
  return [
    `${placeOf(rejection)}${sentence} [${code}]`,
    ...(citation === null ? [] : [`  clause: ${citation.source} ${citation.clause ?? ''} (${citation.certainty})`]),
    ...unblock.map(({ who, by, until }) => `  ${who} can ${by}${until === null ? '' : ` by ${writeInstant(until)}`}`),
  ].join('\n');
}

/** `file:line:field: ` of a fault in a file, to stand before its sentence. */
export function placeOf({ place }: Rejection): string {
  if (place?.file === undefined) return '';
  const parts = [place.file, place.line, place.field].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? '' : `${parts.join(':')}: `;
}

/** What a command is, for a program. */
function described({ path, summary, positionals, options }: Command) {
  return { command: path.join(' '), summary, positionals, options };
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

function overviewOf(commands: readonly Command[]): string {
  const named = commands.map((command) => ({ name: command.path.join(' '), summary: command.summary }));
  const width = Math.max(...named.map((command) => command.name.length)) + 2;
  const lines = named
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`);
  return ['proviso: runs an industry code.', '', 'Commands ("proviso COMMAND --help" says more):', ...lines].join('\n');
}
