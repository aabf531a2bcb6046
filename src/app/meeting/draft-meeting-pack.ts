import { z } from 'zod';
import { packSchema } from '../../core/document/meeting-pack.schema.ts';
import { meetingPack, type PackedPaper } from '../../core/document/meeting-pack.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { asPublic } from '../../core/modification/meeting/as-public.ts';
import { type Context, done, operation, type Result, refuse } from '../operation.ts';
import { draftPaper, PAPERS } from '../paper/draft-paper.ts';
import { bytesSchema } from '../text/document-fields.ts';
import type { MeetingView } from './meeting.schema.ts';
import { meetingField } from './meetings.ts';
import { showMeeting } from './show-meeting.ts';

/** The papers of a meeting as one document, with the PDFs that it takes in; the doors print it. */
export const draftMeetingPack = operation({
  name: 'draft-meeting-pack',
  room: 'meeting',
  kind: 'read',
  summary: 'Binds agenda and papers of a meeting into one pack: all of them for members, or those that are public.',
  roles: 'anyone',
  input: z.strictObject({
    meeting: meetingField,
    audience: z.enum(['public', 'members']).default('public').meta({ description: 'For whom the pack is.' }),
  }),
  output: z.strictObject({
    pack: packSchema,
    files: z.array(z.strictObject({ file: z.string(), bytes: bytesSchema })).readonly(),
  }),
  run: async (context, { meeting, audience }) => {
    const shown = await showMeeting.run(context, { meeting, knownAt: null });
    if (!shown.ok) return shown;
    const view = audience === 'members' ? shown.value : publicly(shown.value);
    if (audience === 'members' && !view.forMembers) {
      const who = context.actor.role === 'public' ? 'not-signed-in' : 'wrong-actor';
      return refuse(rejection(who, `The pack with papers for members is for those of the ${view.body.title}.`));
    }
    const papers: PackedPaper[] = [];
    const files: { file: string; bytes: Uint8Array }[] = [];
    for (const paper of view.agenda.flatMap((item) => item.papers)) {
      const isIn = audience === 'members' || paper.access === 'public';
      const body = isIn ? await bodyOfPaper(context, paper) : done(null);
      if (!body.ok) return body;
      papers.push({ paper, body: body.value?.body ?? null });
      if (body.value?.bytes) files.push({ file: body.value.name, bytes: body.value.bytes });
    }
    return done({ pack: meetingPack(view, papers, audience), files });
  },
});

/** A meeting with papers listed as everybody may see them, whoever asks. */
function publicly(view: MeetingView): MeetingView {
  return { ...view, agenda: view.agenda.map((item) => ({ ...item, papers: item.papers.map(asPublic) })) };
}

type Listed = MeetingView['agenda'][number]['papers'][number];

interface PaperBody {
  readonly body: NonNullable<PackedPaper['body']>;
  readonly name: string;
  /** Of a PDF. */
  readonly bytes: Uint8Array | null;
}

/** What a paper holds: drafted from the record as it stood when it was tabled, or the PDF; null when that was erased. */
export async function bodyOfPaper(context: Context, paper: Listed): Promise<Result<PaperBody | null>> {
  const { source } = paper;
  const name = `paper-${paper.sequence}.pdf`;
  if (source.kind === 'file') {
    const kept = await context.ports.store.confidential(source.content.id);
    if (kept === null) return done(null);
    const body = { kind: 'file', file: name, pages: source.pages, alt: `${paper.number} ${paper.title}` } as const;
    return done({ body, name, bytes: new Uint8Array(Buffer.from(kept.body, 'base64')) });
  }
  const { modification, asOf } = source;
  const kind = PAPERS.find((one) => one === source.paper);
  if (kind === undefined) throw new Error(`No paper "${source.paper}" is drafted from the record.`);
  const drafted = await draftPaper.run(context, { modification, paper: kind, findings: false, knownAt: asOf });
  if (!drafted.ok) return drafted;
  return done({ body: { kind: 'paper', document: drafted.value }, name, bytes: null });
}
