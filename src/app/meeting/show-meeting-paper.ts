import { z } from 'zod';
import { documentSchema } from '../../core/document/block.schema.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { done, operation, refuse } from '../operation.ts';
import { bytesSchema } from '../text/document-fields.ts';
import { bodyOfPaper } from './draft-meeting-pack.ts';
import { meetingField } from './meetings.ts';
import { showMeeting } from './show-meeting.ts';

/** One paper of a meeting, as it was tabled. */
export const showMeetingPaper = operation({
  name: 'show-meeting-paper',
  room: 'meeting',
  kind: 'read',
  summary:
    'Shows a paper of a meeting as it was tabled: a tree of blocks, or the PDF; those for members to members only.',
  roles: 'anyone',
  input: z.strictObject({
    meeting: meetingField,
    paper: z.string().min(1).meta({ description: 'Paper by number: CB-2018-10/03.' }),
  }),
  output: z.strictObject({ document: documentSchema.nullable(), file: bytesSchema.nullable(), fileName: z.string() }),
  run: async (context, { meeting, paper: number }) => {
    const shown = await showMeeting.run(context, { meeting, knownAt: null });
    if (!shown.ok) return shown;
    const paper = shown.value.agenda.flatMap((item) => item.papers).find((one) => one.number === number);
    if (paper === undefined) {
      return refuse(
        rejection('not-found', `The meeting ${meeting} has no paper "${number}".`, { place: { field: 'paper' } }),
      );
    }
    if (!paper.readable) {
      const who = context.actor.role === 'public' ? 'not-signed-in' : 'wrong-actor';
      return refuse(rejection(who, `Paper ${number} is for members of the ${shown.value.body.title} only.`));
    }
    const body = await bodyOfPaper(context, paper);
    if (!body.ok) return body;
    if (body.value === null)
      return refuse(rejection('not-found', `Paper ${number} was lawfully erased since it was tabled.`));
    const { body: held, bytes } = body.value;
    return done({
      document: held.kind === 'paper' ? held.document : null,
      file: bytes,
      fileName: `${number.replaceAll(/[^A-Za-z0-9-]+/g, '-')}.pdf`,
    });
  },
});
