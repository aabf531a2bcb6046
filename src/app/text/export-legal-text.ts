import { z } from 'zod';
import { lifeEventOf } from '../../core/code/life.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { currentContent } from '../../core/modification/text/pending-text.ts';
import { describeInstrument, readInstrument } from '../instruments.ts';
import { readProposal } from '../modification/proposals.ts';
import { operation, refuse } from '../operation.ts';
import { fileSchema, formatField, givenFile } from './export-document.ts';
import { legalTextRevisions, versionAmended } from './legal-text-revisions.ts';

/** The legal text of a modification as an amending document. */
export const exportLegalText = operation({
  name: 'export-legal-text',
  room: 'text',
  kind: 'read',
  summary: 'Gives the legal text of a modification as an amending document in a file.',
  roles: 'anyone',
  input: z.strictObject({
    modification: z.string().min(1).meta({ description: 'Modification by id: SECMP0065.' }),
    format: formatField,
  }),
  output: fileSchema,
  run: async (context, { modification, format }) => {
    const proposal = await readProposal(context, modification, null);
    if (!proposal.ok) return proposal;
    const content = currentContent(proposal.value.state);
    const read = await readInstrument(context, content.code, null);
    if (!read.ok) return read;
    const text = (await legalTextRevisions(context, modification, null)).at(-1);
    const version = text === undefined ? null : versionAmended(read.value, text, null);
    if (version === null) {
      const sentence = `The legal text was drafted against version ${content.draftedAgainst} of the ${read.value.shortTitle}, which the record does not hold.`;
      return refuse(rejection('not-found', sentence));
    }
    const file = await context.ports.documents.writeAmending(
      {
        modification,
        title: content.title,
        dated: content.report.paper.dated,
        instrument: { ...describeInstrument(read.value), since: read.value.baseFrom },
        version: lifeEventOf(version),
        before: version.text,
        amendments: content.legalText,
      },
      format,
    );
    return file.ok ? { ok: true, value: givenFile(file.value) } : file;
  },
});
