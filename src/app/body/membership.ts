import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { fold, refused } from '../../core/kernel/decider.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import {
  decideMembership,
  type MembershipCommand,
  type MembershipContext,
} from '../../core/party/decide-membership.ts';
import { evolveMembership, type Membership, type MembershipEvent, NO_MEMBERS } from '../../core/party/membership.ts';
import type { Body } from '../../core/party/party.ts';
import type { RecordEvent } from '../../core/rulebook/record-event.ts';
import { act } from '../act.ts';
import { type Context, done, type Result, refuse } from '../operation.ts';
import type { Ports } from '../ports.ts';

/** How an operation asks which body it is about. */
export const bodyField = z.string().min(1).meta({ description: 'Body by id: change-board.' });

/** How an operation asks which seat of a body it is about. */
export const seatField = z.string().min(1).meta({ description: 'Seat by id: large-supplier-1.' });

/** How an operation asks for a seat where the members of a body may have none. */
export const optionalSeatField = seatField.nullable().default(null).meta({
  description: 'Seat by id; left out for a body whose members have no seats.',
});

/** From when to when somebody sits or stands in. */
export const termFields = {
  from: daySchema.nullable().default(null).meta({ description: 'First day; left out, today.' }),
  until: daySchema.nullable().default(null).meta({ description: 'First day after it; left out, no end is set.' }),
};

/** What an act on a membership gives back. */
export const membershipDoneSchema = z.strictObject({ body: z.string(), seat: z.string().nullable() });

/** The stream of a body. */
export function bodyStream(body: string): string {
  return `body/${body}`;
}

/** Who sits in a body of a code, of the events of its stream. */
function membershipOf(events: Iterable<RecordEvent>, code: string): Membership {
  const own = [...events].filter((event): event is MembershipEvent => 'body' in event && event.code === code);
  return fold(NO_MEMBERS, evolveMembership, own);
}

/** Who sits in a body of a code, as known at an instant (null: now). */
export async function readMembership(
  { store }: Pick<Ports, 'store'>,
  code: string,
  body: string,
  knownAt: Instant | null,
): Promise<Membership> {
  const recorded = await store.read(bodyStream(body), knownAt);
  return membershipOf(
    recorded.map((one) => one.event),
    code,
  );
}

/** A body as its code has it now; refuses one that it has not. */
export async function findBody({ ports }: Pick<Context, 'ports'>, code: string, id: string): Promise<Result<Body>> {
  const { bodies, title } = await ports.rulebooks.current(code);
  const body = bodies.find((one) => one.id === id);
  return body === undefined ? refuse(noBody(id, title, bodies)) : done(body);
}

/** Decides a command on the membership of a body and records what it comes to. */
export async function actOnMembership(
  context: Context,
  { code, body: id }: { readonly code: string; readonly body: string },
  command: MembershipCommand,
): Promise<Result<z.output<typeof membershipDoneSchema>>> {
  const found = await findBody(context, code, id);
  if (!found.ok) return found;
  const asked: MembershipContext = { body: found.value, code, actor: context.actor, today: context.today };
  return act(context, command.type, async (load) => {
    const { stream, events } = await load(bodyStream(id));
    const decision = decideMembership(command, membershipOf(events, code), asked);
    if (!decision.ok) return refused(decision.rejection);
    return { ok: true, writes: [{ stream, events: decision.events }], value: { body: id, seat: command.seat } };
  });
}

function noBody(id: string, title: string, bodies: readonly Body[]): Rejection {
  const known = bodies.map((one) => one.id).join(', ');
  const sentence = `The ${title} has no body "${id}"; expected one of ${known}.`;
  return rejection('not-found', sentence, { place: { field: 'body' } });
}
