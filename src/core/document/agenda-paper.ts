import { writeDay } from '../kernel/day.ts';
import type { Block, Document, Inline } from './block.ts';
import { heading, lines, list, paragraph, table } from './build.ts';
import { actionTable, meetingFacts, meetingTitle, type PrintedItem, type PrintedMeeting } from './meeting-face.ts';
import { sentenceCase } from './prose.ts';
import { NOTICE } from './report.ts';

const PURPOSE = { decision: 'For decision', discussion: 'For discussion', information: 'For information' } as const;

/** The agenda of a meeting as a paper. */
export function agendaDocument(meeting: PrintedMeeting): Document {
  const title = meetingTitle(meeting);
  return {
    id: `agenda-${meeting.id}`,
    title: `${title}: agenda for ${writeDay(meeting.day)}`,
    language: 'en-GB',
    dated: meeting.day,
    author: 'Code Administrator',
    notice: NOTICE,
    cover: { kicker: `Agenda for ${writeDay(meeting.day)}`, title, blocks: [meetingFacts(meeting)] },
    footer: [title, writeDay(meeting.day)],
    contents: false,
    blocks: agendaBlocks(meeting),
  };
}

/** The agenda itself: its items with their papers, then what they speak of that has no paper of its own. */
export function agendaBlocks(meeting: PrintedMeeting): readonly Block[] {
  const { agenda, outstanding, outside, leftOut } = meeting;
  const has = (origin: PrintedItem['origin']) => agenda.some((item) => item.origin === origin);
  return [
    heading('Agenda', 1),
    agenda.length === 0 ? paragraph('Nothing is on the agenda.') : itemTable(agenda),
    ...(has('actions') ? [heading('Actions outstanding'), actionTable('', outstanding)] : []),
    ...(has('outside') ? [heading('Decisions made outside meetings'), outsideTable(outside)] : []),
    ...(leftOut.length === 0
      ? []
      : [heading('Due and left out'), list(leftOut.map(({ item, reasons }) => `${item}: ${reasons}`))]),
  ];
}

function itemTable(agenda: readonly PrintedItem[]): Block {
  return table(
    '',
    ['Item', 'What', 'Papers'],
    agenda.map((item) => [String(item.number), whatCell(item), papersCell(item)]),
  );
}

function whatCell(item: PrintedItem): readonly Inline[] {
  const purpose = `${PURPOSE[item.purpose]}${item.confidential ? ', confidential' : ''}${item.origin === 'carried' ? ', carried over' : ''}`;
  const asked = item.asked.map(({ act }) => `${sentenceCase(act)}.`);
  return [{ kind: 'strong', text: item.title }, { kind: 'break' }, ...lines([`${purpose}.`, ...asked])];
}

function papersCell({ papers }: PrintedItem): readonly Inline[] {
  if (papers.length === 0) return lines(['None']);
  return lines(
    papers.map(({ number, title, access, late }) => {
      const marks = [...(access === 'members' ? ['members only'] : []), ...(late ? ['late'] : [])];
      return `${number} ${title}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`;
    }),
  );
}

function outsideTable(outside: PrintedMeeting['outside']): Block {
  return table(
    '',
    ['Modification', 'What', 'Decided', 'Day'],
    outside.map((one) => [one.modification, one.title, one.outcome, writeDay(one.on)]),
  );
}
