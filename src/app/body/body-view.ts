import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import type { Day } from '../../core/kernel/day.ts';
import { contains } from '../../core/kernel/interval.ts';
import { personSchema } from '../../core/party/membership.schema.ts';
import { holderOn, isRecorded, type Membership, membersOn, type Term } from '../../core/party/membership.ts';
import { listedSchema } from '../../core/party/party.schema.ts';
import type { Body } from '../../core/party/party.ts';

const termSchema = z.strictObject({
  seat: z.string().nullable(),
  person: personSchema,
  from: daySchema,
  until: daySchema.nullable().meta({ description: 'First day after it.' }),
  ended: z.string().nullable().meta({ description: 'Why it ended before its time.' }),
});

const alternateSchema = termSchema.omit({ ended: true }).extend({
  seat: z.string(),
  only: z.array(z.string()).nullable().meta({ description: 'What for, as streams of the record; null: for all.' }),
});

const seatStateSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  votingCategory: z.string(),
  standing: z.enum(['held', 'vacant', 'not-recorded']).meta({
    description: 'Not recorded: nobody was ever appointed, and whoever’s account has the seat holds it.',
  }),
  holder: termSchema.nullable(),
  alternates: z.array(alternateSchema).meta({ description: 'Who may stand in, on the day or later.' }),
});

/** A body with who sits in it on a day. */
export const bodyViewSchema = z
  .strictObject({
    code: z.string(),
    body: listedSchema.extend({ inSentence: z.string() }),
    on: daySchema,
    seats: z.array(seatStateSchema),
    members: z.array(termSchema).meta({ description: 'Who sits in it without a seat.' }),
    others: z.array(termSchema).meta({ description: 'Terms that are over or still to come, in order of appointment.' }),
  })
  .meta({ id: 'Body' });

/** A body as {@link bodyViewSchema} says it. */
export type BodyView = z.output<typeof bodyViewSchema>;

/** Who sits in a body on a day, seat by seat, who may stand in, and who sat or will sit there. */
export function bodyViewOf(code: string, { seats, ...body }: Body, membership: Membership, on: Day): BodyView {
  const holding = membersOn(membership, on);
  return {
    code,
    body,
    on,
    seats: seats.map((seat) => {
      const holder = holderOn(membership, seat.id, on);
      const alternates = membership.alternates.filter(
        (one) => one.seat === seat.id && (contains(one, on) || one.from > on),
      );
      return {
        ...seat,
        standing: holder !== null ? 'held' : isRecorded(membership, seat.id) ? 'vacant' : 'not-recorded',
        holder,
        alternates: alternates.map((one) => ({ ...one, only: one.only && [...one.only] })),
      };
    }),
    members: holding.filter((term) => term.seat === null),
    others: membership.terms.filter((term: Term) => !holding.includes(term)),
  };
}
