import { z } from 'zod';
import { daySchema } from '../kernel/day.schema.ts';
import { ROLES } from '../party/actor.ts';
import type { BindingEvent } from './binding-event.ts';
import { type Judgement, type JudgementEvent, VERDICTS } from './judgement.ts';

const words = z.string().min(1);

/** A person's finding. */
export const judgementSchema = z.strictObject({
  id: words,
  code: words,
  obligation: words,
  party: words,
  group: words.nullable(),
  words,
  verdict: z.enum(VERDICTS),
  asOf: daySchema,
  evidence: z.array(words).readonly(),
  reasons: words,
  by: words,
  role: z.enum(ROLES),
  on: daySchema,
}) satisfies z.ZodType<Judgement>;

/** What happens in a stream of judgements. */
export const judgementEventSchema = z.discriminatedUnion('type', [
  judgementSchema.extend({ type: z.literal('judgement-recorded') }),
  z.strictObject({ type: z.literal('judgement-withdrawn'), id: words, reasons: words, by: words, on: daySchema }),
]) satisfies z.ZodType<JudgementEvent>;

const binding = { obligation: words, label: words, reasons: words, by: words, on: daySchema };

/** What happens in a stream of bindings. */
export const bindingEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('binding-confirmed'), ...binding }),
  z.strictObject({ type: z.literal('binding-reopened'), ...binding }),
]) satisfies z.ZodType<BindingEvent>;
