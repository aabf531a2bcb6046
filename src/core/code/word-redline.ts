import { commonOf } from './difference.ts';
import type { Run } from './redline.ts';
import { weightOf, wordsOf } from './words.ts';

/** A replacement in a run of words: some deleted, some inserted, then what both texts share up to the next. */
interface Edit {
  readonly deleted: readonly string[];
  readonly inserted: readonly string[];
  readonly kept: readonly string[];
}

/**
 * Compares two texts word by word. Reading `same` and `deleted` gives `before` exactly, `same` and `inserted` gives
 * `after`. What a reader would not see as shared, a space, a mark or a small word between two edits, joins the edits.
 */
export function redlineWords(before: string, after: string): readonly Run[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const { head, tail } = sharedEnds(before, after);
  const [a, b] = [wordsOf(before.slice(head, before.length - tail)), wordsOf(after.slice(head, after.length - tail))];
  const edits = settle(trim(absorb(editsOf(a, b))));
  const first = { deleted: [], inserted: [], kept: [before.slice(0, head)] };
  const last = { deleted: [], inserted: [], kept: [before.slice(before.length - tail)] };
  return runsOf(joinedAt(first, edits, last));
}

/** Letters around a change that are compared with it, beyond as many as it has itself: where it may as well stand. */
const AROUND = 40;

/** How many letters at either end two texts share and need no comparing. Each ends between a word and a space. */
function sharedEnds(before: string, after: string): { head: number; tail: number } {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  const most = shorter - head;
  while (tail < most && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail))
    tail += 1;
  const around = Math.max(before.length, after.length) - head - tail + AROUND;
  head = Math.max(0, head - around);
  while (head > 0 && !isEdge(before, head)) head -= 1;
  tail = Math.max(0, tail - around);
  while (tail > 0 && !isEdge(before, before.length - tail)) tail -= 1;
  return { head, tail };
}

function isEdge(text: string, at: number): boolean {
  return isSpace(text.charCodeAt(at - 1)) !== isSpace(text.charCodeAt(at));
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10;
}

/** The words kept at both ends are one with what the edits keep beside them. */
function joinedAt(first: Edit, edits: readonly Edit[], last: Edit): Edit[] {
  const [start, ...rest] = edits;
  const opening = start !== undefined && size(start) === 0 ? rest : edits;
  const kept = opening === rest ? [...first.kept, ...(start?.kept ?? [])] : first.kept;
  const all = [{ ...first, kept }, ...opening];
  const end = all[all.length - 1] as Edit;
  all[all.length - 1] = { ...end, kept: [...end.kept, ...last.kept] };
  return all;
}

function editsOf(a: readonly string[], b: readonly string[]): Edit[] {
  const edits: Edit[] = [];
  let [atA, atB] = [0, 0];
  for (const common of [...commonOf(a, b), { a: a.length, b: b.length, length: 0 }]) {
    const kept = a.slice(common.a, common.a + common.length);
    edits.push({ deleted: a.slice(atA, common.a), inserted: b.slice(atB, common.b), kept });
    [atA, atB] = [common.a + common.length, common.b + common.length];
  }
  return edits.filter((edit) => size(edit) + edit.kept.length > 0);
}

/** Joins edits over what is too small between them, until nothing more is. */
function absorb(edits: readonly Edit[]): Edit[] {
  let current = [...edits];
  for (;;) {
    const joined: Edit[] = [];
    for (const edit of current) {
      const last = joined.at(-1);
      if (last !== undefined && size(last) > 0 && size(edit) > 0 && isSlight(last, edit)) {
        const [deleted, inserted] = [
          [...last.deleted, ...last.kept, ...edit.deleted],
          [...last.inserted, ...last.kept, ...edit.inserted],
        ];
        joined[joined.length - 1] = { deleted, inserted, kept: edit.kept };
      } else joined.push(edit);
    }
    if (joined.length === current.length) return joined;
    current = joined;
  }
}

/**
 * Whether what is kept between two edits is at most half as much to a reader as the smaller of the edits around it. A
 * whole word between two insertions, or two deletions, reads on as it is and stays.
 */
