import { parseArgs } from 'node:util';
import { done, type Result, refuse } from '../app/operation.ts';
import { rejection } from '../core/kernel/rejection.ts';
import type { Command, Given } from './command.ts';

/** Options that every command takes. */
const COMMON_OPTIONS = [
  { name: 'json', value: null, repeatable: false, description: 'Print JSON instead of text.' },
  { name: 'help', value: null, repeatable: false, description: 'Say how the command is used.' },
] as const;

/** A negative number or an expression is a value, although it begins like an option: it passes the parser behind a shield. */
const NEGATIVE = /^-(?!-|[A-Za-z]+$)./s;
const SHIELD = '\u0000';

/** The command that the words call, with the words that are left; null when none does. */
export function findCommand(
  commands: readonly Command[],
  words: readonly string[],
): { command: Command; rest: string[] } | null {
  const fitting = commands.filter((command) => command.path.every((word, index) => words[index] === word));
  const [command] = fitting.sort((a, b) => b.path.length - a.path.length);
  return command === undefined ? null : { command, rest: words.slice(command.path.length) };
}

/** Checks the words against what the command takes. */
export function readArguments(command: Command, words: readonly string[]): Result<Given> {
  const options = [...COMMON_OPTIONS, ...command.options];
  const name = `proviso ${command.path.join(' ')}`;
  const expectation = `see "${name} --help"`;
  try {
    const { values, positionals } = parseArgs({
      args: words.map((word) => (NEGATIVE.test(word) ? `${SHIELD}${word}` : word)),
      allowPositionals: true,
      strict: true,
      options: Object.fromEntries(
        options.map((option) => [
          option.name,
          option.value === null ? { type: 'boolean' as const } : { type: 'string' as const, multiple: true },
        ]),
      ),
    });
    const asked = values.help === true;
    const places = positionals.map((word) => word.replace(SHIELD, ''));
    const required = command.positionals.filter((positional) => positional.required);
    const missing = required[places.length];
    if (missing !== undefined && !asked)
      return invalid(`${name} expects ${missing.name} (${missing.description}); ${expectation}`);
    if (places.length > command.positionals.length) {
      return invalid(`${name} does not expect "${places[command.positionals.length]}"; ${expectation}`);
    }
    const given = new Map<string, readonly string[]>();
    const switches = new Set<string>();
    for (const option of options) {
      const value = values[option.name];
      if (value === true) switches.add(option.name);
      if (!Array.isArray(value)) continue;
      if (!option.repeatable && value.length > 1)
        return invalid(`--${option.name} is given ${value.length} times; expected once`);
      given.set(
        option.name,
        value.map((word) => String(word).replace(SHIELD, '')),
      );
    }
    return done({ positionals: places, values: given, switches });
  } catch (fault) {
    const sentence = fault instanceof Error ? (fault.message.split(/[.\n]/)[0] ?? '') : String(fault);
    const isOption = sentence.startsWith('Unknown option') && command.positionals.length > 0;
    const value = isOption ? ' (a value that begins with "-" is given last, after --)' : '';
    return invalid(`${sentence}${value}; ${expectation}`);
  }
}

/** How a command is used, as text. */
export function usageOf(command: Command): string {
  const places = command.positionals.map((place) => (place.required ? place.name : `[${place.name}]`));
  const options = [...command.options, ...COMMON_OPTIONS];
  const flags = options.map((option) => `--${option.name}${option.value === null ? '' : ` ${option.value}`}`);
  const width = Math.max(...flags.map((flag) => flag.length), ...places.map((place) => place.length)) + 2;
  return [
    `proviso ${[...command.path, ...places].join(' ')} [options]`,
    '',
    command.summary,
    '',
    ...command.positionals.map((place, index) => `  ${(places[index] ?? '').padEnd(width)}${place.description}`),
    ...options.map((option, index) => `  ${(flags[index] ?? '').padEnd(width)}${option.description}`),
  ].join('\n');
}

function invalid(sentence: string): Result<Given> {
  return refuse(rejection('input-invalid', sentence));
}
