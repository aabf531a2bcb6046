import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { ROLES } from '../../core/party/actor.ts';
import { done, operation } from '../operation.ts';
import { partyField } from '../party/estate.ts';
import { readEvidence } from './read-evidence.ts';

/** What shows that a party meets its duties. */
export const listEvidence = operation({
  name: 'list-evidence',
  room: 'obligation',
  kind: 'read',
  summary:
    'Lists what shows that a party meets its duties, for its own people, its assessor and the Code Administrator.',
  roles: 'anyone',
  input: z.strictObject({ party: partyField }),
  output: z.strictObject({
    party: z.string(),
    evidence: z.array(
      z.strictObject({
        id: z.string(),
        obligation: z.string(),
        subject: z.string(),
        of: daySchema.nullable(),
        shows: daySchema,
        title: z.string().nullable().meta({ description: 'Null where what it said was lawfully erased.' }),
        note: z.string().nullable(),
        file: z.string().nullable().meta({ description: 'The file by name.' }),
        by: z.string(),
        role: z.enum(ROLES).meta({ description: 'In which role they recorded it.' }),
        on: daySchema,
        withdrawn: z
          .strictObject({ by: z.string(), on: daySchema, reasons: z.string().nullable() })
          .nullable()
          .meta({ description: 'Who withdrew it, so that it shows nothing, when and why.' }),
      }),
    ),
  }),
  run: async (context, { party }) => {
    const read = await readEvidence(context, party);
    if (!read.ok) return read;
    const evidence = read.value.map(({ id, obligation, subject, of, shows, by, role, on, told, withdrawn }) => ({
      ...{ id, obligation, subject, of, shows, by, role, on, withdrawn },
      title: told?.title ?? null,
      note: told?.note ?? null,
      file: told?.file?.name ?? null,
    }));
    return done({ party, evidence });
  },
});
