import { writeDay } from '../kernel/day.ts';
import type { Attendee, Meeting, MinutedItem, MinutesVersion } from '../modification/meeting/meeting.ts';
import type { Block, Document } from './block.ts';
import { heading, list, panel, paragraph, table } from './build.ts';
import { actionTable, meetingFacts, meetingTitle, type PrintedMeeting } from './meeting-face.ts';
import { NOTICE } from './report.ts';

/** A version of the minutes to print; `words` are those of confidential items, for who may read them. */
export interface PrintedMinutes {
  readonly meeting: PrintedMeeting & Pick<Meeting, 'minutesIssued' | 'minutesApproved'>;
  readonly version: MinutesVersion;
  readonly words: Readonly<Record<string, string>> | null;
}

const PRESENCE: Record<Attendee['presence'], string> = {
  present: 'Present',
  alternate: 'Present as alternate',
  attending: 'In attendance',
  apologies: 'Apologies',
  absent: 'Absent',
};

/** The minutes of a meeting as a paper. What a person wrote and what the record holds stand apart. */
export function minutesDocument({ meeting, version, words }: PrintedMinutes): Document {
  const title = meetingTitle(meeting);
  const standing = standingOfMinutes(meeting, version);
  const holdsConfidential = version.items.some((item) => item.confidential && words?.[item.item]);
  return {
    id: `minutes-${meeting.id}-${version.version}`,
    title: `${title}: minutes of ${writeDay(meeting.day)}, version ${version.version}`,
    language: 'en-GB',
    dated: version.on,
    author: 'Code Administrator',
    notice: NOTICE,
    cover: {
      kicker: `Minutes of ${writeDay(meeting.day)}`,
      title,
      blocks: [meetingFacts(meeting), panel(standing.title, [paragraph(standing.sentence)])],
    },
    footer: [
      title,
      writeDay(meeting.day),
      `Version ${version.version}`,
      standing.title,
      ...(holdsConfidential ? ['For members only'] : []),
    ],
    contents: false,
    blocks: [
      heading('Who took part', 1),
      attendanceTable(meeting),
      ...version.items.flatMap((item, at) => itemBlocks(item, at + 1, words)),
      ...(meeting.actions.length === 0 ? [] : [heading('Actions', 1), actionTable('', meeting.actions)]),
    ],
  };
}

/** How a version stands: only the one that a later meeting approved is the body's own record. */
function standingOfMinutes(
  { minutesIssued, minutesApproved }: Pick<Meeting, 'minutesIssued' | 'minutesApproved'>,
  { version, on, by }: Pick<MinutesVersion, 'version' | 'on' | 'by'>,
): { readonly title: string; readonly sentence: string } {
  if (minutesApproved?.version === version) {
    const sentence = `Approved on ${writeDay(minutesApproved.on)} at the meeting ${minutesApproved.at}.`;
    return { title: 'Approved', sentence };
  }
  if (minutesIssued?.version === version) {
    const sentence = `Issued on ${writeDay(minutesIssued.on)}; the body has not approved them yet.`;
    return { title: 'Issued, not approved', sentence };
  }
  return { title: 'Draft', sentence: `Written on ${writeDay(on)} by ${by}; neither issued nor approved.` };
}

function attendanceTable({ attendance, seats }: PrintedMeeting): Block {
  const rows = attendance.map(({ name, seat, presence }) => [
    name,
    seats.find((one) => one.id === seat)?.title ?? seat ?? '–',
    PRESENCE[presence],
  ]);
  return rows.length === 0 ? paragraph('Nobody is recorded.') : table('', ['Name', 'Seat', 'How'], rows);
}

function itemBlocks(item: MinutedItem, number: number, words: PrintedMinutes['words']): readonly Block[] {
  const said = item.confidential ? (words?.[item.item] ?? null) : item.words;
  return [
    { kind: 'heading', level: 1, number: String(number), text: item.title },
    ...(said === null ? [paragraph('What was said on this item is for members of the body only.')] : written(said)),
    ...(item.recorded.length === 0 ? [] : [heading('On record'), list(item.recorded)]),
  ];
}

/** What a person wrote: paragraphs apart by an empty line, and lists of lines that begin with a hyphen. */
function written(words: string): readonly Block[] {
  return words
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const lines = part.split('\n').map((line) => line.trim());
      return lines.every((line) => line.startsWith('- '))
        ? list(lines.map((line) => line.slice(2)))
        : paragraph(lines.join(' '));
    });
}
