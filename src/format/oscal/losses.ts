import { type DocumentVersion, keptIn } from '../../core/code/document-file.ts';
import type { ProvisionKind } from '../../core/code/provision.ts';

const COUNTED: readonly (readonly [ProvisionKind, string, string])[] = [
  ['table', 'table', 'tables'],
  ['note', 'note', 'notes'],
  ['image', 'image', 'images'],
];

/** What another reader of the catalog of a text will not see as the text has it, counted; one sentence each. */
export function lossesOf({ provisions, life }: Pick<DocumentVersion, 'provisions' | 'life'>): readonly string[] {
  const kept = keptIn(provisions);
  const told = COUNTED.flatMap(([kind, one, several]) => {
    const count = kept[kind] ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : several}`];
  });
  const last = told.pop();
  const apart = last === undefined ? null : told.length === 0 ? last : `${told.join(', ')} and ${last}`;
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
