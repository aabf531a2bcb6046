import { z } from 'zod';
import { unkeptIn } from '../core/kernel/characters.ts';
import { dayOfInstant, type Instant, writeInstant } from '../core/kernel/instant.ts';
import { type Rejection, rejection } from '../core/kernel/rejection.ts';
import { type Actor, rolesInSentence } from '../core/party/actor.ts';
import { done, type Operation, type Result, refuse } from './operation.ts';
import type { Ports, RequestKey } from './ports.ts';
import { UnknownCode } from './unknown-code.ts';

/** Who calls, through which ports. */
export interface Caller {
  readonly ports: Ports;
  readonly actor: Actor;
  /** The request that is being answered, when it carried a key. */
  readonly request?: RequestKey;
}

/**
 * The one way in for every door: checks the role, decodes the input by the operation's schema, runs it at one instant
 * and encodes what it gives, so that page, API and command say the same.
 */
export async function runOperation(operation: Operation, caller: Caller, input: unknown): Promise<Result<unknown>> {
  const result = await runDecoded(operation, caller, input);
  return result.ok ? done(z.encode(operation.output, result.value)) : result;
}

/** As {@link runOperation}, with the value as the domain has it (days as integers), for pages. */
export async function runDecoded<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, O>,
  caller: Caller,
  input: unknown,
): Promise<Result<z.output<O>>> {
  const { ports, actor } = caller;
  if (operation.roles !== 'anyone' && !operation.roles.includes(actor.role)) {
    const code = actor.role === 'public' ? 'not-signed-in' : 'wrong-actor';
    return refuse(
      rejection(
        code,
        `"${operation.name}" is for ${rolesInSentence(operation.roles)}; you act as ${rolesInSentence([actor.role])}.`,
      ),
    );
  }
  const unkept = unkeptAt(input);
  if (unkept !== null) return refuse(unkept);
  const decoded = z.safeDecode(operation.input, input as z.input<I>);
  if (!decoded.success) return refuse(inputFault(decoded.error));
  const now = ports.clock.now();
  const early = readsTheFuture(decoded.data, now);
  if (early !== null) return refuse(early);
  try {
    return await operation.run({ ...caller, now, today: dayOfInstant(now) }, decoded.data);
  } catch (fault) {
    if (fault instanceof UnknownCode)
      return refuse(rejection('not-found', fault.message, { place: { field: 'code' } }));
    throw fault;
  }
}

/** That an input asks what will be known: nothing is, and nothing that time would bring about has come about. */
function readsTheFuture(input: unknown, now: Instant): Rejection | null {
  const knownAt = (input as { readonly knownAt?: Instant | null } | null)?.knownAt ?? null;
  if (knownAt === null || knownAt <= now) return null;
  const sentence = `${writeInstant(knownAt)} is still to come; expected an instant up to ${writeInstant(now)}.`;
  return rejection('input-invalid', sentence, { place: { field: 'knownAt' } });
}

/** The first text or key of an input that the record could not hold, as one sentence with its field. */
function unkeptAt(input: unknown, field = ''): Rejection | null {
  if (typeof input === 'string') {
    const found = unkeptIn(input);
    if (found === null) return null;
    return rejection('input-invalid', `${field === '' ? 'The input' : field}: found ${found.sentence}`, {
      place: { field },
    });
  }
  if (typeof input !== 'object' || input === null) return null;
  for (const [key, value] of Object.entries(input)) {
    const found = unkeptAt(key, field) ?? unkeptAt(value, field === '' ? key : `${field}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

/** What a schema found wrong with an input, as one sentence with its field. */
export function inputFault(error: z.ZodError) {
  const faults = error.issues.map((issue) => {
    const field = issue.path.join('.');
    return { field, sentence: `${field === '' ? 'The input' : field}: ${said(issue)}` };
  });
  const shown = faults.slice(0, MOST_FAULTS).map(({ sentence }) => sentence);
  const more = faults.length > MOST_FAULTS ? [`and ${faults.length - MOST_FAULTS} more`] : [];
  return rejection('input-invalid', [...shown, ...more].join('; '), {
    place: { field: faults[0]?.field ?? '' },
    ...(faults.length > 1 ? { faults } : {}),
  });
}

/** So many faults of one input are told in its sentence. */
const MOST_FAULTS = 5;

/** What is wrong, for a person: a field that was left out is missing, not of a wrong type; a sentence of our own stays. */
function said(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'not as expected';
  if (issue.message.endsWith('received undefined')) return 'nothing is given; a value is expected';
  if (!/^(?:Too (?:big|small): |Invalid |Unrecognized key)/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'too_big':
      return `expected ${issue.inclusive === false ? 'less than' : 'at most'} ${counted(issue.maximum, issue.origin)}`;
    case 'too_small':
      return `expected ${issue.inclusive === false ? 'more than' : 'at least'} ${counted(issue.minimum, issue.origin)}`;
    case 'invalid_value':
      return `expected ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return `expected ${KINDS[issue.expected] ?? issue.expected}`;
    case 'unrecognized_keys':
      return `nothing is known by the name ${issue.keys.map((key) => `"${key}"`).join(' or ')}`;
    case 'invalid_format':
      return 'it is not written in the form that is expected';
    default:
      return issue.message;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'named fields',
  record: 'named fields',
  null: 'nothing',
};

function counted(bound: number | bigint, origin: string): string {
  const unit = { string: 'character', array: 'entry', set: 'entry' }[origin];
  if (unit === undefined) return String(bound);
  return `${bound} ${Number(bound) === 1 ? unit : unit === 'entry' ? 'entries' : `${unit}s`}`;
}
