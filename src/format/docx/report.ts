import type { ImportReport, Remark } from '../../core/code/document-file.ts';
import type { Provision } from '../../core/code/provision.ts';
import { inOrder } from '../../core/code/tree.ts';
import type { WordFile } from './read/file.ts';
import { NOT_CARRIED } from './read/model.ts';
import type { WordTree } from './read/tree.ts';

/** What became of everything in a Word file: provisions by kind, what was guessed, what is not carried, each with its place. */
export function reportOf(file: WordFile, tree: WordTree, extra: readonly Remark[]): ImportReport {
  const kept: Partial<Record<Provision['kind'], number>> = {};
  for (const { provision } of inOrder(tree)) kept[provision.kind] = (kept[provision.kind] ?? 0) + 1;
  const own = tree.carried.size > 0;
  return {
    dialect: own ? 'Word, written by Proviso' : 'Word, structure read from headings, lists, numbers and indents',
    kept,
    listed: [...extra, ...guessed(tree), ...notCarried(file, tree)],
    refused: [],
  };
}

/** A sentence about a file, with its place. */
export function remark(sentence: string, path: string, times = 1, raw: string | null = null): Remark {
  return { sentence, path, line: null, times, raw };
}

/** Guesses of one kind together, at the place of the first. */
function guessed({ guesses }: WordTree): Remark[] {
  const known = new Map<string, { place: string; times: number }>();
  for (const { place, what, confidence } of guesses) {
    const sentence = `Guessed, ${Math.round(confidence * 100)}% sure: ${what}.`;
    const found = known.get(sentence) ?? { place, times: 0 };
    known.set(sentence, { ...found, times: found.times + 1 });
  }
  return [...known].map(([sentence, { place, times }]) => remark(sentence, place, times));
}

function notCarried(file: WordFile, { contents }: WordTree): Remark[] {
  const told = new Map<string, number>();
  const listed = file.notCarried.map(({ kind, place, detail }) => {
    told.set(kind, (told.get(kind) ?? 0) + 1);
    const what = detail === '' ? '' : ` (${detail})`;
    return remark(
      `Not carried: ${NOT_CARRIED[kind].replace(/\.$/, '')}${what}.`,
      place,
      1,
      IN_TEXT.has(kind) ? null : detail,
    );
  });
  const rest = [...file.notCarriedCounts].flatMap(([kind, count]) => {
    const more = count - (told.get(kind) ?? 0);
    return more === 0 ? [] : [remark(`Not carried, and too many to list: ${NOT_CARRIED[kind]}`, 'the file', more)];
  });
  const lines = contents === 0 ? [] : [remark(`Not carried: ${NOT_CARRIED.contents}`, 'the contents list', contents)];
  return [...listed, ...rest, ...lines];
}

/** What is not carried as it is, but whose words or reference are in the text. */
const IN_TEXT: ReadonlySet<string> = new Set([
  'equation',
  'symbol',
  'merged-cell',
  'image',
  'tracked-formatting',
  'number-format',
]);
