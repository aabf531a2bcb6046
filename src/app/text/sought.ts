import { parseSearch, type SearchPart } from '../../core/code/search.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { Context } from '../operation.ts';

/** Most things sought at once. */
export const MOST_PARTS = 20;

/** That more is sought than a search takes. */
export function tooManyParts() {
  return rejection('input-invalid', `At most ${MOST_PARTS} things are sought at once.`);
}

/** What is sought, without the words that are in every text unless there are no others. */
export async function soughtIn(context: Context, words: string) {
  const parts = parseSearch(words);
  const stems = await stemsFor(
    context,
    parts.filter(({ kind }) => kind === 'word').flatMap(({ tokens }) => tokens),
  );
  const isCommon = ({ kind, tokens }: SearchPart) => kind === 'word' && tokens.every((one) => stems.get(one) === null);
  const telling = parts.filter((part) => !isCommon(part));
  if (!telling.some(({ not }) => !not)) {
    return {
      parts: parts.map((part) => (isCommon(part) ? { ...part, kind: 'exact' as const } : part)),
      stems,
      ignored: [],
    };
  }
  return { parts: telling, stems, ignored: parts.filter(isCommon).map(({ tokens }) => tokens.join(' ')) };
}

/** The stem of each word; null for one that no search looks for. */
export async function stemsFor(
  { ports }: Context,
  words: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const all = [...new Set(words)];
  const stems = all.length === 0 ? [] : await ports.store.stemsOf(all);
  return new Map(all.map((word, at) => [word, stems[at] ?? null]));
}
