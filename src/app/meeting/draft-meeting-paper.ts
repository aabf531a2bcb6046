import { z } from 'zod';
import { agendaDocument } from '../../core/document/agenda-paper.ts';
import { documentSchema } from '../../core/document/block.schema.ts';
import { minutesDocument } from '../../core/document/minutes-paper.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { done, operation, refuse } from '../operation.ts';
import { meetingField, readMeeting } from './meetings.ts';
import { wordsOf } from './minutes.ts';
import { viewOfMeeting } from './show-meeting.ts';

/** Agenda and minutes of a meeting as papers; the doors print them in any form. */
export const draftMeetingPaper = operation({
  name: 'draft-meeting-paper',
  room: 'meeting',
  kind: 'read',
  summary: 'Gives the agenda of a meeting, or a version of its minutes, as a paper.',
  roles: 'anyone',
  input: z.strictObject({
    meeting: meetingField,
    paper: z.enum(['agenda', 'minutes']),
    version: z
      .number()
      .int()
      .positive()
      .nullable()
      .default(null)
      .meta({ description: 'Of the minutes; left out, the latest that whoever asks may read.' }),
  }),
  output: documentSchema,
  run: async (context, { meeting: id, paper, version: asked }) => {
    const read = await readMeeting(context, id, null);
    if (!read.ok) return read;
    const view = await viewOfMeeting(context, read.value);
    if (paper === 'agenda') return done(agendaDocument(view));
    const { meeting } = read.value;
    const { minutesIssued, minutesApproved } = meeting;
    // Who is no member reads what was issued.
    const out = [minutesIssued?.version, minutesApproved?.version];
    const readable = meeting.minutes.filter(({ version }) => view.forMembers || out.includes(version));
    const version = asked === null ? readable.at(-1) : readable.find((one) => one.version === asked);
    if (version === undefined) {
      const which = asked === null ? 'no minutes' : `no version ${asked} of its minutes`;
      const sentence = `The meeting ${id} has ${which} that you may read.`;
      return refuse(rejection('not-found', sentence, { place: { field: 'version' } }));
    }
    const words = view.forMembers ? await wordsOf(context, meeting, version.version) : null;
    return done(minutesDocument({ meeting: view, version, words }));
  },
});
