import { z } from 'zod';
import { contingentAmendments, type EditedProvision } from '../../core/code/contingent-draft.ts';
import { instructedBy } from '../../core/code/legal-text.ts';
import { keptResolutionSchema } from '../../core/code/resolution.schema.ts';
import { type KeptResolution, kindsThatSettle, type Resolution } from '../../core/code/resolution.ts';
import { noContingent } from '../../core/code/resolution-words.ts';
import { findById } from '../../core/code/tree.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { done, operation, type Result, refuse } from '../operation.ts';
import { bothOf, bothSchema } from './both-orders.ts';
import { type Meeting, readMeeting } from './meeting.ts';
import { conflictFields, contingentFor } from './show-conflict.ts';

const mayBeBlank = z.string().nullable().default(null);

const editedSchema = z.strictObject({
  id: z.string().nullable().default(null).meta({ description: 'By id; left out for a new one behind the one before.' }),
  number: mayBeBlank,
  heading: mayBeBlank,
  text: z.string().default(''),
  gone: z.boolean().default(false).meta({ description: 'Whether it shall not stand in the text.' }),
});

const inputSchema = z.strictObject({
  ...conflictFields,
  kind: z.enum(['order', 'merged-text', 'contingent']),
  first: mayBeBlank.meta({ description: 'For an order: the modification that is made first.' }),
  heading: mayBeBlank.meta({ description: 'For a merged text: the heading; left out, as it is merged by itself.' }),
  text: mayBeBlank.meta({ description: 'For a merged text: how the provision shall read once both are in force.' }),
  on: mayBeBlank.meta({ description: 'For a contingent text: the one that is then in force before.' }),
  provisions: z
    .array(editedSchema)
    .default([])
    .meta({ description: 'For a contingent text: how the provisions at which they meet shall read then.' }),
});

/** Drafts what would settle a conflict from words, and shows what follows; records nothing. */
export const draftResolution = operation({
  name: 'draft-resolution',
  room: 'modification',
  kind: 'read',
  summary: 'Drafts a resolution of a conflict from words and shows what would follow from it, without recording it.',
  roles: 'anyone',
  input: inputSchema,
  output: z.strictObject({
    modification: z.string().meta({ description: 'The modification that would keep it.' }),
    with: z.string(),
    class: keptResolutionSchema.shape.class,
    provision: z.string(),
    resolution: keptResolutionSchema.shape.resolution.meta({ description: 'As resolve-conflict takes it.' }),
    instructions: z
      .array(z.string())
      .readonly()
      .meta({ description: 'What a contingent text does, in plain English.' }),
    both: z.array(bothSchema).meta({ description: 'What the two then come to, in either order.' }),
  }),
  run: async (context, input) => {
    const read = await readMeeting(context, input);
    if (!read.ok) return read;
    const meeting = read.value;
    const { inParts } = meeting;
    const kinds = kindsThatSettle(meeting.described.class, inParts !== null);
    if (inParts !== null && input.kind === 'contingent') return fault('kind', noContingent(input.class, inParts));
    if (!kinds.includes(input.kind)) {
      const expected = kinds.join(' or ');
      return fault('kind', `"${input.kind}" does not settle "${input.class}"; expected ${expected}.`);
    }
    const drafted = resolutionOf(meeting, input);
    if (!drafted.ok) return drafted;
    const { resolution, instructions } = drafted.value;
    const { own, other } = meeting;
    const isOther = resolution.kind === 'contingent' && resolution.on === own.reference;
    const [holder, against] = isOther ? [other, own] : [own, other];
    const place = { class: input.class, provision: input.provision };
    const kept: KeptResolution = { with: against.reference, ...place, resolution };
    return done({
      modification: holder.reference,
      with: against.reference,
      ...place,
      resolution,
      instructions,
      both: bothOf(meeting, [...standing(meeting, kept), kept]),
    });
  },
});

interface Drafted {
  readonly resolution: Resolution;
  readonly instructions: readonly string[];
}

function resolutionOf(meeting: Meeting, input: z.output<typeof inputSchema>): Result<Drafted> {
  const { own, other } = meeting;
  const names = [own.reference, other.reference];
  switch (input.kind) {
    case 'order':
      if (input.first === null || !names.includes(input.first)) {
        return fault('first', `Choose which is made first; expected ${names.join(' or ')}.`);
      }
      return done({ resolution: { kind: 'order', first: input.first }, instructions: [] });
    case 'merged-text': {
      const here = findById(meeting.base, input.provision);
      if (here === null) return fault('provision', `The text has no provision "${input.provision}".`);
      const text = plain(input.text ?? '');
      if (text === '') return fault('text', 'Write how the provision shall read once both are in force.');
      const from = { heading: here.heading, text: here.text };
      const to = { heading: plain(input.heading ?? '') || here.heading, text };
      return done({ resolution: { kind: 'merged-text', from, to }, instructions: [] });
    }
    case 'contingent': {
      if (
        input.on === null ||
        !names.includes(input.on) ||
        (meeting.stuckOver !== null && input.on === own.reference)
      ) {
        return fault('on', `Choose which is in force before; expected ${names.join(' or ')}.`);
      }
      const draft = contingentFor(meeting, input.on === own.reference ? other : own);
      const made = contingentAmendments(draft, input.provisions.filter(isWritten).map(plainly));
      if (!made.ok) return fault(`provisions.${made.at}`, made.fault);
      const instructed = instructedBy(draft.before, made.amendments);
      const instructions = instructed.ok ? instructed.instructed.instructions.flat() : [];
      return done({ resolution: { kind: 'contingent', on: input.on, amendments: made.amendments }, instructions });
    }
  }
}

/** A new provision of which nothing is written is none. */
function isWritten({ id, number, heading, text }: z.output<typeof editedSchema>): boolean {
  return id !== null || [number, heading, text].some((one) => plain(one ?? '') !== '');
}

function plainly({ id, number, heading, text, gone }: z.output<typeof editedSchema>): EditedProvision {
  return { id, number: plain(number ?? '') || null, heading: plain(heading ?? '') || null, text: plain(text), gone };
}

/** Words as they come from a field of a form. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/** What stays of what was settled between the two once this is. */
function standing({ resolutions }: Meeting, kept: KeptResolution): readonly KeptResolution[] {
  return resolutions.filter(
    (one) =>
      one.class !== kept.class ||
      one.provision !== kept.provision ||
      (kept.resolution.kind === 'contingent' && one.with !== kept.with),
  );
}

function fault<T>(field: string, sentence: string): Result<T> {
  return refuse(rejection('input-invalid', sentence, { place: { field } }));
}
