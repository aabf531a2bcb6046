import { z } from 'zod';
import { amendmentSchema } from '../../core/code/amendment.schema.ts';
import { codeTextSchema } from '../../core/code/provision.schema.ts';
import { instantSchema } from '../../core/kernel/day.schema.ts';
import { instrumentSchema } from '../instruments.ts';
import { conflictSchema } from './conflict.schema.ts';

/** How an operation asks against which state of a draft it was made. */
export const revisionField = z
  .number()
  .int()
  .min(0)
  .meta({ description: 'Revision of the draft that this follows; 0 when none has been kept yet.' });

/** How an operation asks which part of the code it is about. */
export const partField = z
  .string()
  .min(1)
  .nullable()
  .default(null)
  .meta({ description: 'Provision by id, with all below it; left out, the whole text.' });

/** Who kept something, and when by the wall clock. */
const keptBySchema = z.strictObject({ id: z.string(), name: z.string(), at: instantSchema });

/** Somebody else, or another window of one's own, that has the draft open. */
export const alsoOpenSchema = z.strictObject({ name: z.string(), own: z.boolean(), since: instantSchema });

/** What has to be looked at in a draft before it is put forward. */
export const draftChecksSchema = z
  .strictObject({
    conflicts: z.array(conflictSchema).meta({ description: 'With other open modifications.' }),
    broken: z.array(z.strictObject({ provision: z.string(), reference: z.string(), sentence: z.string() })).meta({
      description:
        'References and defined terms that the draft leaves without what they name, and no consequence mends.',
    }),
    consequences: z
      .array(
        z.strictObject({
          provision: z.string(),
          reference: z.string(),
          sentence: z.string(),
          amendments: z.array(amendmentSchema),
        }),
      )
      .meta({
        description:
          'Amendments of the text as drafted by which references and terms elsewhere go on to name what they named: of one provision each, made only if the drafter takes them.',
      }),
    faults: z
      .array(z.strictObject({ provision: z.string(), sentence: z.string() }))
      .meta({ description: 'What keeps a provision from standing as it is.' }),
  })
  .meta({ id: 'DraftChecks' });

/** How an operation tells what a draft does outside the part that is worked on. */
export const elsewhereField = z
  .array(z.string())
  .meta({ description: 'Instructions for what stands outside the part.' });

/** A draft, or the legal text where none is kept, for one part of the code. */
export const draftViewSchema = z
  .strictObject({
    modification: z.string(),
    title: z.string(),
    instrument: instrumentSchema,
    revision: revisionField,
    against: z.string().meta({ description: 'Label of the version that it amends.' }),
    kept: keptBySchema.nullable().meta({ description: 'Who kept it last; null while it is the legal text.' }),
    part: z.string().nullable().meta({ description: 'The part that is given: null for the whole text.' }),
    parts: z.array(
      z.strictObject({ id: z.string(), title: z.string(), depth: z.number().int(), size: z.number().int() }),
    ),
    size: z.number().int().meta({ description: 'Provisions of the whole text.' }),
    base: codeTextSchema.meta({ description: 'The version that it amends, cut down to the part.' }),
    text: codeTextSchema.meta({ description: 'The text as drafted, cut down to the part.' }),
    taken: z
      .array(z.string())
      .meta({ description: 'Identities elsewhere that new provisions of the part may not bear.' }),
    amendments: z.array(amendmentSchema).meta({ description: 'Of the whole draft.' }),
    instructions: z.array(z.string()).meta({ description: 'Of the whole draft.' }),
    outside: z.array(amendmentSchema).meta({ description: 'Of what stands outside the part.' }),
    elsewhere: elsewhereField,
    checks: draftChecksSchema,
    notices: z.array(z.string()).meta({ description: 'What happened to the text since it was drafted.' }),
    closed: z.string().nullable().meta({ description: 'Why nothing can be put forward any more; null while it can.' }),
    setAside: z
      .strictObject({
        how: z.enum(['discarded', 'put-forward']),
        by: keptBySchema,
        against: z.string(),
        amendments: z.array(amendmentSchema),
      })
      .nullable()
      .meta({ description: 'The draft before, which can be taken up again.' }),
  })
  .meta({ id: 'Draft' });

export type DraftView = z.output<typeof draftViewSchema>;
export type DraftChecks = z.output<typeof draftChecksSchema>;
