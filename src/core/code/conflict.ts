import type { Amendment } from './amendment.ts';
import { subjectOf } from './amendment.ts';
import { type ConflictClass, idsOf } from './amendment-clash.ts';
import type { Provision } from './provision.ts';
import type { Loss, TracedText } from './trace.ts';
import { weave } from './weave.ts';

/** Every way in which two open modifications can be in conflict. */
export type OpenConflictClass = ConflictClass | Loss | 'same-term';

/** One modification's part in a conflict. */
export interface ConflictSide {
  readonly modification: string;
  /** The provision that it amends there, by id; one that it inserts stands in no other text. */
  readonly subject: string;
}

/** Two open modifications that cannot both be made as they are drafted, or that defeat each other. */
export interface OpenConflict {
  readonly class: OpenConflictClass;
  /** Where they meet, by id. */
  readonly provision: string;
  /** In the order of their identifiers; for a broken reference and a changed term `one` is whoever breaks it. */
  readonly one: ConflictSide;
  readonly other: ConflictSide;
}

/**
 * The provisions at which a reader is shown a conflict, by id: where the two meet and what either side amends. What a
 * side inserts stands in no text that is read, so that it is shown at the provision into which it is put.
 */
export function placesOfConflict(
  { provision, one, other }: OpenConflict,
  amendmentsOf: (modification: string) => readonly Amendment[],
): ReadonlySet<string> {
  return new Set(
    [one, other].flatMap(({ modification, subject }) => {
      const amendments = amendmentsOf(modification);
      return [provision, subject].flatMap((id) => [id, standingOver(amendments, id)]);
    }),
  );
}

/** Whether a conflict is shown at a provision or below it. */
export function touchesProvision(places: ReadonlySet<string>, at: Provision): boolean {
  return idsOf(at).some((id) => places.has(id));
}

/** The provision that stands without the amendments and has in it what they insert, or divide from it; else the same. */
function standingOver(amendments: readonly Amendment[], id: string): string {
  for (const amendment of amendments) {
    if (amendment.kind !== 'insert' && amendment.kind !== 'split') continue;
    if (!idsOf(amendment.provision).includes(id)) continue;
    const over = amendment.kind === 'insert' ? amendment.at.parent : amendment.target;
    const before = amendments.slice(0, amendments.indexOf(amendment));
    return over === null ? id : standingOver(before, over);
  }
  return id;
}

/** Every conflict among open texts, pair by pair. What shares no provision is never compared. */
export function conflictsAmong(texts: readonly TracedText[]): readonly OpenConflict[] {
  const meeting = new Map<number, [TracedText, TracedText]>();
  const meet = (a: number, b: number): void => {
    if (a === b) return;
    const [low, high] = a < b ? [a, b] : [b, a];
    const key = low * texts.length + high;
    if (!meeting.has(key)) meeting.set(key, [texts[low] as TracedText, texts[high] as TracedText]);
  };
  const writers = new Map<string, number[]>();
  for (const [index, text] of texts.entries()) {
    for (const key of writtenBy(text)) {
      const before = writers.get(key);
      if (before === undefined) writers.set(key, [index]);
      else {
        for (const writer of before) meet(writer, index);
        before.push(index);
      }
    }
  }
  for (const [index, text] of texts.entries()) {
    for (const key of readBy(text)) for (const writer of writers.get(key) ?? []) meet(writer, index);
  }
  return [...meeting.values()].flatMap(([one, other]) => conflictsBetween(one, other));
}

/** The conflicts of one open text with others: what has to be asked again when it alone has changed. */
export function conflictsWith(text: TracedText, others: readonly TracedText[]): readonly OpenConflict[] {
  return others.flatMap((other) => (other.modification === text.modification ? [] : conflictsBetween(text, other)));
}

function conflictsBetween(a: TracedText, b: TracedText): readonly OpenConflict[] {
  const [one, other] = a.modification <= b.modification ? [a, b] : [b, a];
  const found = new Map<string, OpenConflict>();
  const put = (conflict: OpenConflict): void => {
    const key = `${conflict.class} ${conflict.provision} ${conflict.one.modification}`;
    if (!found.has(key)) found.set(key, conflict);
  };
  const [ours, theirs] = meetingGroups(one, other);
  if (ours.length > 0 && theirs.length > 0) {
    for (const clash of weave(ours, theirs).clashes) {
      put({
        class: clash.class,
        provision: clash.provision,
        one: { modification: one.modification, subject: subjectOf(clash.ours) },
        other: { modification: other.modification, subject: subjectOf(clash.theirs) },
      });
    }
  }
  for (const conflict of [...losses(one, other), ...losses(other, one), ...givenByBoth(one, other)]) put(conflict);
  return [...found.values()];
}

/** The amendments of each side that touch what the other touches, with all that hangs together with them, in their order. */
function meetingGroups(one: TracedText, other: TracedText): [readonly Amendment[], readonly Amendment[]] {
  const [ours, theirs] = [new Set<Amendment>(), new Set<Amendment>()];
  const take = (into: Set<Amendment>, groups: readonly (readonly Amendment[])[]): void => {
    for (const group of groups) for (const amendment of group) into.add(amendment);
  };
  const cross = (written: TracedText['writes'], touched: TracedText['writes'], sets: (typeof ours)[]): void => {
    for (const [key, groups] of written) {
      const met = touched.get(key);
      if (met === undefined) continue;
      take(sets[0] as typeof ours, groups);
      take(sets[1] as typeof ours, met);
    }
  };
  cross(one.writes, other.writes, [ours, theirs]);
  cross(one.writes, other.reads, [ours, theirs]);
  cross(other.writes, one.reads, [theirs, ours]);
  return [one.amendments.filter((each) => ours.has(each)), other.amendments.filter((each) => theirs.has(each))];
}

/** What one takes from under the other's new words. */
function losses(breaking: TracedText, naming: TracedText): OpenConflict[] {
  const conflicts: OpenConflict[] = [];
  for (const [target, from] of naming.names) {
    const lost = breaking.loses.get(target);
    if (lost === undefined) continue;
    conflicts.push({
      class: lost.loss,
      provision: target,
      one: { modification: breaking.modification, subject: lost.subject },
      other: { modification: naming.modification, subject: from },
    });
  }
  return conflicts;
}

/** What both give newly: a term to two definitions, a number to two provisions. */
function givenByBoth(one: TracedText, other: TracedText): OpenConflict[] {
  return [...sharedBy('same-term', one, other, 'defines'), ...sharedBy('same-number', one, other, 'prints')];
}

function sharedBy(
  kind: 'same-term' | 'same-number',
  one: TracedText,
  other: TracedText,
  given: 'defines' | 'prints',
): OpenConflict[] {
  return [...one[given]].flatMap(([name, subject]): OpenConflict[] => {
    const theirs = other[given].get(name);
    if (theirs === undefined || theirs === subject) return [];
    return [
      {
        class: kind,
        provision: subject,
        one: { modification: one.modification, subject },
        other: { modification: other.modification, subject: theirs },
      },
    ];
  });
}

function* writtenBy({ writes, loses, defines, prints }: TracedText): Generator<string> {
  yield* writes.keys();
  for (const id of loses.keys()) yield `l:${id}`;
  for (const term of defines.keys()) yield `t:${term}`;
  for (const number of prints.keys()) yield `p:${number}`;
}

function* readBy({ reads, names }: TracedText): Generator<string> {
  yield* reads.keys();
  for (const id of names.keys()) yield `l:${id}`;
}
