import { z } from 'zod';
import { amendmentSchema } from '../../core/code/amendment.schema.ts';
import { legalTextOf } from '../../core/code/legal-text.ts';
import type { InstrumentHistory } from '../../core/code/publish-version.ts';
import { redlineBlockSchema } from '../../core/code/redline.schema.ts';
import { versionLabelSchema } from '../../core/code/version.schema.ts';
import { type TextVersion, textLabelled } from '../../core/code/version.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import {
  describeInstrument,
  describeVersion,
  instrumentSchema,
  readInstrument,
  versionSchema,
} from '../instruments.ts';
import { readProposal } from '../modification/proposals.ts';
import { type Context, done, operation, type Result, refuse } from '../operation.ts';
import { bytesSchema, driftSchema, takenSchema } from './document-fields.ts';
import { legalTextRevisions, type Revision, versionAmended } from './legal-text-revisions.ts';

/** The tracked changes of a file as amendments; nothing is stored. */
export const importLegalText = operation({
  name: 'import-legal-text',
  room: 'text',
  kind: 'read',
  summary:
    'Reads the tracked changes of a Word file as amendments of a version, and says what is not carried or has drifted; stores nothing.',
  roles: 'anyone',
  takesFile: true,
  input: z.strictObject({
    modification: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .meta({ description: 'Modification by id: the changes are against the version that it was drafted against.' }),
    instrument: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .meta({ description: 'Instrument by id, with the version that the changes are against.' }),
    version: versionLabelSchema.nullable().default(null),
    fileName: z.string().min(1).meta({ description: 'What the file is called, for the report.' }),
    file: bytesSchema,
  }),
  output: z.strictObject({
    instrument: instrumentSchema,
    against: versionSchema,
    amendments: z.array(amendmentSchema),
    instructions: z.array(z.string()),
    blocks: z.array(redlineBlockSchema).meta({ description: 'The changed provisions, each under those it stands in.' }),
    drift: driftSchema,
    report: takenSchema.shape.report,
  }),
  run: async (context, { modification, instrument, version, fileName, file }) => {
    const found = await versionAsked(context, modification, instrument, version);
    if (!found.ok) return found;
    const { history, against } = found.value;
    const read = await context.ports.documents.read(file, { fileName, format: null, base: against.text });
    if (!read.ok) return read;
    const { amendments, drift = [], report } = read.value;
    if (amendments === null) {
      const sentence = `${fileName} holds no tracked changes; expected a Word file in which every change is tracked.`;
      return refuse(rejection('input-invalid', sentence, { place: { file: fileName } }));
    }
    const made = legalTextOf(against.text, amendments);
    if (!made.ok) return refuse(rejection('text-does-not-apply', made.fault));
    const { dialect, kept, listed, refused } = report;
    return done({
      instrument: describeInstrument(history),
      against: describeVersion(against),
      amendments: [...amendments],
      instructions: [...made.legalText.instructions],
      blocks: [...made.legalText.blocks],
      drift: [...drift],
      report: { dialect, kept: { ...kept }, listed: [...listed], refused: [...refused] },
    });
  },
});

/** The version that changes are against: the one that a modification names, or the one that is named. */
async function versionAsked(
  context: Context,
  modification: string | null,
  instrument: string | null,
  version: string | null,
): Promise<Result<{ history: InstrumentHistory; against: TextVersion }>> {
  if ((modification === null) === (instrument === null || version === null)) {
    return refuse(
      rejection('input-invalid', 'Expected a modification, or an instrument with a version, and not both.'),
    );
  }
  let code = instrument ?? '';
  let amended: Revision | null = null;
  if (modification !== null) {
    const proposal = await readProposal(context, modification, null);
    if (!proposal.ok) return proposal;
    code = proposal.value.state.content.code;
    amended = (await legalTextRevisions(context, modification, null)).at(-1) ?? null;
  }
  const read = await readInstrument(context, code, null);
  if (!read.ok) return read;
  const label = amended?.against ?? version ?? '';
  const against = amended === null ? textLabelled(read.value, label, null) : versionAmended(read.value, amended, null);
  if (against !== null) return done({ history: read.value, against });
  return refuse(rejection('not-found', `The record holds no version ${label} of the ${read.value.shortTitle}.`));
}
