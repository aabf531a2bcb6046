import { type DocumentVersion, keptIn } from '../../core/code/document-file.ts';
import type { ProvisionKind } from '../../core/code/provision.ts';
import type { DutyProfile } from '../../core/document/duty-profile.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';

const COUNTED: readonly (readonly [ProvisionKind, string, string])[] = [
  ['table', 'table', 'tables'],
  ['note', 'note', 'notes'],
  ['image', 'image', 'images'],
];

/** What another reader of the catalog of a text will not see as the text has it, counted; one sentence each. */
export function lossesOf({ provisions, life }: Pick<DocumentVersion, 'provisions' | 'life'>): readonly string[] {
  const kept = keptIn(provisions);
  const apart = listed(COUNTED.map(([kind, one, several]) => [kept[kind] ?? 0, one, several]));
  return [
    ...(apart === null
      ? []
      : [
          `OSCAL has no place for ${apart}: they are parts in a namespace of our own, which other readers show as lists.`,
        ]),
    ...(life === null
      ? [
          'The days since when and until when each provision reads so are not in the file; ask for the life of the text.',
        ]
      : []),
  ];
}

/** What of the duties and readings of a profile stands in properties of our own, counted; nothing where there is none. */
export function namespaceLosses({ duties, wordings }: Pick<DutyProfile, 'duties' | 'wordings'>): readonly string[] {
  const count = (of: (duty: Obligation) => number): number => duties.reduce((sum, one) => sum + of(one.obligation), 0);
  const apart = listed([
    [duties.length, 'duty', 'duties'],
    [count(({ condition }) => (condition === null ? 0 : 1)), 'condition', 'conditions'],
    [count(({ due }) => (due === null ? 0 : 1)), 'deadline', 'deadlines'],
    [wordings.reduce((sum, { readings }) => sum + readings.length, 0), 'reading', 'readings'],
    [count(({ evidence }) => evidence.length), 'kind of evidence', 'kinds of evidence'],
    [count(({ relations }) => relations.length), 'relation to other provisions', 'relations to other provisions'],
  ]);
  return apart === null ? [] : [`OSCAL has no place for ${apart}: they are properties in a namespace of our own.`];
}

/** `2 tables, 3 notes and 1 image`; null where there is nothing. */
function listed(counts: readonly (readonly [count: number, one: string, several: string])[]): string | null {
  const told = counts.flatMap(([count, one, several]) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : several}`],
  );
  const last = told.pop();
  if (last === undefined) return null;
  return told.length === 0 ? last : `${told.join(', ')} and ${last}`;
}
