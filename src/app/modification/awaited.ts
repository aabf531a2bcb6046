import { rejection } from '../../core/kernel/rejection.ts';
import type { Awaited } from '../../core/modification/next/awaiting.ts';
import { type Actor, ROLE_IN_SENTENCE, ROLES, type Role } from '../../core/party/actor.ts';
import type { Body } from '../../core/party/party.ts';
import { categoryOn } from '../../core/party/party-over-time.ts';
import { type Context, done, type Result, refuse } from '../operation.ts';
import { partyOf } from '../party/estate.ts';

/** Whom one asks for, and how a sentence names them. */
export interface NamedAwaited extends Awaited {
  readonly inSentence: string;
}

const NOBODY: Awaited = { role: null, body: null, seat: null, party: null, category: null, whole: false };

/** Whoever is asked for: `me`, or a role, a body, a seat or a Party by id. Refuses what is none of these. */
export async function awaitedFor(
  context: Context,
  asked: string,
  bodies: readonly Body[],
): Promise<Result<NamedAwaited>> {
  if (asked === 'me') return personOf(context);
  const role = roleOf(asked);
  const body = bodies.find((one) => one.id === asked);
  if (role !== null || body !== undefined) {
    const inSentence = body?.inSentence ?? (role === null ? asked : ROLE_IN_SENTENCE[role]);
    return done({ ...NOBODY, role, body: body?.id ?? null, whole: true, inSentence });
  }
  for (const { id, inSentence, seats } of bodies) {
    const seat = seats.find((one) => one.id === asked);
    if (seat === undefined) continue;
    return done({ ...NOBODY, role: roleOf(id), body: id, seat: seat.id, inSentence: `${seat.title} of ${inSentence}` });
  }
  const party = await partyNamed(context, asked);
  if (party !== null) {
    return done({
      ...NOBODY,
      role: 'party',
      party: party.id,
      category: categoryOn(party, context.today),
      inSentence: party.name,
    });
  }
  const sentence = `Nobody is known as "${asked}"; expected a role, a body, a seat or a Party by id, or "me".`;
  return refuse(rejection('not-found', sentence, { place: { field: 'for' } }));
}

/** The person who asks, with what they hold. */
async function personOf(context: Context): Promise<Result<NamedAwaited>> {
  const { actor } = context;
  if (actor.role === 'public') return refuse(rejection('not-signed-in', 'Sign in to see what awaits you.'));
  return done(await awaitedActor(context, actor));
}

async function awaitedActor(context: Context, actor: Actor): Promise<NamedAwaited> {
  const [seat, party] = [actor.seat ?? null, actor.party ?? null];
  const named = party === null ? null : await partyNamed(context, party);
  const category = named === null ? null : categoryOn(named, context.today);
  const person = { actor, today: context.today };
  return { role: actor.role, body: null, seat, party, category, whole: false, person, inSentence: 'you' };
}

async function partyNamed({ ports }: Context, id: string) {
  const recorded = await ports.store.read(`party/${id}`, null);
  return partyOf(recorded.map((one) => one.event))?.party ?? null;
}

function roleOf(id: string): Role | null {
  return ROLES.find((role) => role === id && role !== 'public' && role !== 'clock') ?? null;
}
