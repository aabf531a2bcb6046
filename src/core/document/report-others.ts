import { type Day, writeDay } from '../kernel/day.ts';
import type { Block } from './block.ts';
import { heading, list, paragraph, table } from './build.ts';
import { listed } from './prose.ts';
import type { ReportView } from './report-view.ts';

/** The other modifications of a code that are open, as a report tells those that meet its own. */
export interface OtherModifications {
  /** The day on which the record stood so. */
  readonly asOf: Day;
  /** Whether the modification of the report is itself still open: only then is it compared. */
  readonly isOpen: boolean;
  /** How many others are open, whether or not they meet it. */
  readonly open: number;
  readonly meeting: readonly OtherModification[];
  /** What cannot be compared, a sentence each. */
  readonly notCompared: readonly string[];
}

/** An open modification that touches the same provisions, or is in conflict. */
export interface OtherModification {
  readonly id: string;
  readonly title: string;
  /** The provisions that both touch, as printed. */
  readonly shared: readonly string[];
  /** What is wrong, as a sentence each. */
  readonly unsettled: readonly string[];
  readonly settled: readonly { readonly sentence: string; readonly how: readonly string[] }[];
}

/** The open modifications that touch the same provisions, with conflicts that are settled and those that are not. */
export function otherModifications({ others, content, code }: ReportView): readonly Block[] {
  const { asOf, meeting, notCompared } = others;
  const title = heading('Other open modifications');
  if (!others.isOpen) {
    return [title, paragraph(`${content.id} is no longer open, so that it is compared with no other modification.`)];
  }
  const left = notCompared.map((sentence) => paragraph(sentence));
  const when = `As the record stood on ${writeDay(asOf)}`;
  if (meeting.length === 0) {
    return [title, paragraph(`${when}, ${none(others.open, content.id, code.shortTitle)}`), ...left];
  }
  const unsettled = meeting.flatMap((one) => one.unsettled);
  const settled = meeting.flatMap((one) => one.settled);
  return [
    title,
    paragraph(`${when}, ${some(others, content.id, code.shortTitle)}`),
    table(
      'Open modifications that meet this one',
      ['Modification', 'Provisions that both touch', 'Conflicts'],
      meeting.map((one) => [`${one.id}: ${one.title}`, listed(one.shared) || 'None', counts(one)]),
    ),
    ...(unsettled.length === 0
      ? []
      : [
          heading('Conflicts that are not settled', 3),
          list(unsettled),
          paragraph('If both are approved, whichever is implemented second waits until what they meet in is settled.'),
        ]),
    ...(settled.length === 0
      ? []
      : [
          heading('Conflicts that are settled', 3),
          list(settled.map(({ sentence, how }) => [sentence, ...how].join(' '))),
        ]),
    ...(unsettled.length + settled.length > 0
      ? []
      : [paragraph('None of them is in conflict with it: what they change lies apart.')]),
    ...left,
  ];
}

function none(open: number, id: string, code: string): string {
  if (open === 0) return `no other modification of the ${code} was open.`;
  if (open === 1) {
    return `one other modification of the ${code} was open; it touches no provision that ${id} amends and is in no conflict with it.`;
  }
  return `${open} other modifications of the ${code} were open; none of them touches a provision that ${id} amends or is in conflict with it.`;
}

function some({ open, meeting }: OtherModifications, id: string, code: string): string {
  const these = `provisions that ${id} amends, or`;
  if (open === 1) {
    return `one other modification of the ${code} was open. It touches ${these} is in conflict with it.`;
  }
  const met =
    meeting.length === 1
      ? `one touches ${these} is in conflict with it`
      : `${meeting.length} touch ${these} are in conflict with it`;
  return `${open} other modifications of the ${code} were open. Of these, ${met}.`;
}

function counts({ unsettled, settled }: OtherModification): string {
  const parts = [
    ...(unsettled.length === 0 ? [] : [`${unsettled.length} not settled`]),
    ...(settled.length === 0 ? [] : [`${settled.length} settled`]),
  ];
  return parts.join(', ') || 'None';
}
