import { z } from 'zod';
import { cleanFileName } from '../../core/modification/consultation/attachment.ts';
import { operation } from '../operation.ts';
import { bytesSchema } from '../text/document-fields.ts';
import { actedSchema, actOnMeeting, meetingField } from './meetings.ts';
import { paperFields } from './table-paper.ts';

/** Tables a paper that somebody brings as a PDF; it is kept beside the chain, which holds its salted digest. */
export const uploadPaper = operation({
  name: 'upload-paper',
  room: 'meeting',
  kind: 'write',
  summary:
    'Tables a PDF as a paper of a meeting with the next number; its pages are checked, and kept beside the chain.',
  roles: ['code-administrator'],
  takesFile: true,
  input: z.strictObject({
    meeting: meetingField,
    fileName: z.string().min(1).max(200),
    file: bytesSchema,
    ...paperFields,
    item: z.string().min(1).meta({ description: 'Item of the agenda by id.' }),
  }),
  output: actedSchema,
  run: async (context, { meeting, fileName: given, file, title, ...asked }) => {
    const fileName = cleanFileName(given) || 'paper.pdf';
    const { random, documents } = context.ports;
    const pages = await documents.pagesOf(file, fileName);
    if (!pages.ok) return pages;
    const [id, salt] = [random.id(), random.id()];
    const body = Buffer.from(file).toString('base64');
    const digest = random.digest(salt + body);
    return actOnMeeting(
      context,
      meeting,
      {
        type: 'table-paper',
        title: title ?? fileName.replace(/\.pdf$/i, ''),
        source: { kind: 'file', fileName, pages: pages.value, content: { id, digest } },
        ...asked,
      },
      [{ id, salt, digest, ownerParty: null, body }],
    );
  },
});
