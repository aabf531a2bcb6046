import { writeDay } from '../kernel/day.ts';
import type { MeetingPaper } from '../modification/meeting/meeting.ts';
import { agendaBlocks } from './agenda-paper.ts';
import type { Block, Cover, Document } from './block.ts';
import { list, paragraph, table } from './build.ts';
import { meetingFacts, meetingTitle, type PrintedMeeting } from './meeting-face.ts';
import { NOTICE } from './report.ts';

/** A paper behind its cover sheet: made from the record, or a PDF of so many pages that the pack takes in. */
export interface PackPart {
  /** Names it in the bookmarks: `CB-2018-10/01 Modification Report`. */
  readonly bookmark: string;
  /** What stands at the head of its pages. */
  readonly running: string;
  readonly sheet: readonly Block[];
  readonly body:
    | { readonly kind: 'paper'; readonly document: Document }
    /** `file` names the bytes that whoever prints is given beside the pack. */
    | { readonly kind: 'file'; readonly file: string; readonly pages: number; readonly alt: string };
}

/** The papers of a meeting as one document, agenda first. */
export interface Pack {
  readonly id: string;
  readonly title: string;
  readonly running: string;
  readonly dated: Document['dated'];
  readonly author: string;
  readonly notice: string;
  readonly cover: Cover;
  readonly footer: readonly string[];
  readonly agenda: readonly Block[];
  readonly parts: readonly PackPart[];
}

/** A paper of the meeting with what it holds; null where that was lawfully erased. */
export interface PackedPaper {
  readonly paper: MeetingPaper & { readonly late: boolean };
  readonly body: PackPart['body'] | null;
}

/** For whom a pack is made: with all papers, or without those that are for members only. */
export type Audience = 'public' | 'members';

/** The pack of a meeting. What a public one leaves out, it names. */
export function meetingPack(meeting: PrintedMeeting, papers: readonly PackedPaper[], audience: Audience): Pack {
  const title = `${meetingTitle(meeting)}, ${writeDay(meeting.day)}`;
  const shown = papers.filter(({ paper }) => audience === 'members' || paper.access === 'public');
  const kept = papers.filter((one) => !shown.includes(one)).map(({ paper }) => `${paper.number} ${paper.title}`);
  const erased = shown.filter(({ body }) => body === null).map(({ paper }) => `${paper.number} ${paper.title}`);
  return {
    id: `${audience === 'public' ? 'public-pack' : 'pack'}-${meeting.id}`,
    title,
    running: 'Agenda',
    dated: meeting.day,
    author: 'Code Administrator',
    notice: NOTICE,
    cover: {
      kicker: audience === 'public' ? 'Public papers' : 'Papers for members',
      title: meetingTitle(meeting),
      blocks: [
        meetingFacts(meeting),
        ...named('Not in this public pack, because it is for members only:', kept),
        ...named('Erased since it was tabled, and therefore not here:', erased),
      ],
    },
    footer: [title, audience === 'public' ? 'Public' : 'For members only'],
    agenda: agendaBlocks(meeting),
    parts: shown.flatMap(({ paper, body }) => (body === null ? [] : [part(meeting, paper, body)])),
  };
}

function named(lead: string, papers: readonly string[]): readonly Block[] {
  return papers.length === 0 ? [] : [paragraph(lead), list(papers)];
}

function part(meeting: PrintedMeeting, paper: PackedPaper['paper'], body: PackPart['body']): PackPart {
  const item = meeting.agenda.find(({ id }) => id === paper.item);
  const tabled = `${writeDay(paper.tabledOn)}${paper.late ? ', late: after the paper day' : ''}`;
  return {
    bookmark: `${paper.number} ${paper.title}`,
    running: `${paper.number}${paper.access === 'members' ? ', members only' : ''}`,
    sheet: [
      table(
        '',
        ['', ''],
        [
          ['Meeting', `${meetingTitle(meeting)}, ${writeDay(meeting.day)}`],
          ['Item', item === undefined ? paper.item : `${item.number} ${item.title}`],
          ['Classification', paper.access === 'public' ? 'Public' : 'For members only'],
          ['Tabled', tabled],
          ['Source', sourceOf(paper)],
        ],
      ),
    ],
    body,
  };
}

function sourceOf({ source }: MeetingPaper): string {
  if (source.kind === 'record')
    return `Drafted from the record of ${source.modification} as it stood when it was tabled`;
  return `${source.fileName}, ${source.pages} ${source.pages === 1 ? 'page' : 'pages'}, as it was uploaded`;
}
