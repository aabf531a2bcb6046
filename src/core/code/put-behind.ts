import { applyAmendments } from './apply-amendment.ts';
import { exchange } from './exchange.ts';
import type { CodeText } from './provision.ts';
import type { TextVersion, Timeline } from './version.ts';

/** A timeline in another order, or the version that cannot be told apart from the one after it, and the text before both. */
export type PutBehind =
  | { readonly ok: true; readonly timeline: Timeline }
  | { readonly ok: false; readonly over: TextVersion; readonly before: CodeText };

/**
 * A timeline with some of its versions right behind a later one, in their order, each as it applies there: the text of
 * that one is then without them, and every text after them is what it was.
 */
export function putBehind(timeline: Timeline, label: string, moved: readonly string[]): PutBehind {
  let order = timeline;
  let end = timeline.findIndex((version) => version.label === label);
  for (let from = end - 1; from > 0; from -= 1) {
    if (!moved.includes(order[from]?.label ?? '')) continue;
    for (let at = from; at < end; at += 1) {
      const [before, first, second] = order.slice(at - 1, at + 2) as [TextVersion, TextVersion, TextVersion];
      const exchanged = exchange(before.text, amendmentsOf(first), amendmentsOf(second));
      const made = exchanged.ok ? applyAmendments(before.text, exchanged.second) : exchanged;
      if (!exchanged.ok || !made.ok) return { ok: false, over: first, before: before.text };
      order = order
        .with(at, withAmendments(second, exchanged.second, made.text))
        .with(at + 1, withAmendments(first, exchanged.first, second.text));
    }
    end -= 1;
  }
  return { ok: true, timeline: order };
}

type Amendments = NonNullable<TextVersion['published']>['amendments'];

function amendmentsOf({ published }: TextVersion): Amendments {
  return published?.amendments ?? [];
}

function withAmendments(version: TextVersion, amendments: Amendments, text: CodeText): TextVersion {
  return { ...version, text, published: version.published && { ...version.published, amendments } };
}