function isSlight(left: Edit, right: Edit): boolean {
  const weight = weightOf(left.kept);
  const oneWay =
    (left.deleted.length === 0 && right.deleted.length === 0) ||
    (left.inserted.length === 0 && right.inserted.length === 0);
  return weight <= Math.min(weightOfEdit(left), weightOfEdit(right)) / 2 && !(oneWay && weight >= 1);
}

function weightOfEdit(edit: Edit): number {
  return Math.max(weightOf(edit.deleted), weightOf(edit.inserted));
}

/** Gives back to what is kept the words that both sides of a replacement begin or end with. */
function trim(edits: readonly Edit[]): Edit[] {
  const trimmed: Edit[] = [];
  for (const { deleted, inserted, kept } of edits) {
    const most = Math.min(deleted.length, inserted.length);
    let end = 0;
    while (end < most && deleted[deleted.length - 1 - end] === inserted[inserted.length - 1 - end]) end += 1;
    let start = 0;
    while (start < most - end && deleted[start] === inserted[start]) start += 1;
    const last = trimmed.at(-1);
    if (last === undefined) start = 0;
    else trimmed[trimmed.length - 1] = { ...last, kept: [...last.kept, ...deleted.slice(0, start)] };
    trimmed.push({
      deleted: deleted.slice(start, deleted.length - end),
      inserted: inserted.slice(start, inserted.length - end),
      kept: [...deleted.slice(deleted.length - end), ...kept],
    });
  }
  return trimmed;
}

/** Moves each lone insertion or deletion along the words it may equally stand at, to where it reads best. */
function settle(edits: readonly Edit[]): Edit[] {
  const settled = [...edits];
  for (let index = 1; index < settled.length; index += 1) {
    const [before, edit] = [settled[index - 1] as Edit, settled[index] as Edit];
    if (edit.deleted.length > 0 === edit.inserted.length > 0) continue;
    const words = edit.deleted.length > 0 ? edit.deleted : edit.inserted;
    const moved = slide(before.kept, words, edit.kept);
    settled[index - 1] = { ...before, kept: moved.left };
    settled[index] =
      edit.deleted.length > 0
        ? { deleted: moved.words, inserted: [], kept: moved.right }
        : { deleted: [], inserted: moved.words, kept: moved.right };
  }
  return settled.filter((edit) => size(edit) + edit.kept.length > 0);
}

interface Standing {
  readonly left: readonly string[];
  readonly words: readonly string[];
  readonly right: readonly string[];
}

function slide(left: readonly string[], words: readonly string[], right: readonly string[]): Standing {
  let at: Standing = { left, words, right };
  // never past the last shared word on either side, or two edits would touch
  while (at.left.length > 1 && at.left.at(-1) === at.words.at(-1)) {
    const word = at.left.at(-1) as string;
    at = { left: at.left.slice(0, -1), words: [word, ...at.words.slice(0, -1)], right: [word, ...at.right] };
  }
  let best = at;
  while (at.right.length > 1 && at.right[0] === at.words[0]) {
    const word = at.right[0] as string;
    at = { left: [...at.left, word], words: [...at.words.slice(1), word], right: at.right.slice(1) };
    if (quality(at) > quality(best)) best = at;
  }
  return best;
}

/** Better when the edit starts after a sentence or limb, and best when it takes whole limbs with it. */
function quality({ left, words, right }: Standing): number {
  return edge(left.at(-2), left.at(-1), words[0]) + edge(words.at(-2), words.at(-1), right[0]);
}

function edge(beforeLast: string | undefined, last: string | undefined, next: string | undefined): number {
  if (last === undefined || next === undefined) return 4;
  if (/^\s/.test(last)) return beforeLast !== undefined && /^[.;:]$/.test(beforeLast) ? 3 : 2;
  return /^\s/.test(next) ? 1 : 0;
}

function size(edit: Edit): number {
  return edit.deleted.length + edit.inserted.length;
}

function runsOf(edits: readonly Edit[]): Run[] {
  return edits
    .flatMap((edit): Run[] => [
      { kind: 'deleted', text: edit.deleted.join('') },
      { kind: 'inserted', text: edit.inserted.join('') },
      { kind: 'same', text: edit.kept.join('') },
    ])
    .filter((run) => run.text !== '');
}
