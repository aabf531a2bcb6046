import { listParties } from '../../app/party/list-parties.ts';
import { listInstruments } from '../../app/text/list-instruments.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { ROLE_IN_SENTENCE } from '../../core/party/actor.ts';
import type { Choice } from '../page/parts.ts';
import { ask, type View } from '../site.ts';
import type { Account } from './accounts.ts';

/** What an account may do, and for which seat or Party. */
export type Standing = Pick<Account, 'role' | 'seat' | 'party' | 'disabled'>;

/** The seats of the bodies and the Parties of the record that an account can stand for, by id with their names. */
export interface Places {
  /** Each with the body whose seat it is, which is the role of whoever holds it. */
  readonly seats: readonly (Choice & { readonly body: string })[];
  readonly parties: readonly Choice[];
}

/** Reads the seats from the rulebooks of the codes that the record holds, and the Parties from the record. */
export async function readPlaces(view: View): Promise<Places> {
  const [shipped, held, listed] = await Promise.all([
    view.site.ports.rulebooks.shipped(),
    ask(view, listInstruments, {}),
    ask(view, listParties, {}),
  ]);
  const parties = listed.ok ? listed.value.parties : [];
  const codes = new Set(['sec', ...(held.ok ? held.value.map((one) => one.id) : [])]);
  return {
    seats: shipped
      .filter(({ code }) => codes.has(code))
      .flatMap(({ code, bodies }) =>
        bodies.flatMap(({ id: body, seats }) =>
          seats.map(({ id, title }) => ({
            value: id,
            title: `${title}${code === 'sec' ? '' : ` (${code.toUpperCase()})`}`,
            body,
          })),
        ),
      ),
    parties: parties
      .map(({ id, name }) => ({ value: id, title: name }))
      .toSorted((a, b) => (a.title < b.title ? -1 : 1)),
  };
}

/** The name of a seat or Party; the id when the record has no name for it. */
export function placeName(choices: readonly Choice[], id: string): string {
  return choices.find((choice) => choice.value === id)?.title ?? id;
}

/** Why role, seat and Party do not go together, or the seat is another's; null when they fit. `others` are all other accounts. */
export function standingFault(to: Standing, places: Places, others: readonly Account[]): Rejection | null {
  return seatFault(to, places, others) ?? partyFault(to, places);
}

function seatFault({ role, seat, disabled }: Standing, { seats }: Places, others: readonly Account[]) {
  if (seat === null) {
    // The Panel of one code decides as a body, and that of another by its members: a seat is then for those.
    return role === 'change-board'
      ? fault('seat', 'A member of the Change Board votes for a seat; choose which.')
      : null;
  }
  if (!seats.some(({ body }) => body === role)) {
    return fault('seat', `Only a member of a body that votes has a seat; choose none for ${ROLE_IN_SENTENCE[role]}.`);
  }
  if (!seats.some((one) => one.value === seat && one.body === role))
    return fault('seat', `The rulebook has no seat "${seat}" of ${ROLE_IN_SENTENCE[role]}; choose one of the list.`);
  const holder = disabled ? undefined : others.find((other) => other.seat === seat && !other.disabled);
  if (holder === undefined) return null;
  return fault(
    'seat',
    `${placeName(seats, seat)} is held by ${holder.name}; choose another, or change or disable that account first.`,
  );
}

function partyFault({ role, party }: Standing, { parties }: Places) {
  if (role !== 'party') {
    return party === null
      ? null
      : fault('party', `Only one of a Party’s people acts for a Party; choose none for ${ROLE_IN_SENTENCE[role]}.`);
  }
  if (parties.length === 0)
    return fault('party', 'The record has no Party yet; admit the Party first, then make the account.');
  if (party === null) return fault('party', 'Somebody who acts as a Party does so for one; choose which.');
  return parties.some((one) => one.value === party)
    ? null
    : fault('party', `The record has no Party "${party}"; choose one of the list.`);
}

function fault(field: string, sentence: string): Rejection {
  return rejection('input-invalid', sentence, { place: { field } });
}
