import { applyAmendments } from '../../core/code/apply-amendment.ts';
import { touches } from '../../core/code/footprint.ts';
import { projectPending } from '../../core/code/pending.ts';
import type { CodeText, Provision } from '../../core/code/provision.ts';
import { onlyTouched, type RedlineBlock, redline } from '../../core/code/redline.ts';
import { findById } from '../../core/code/tree.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import type { CurrentLegalText } from '../../core/modification/state.ts';
import { pendingOf, resolutionsBetween } from '../../core/modification/text/pending-text.ts';
import type { OpenTexts } from '../modification/open-texts.ts';
import { done, type Result, refuse } from '../operation.ts';

/** Two texts compared, and what stands before the second among what is pending. */
export interface Compared {
  readonly before: CodeText;
  readonly after: CodeText;
  readonly blocks: readonly RedlineBlock[];
  /** Open modifications counted in, in the order in which they would take effect. */
  readonly behind: readonly string[];
}

/** An open modification against the last version, or against all that would take effect before it. */
export function comparedWithOpen(
  { last, open }: OpenTexts,
  modification: string,
  compare: 'last' | 'pending',
): Result<Compared> {
  const own = open.find(({ id }) => id === modification);
  if (own === undefined) {
    return cannot(`${modification} is no longer open; its text can be compared with the text that it amends.`);
  }
  if (!own.text.ok) {
    const sentence = `The legal text of ${modification} is held up by version ${own.text.over.label} until its conflict is settled.`;
    return refuse(rejection('text-does-not-apply', sentence, { place: { field: 'compare' } }));
  }
  if (compare === 'last') {
    const applied = applyAmendments(last.text, own.text.amendments);
    if (!applied.ok) return refuse(rejection('text-does-not-apply', applied.fault));
    return done({ ...compared(last.text, applied.text), behind: [] });
  }
  const texts = open.flatMap(({ id, text, state, rules }) => {
    if (!text.ok) return [];
    const { parts, ...whole } = pendingOf(state, rules.profile, text);
    // its own parts are compared together, where the whole of it would stand
    return [{ ...whole, ...(parts === undefined || id === modification ? {} : { parts }), state }];
  });
  const stateOf = (id: string) => texts.find((one) => one.modification === id)?.state;
  const projected = projectPending(last.text, texts, (one, other) => {
    const [a, b] = [stateOf(one), stateOf(other)];
    return a === undefined || b === undefined ? [] : resolutionsBetween(a, b);
  });
  const at = projected.findIndex((one) => one.modification === modification);
  const found = projected[at];
  if (found === undefined) return cannot(`${modification} will not take effect as it stands.`);
  const ahead = projected.slice(0, at);
  if (!found.rebased.ok) {
    const sentence = `Behind what is pending before it, the text of ${modification} cannot be made: it is in conflict with ${found.blockedBy ?? 'another'}, and nobody has settled it.`;
    return refuse(rejection('text-does-not-apply', sentence, { place: { field: 'compare' } }));
  }
  const behind = [...new Set(ahead.filter(({ rebased }) => rebased.ok).map((one) => one.modification))];
  return done({ ...compared(ahead.at(-1)?.after ?? last.text, found.after), behind });
}

/** What a legal text now proposes against what its proposer drafted, so far as either touches it. */
export function comparedWithDrafted(
  drafted: { readonly base: CodeText; readonly text: CurrentLegalText },
  now: { readonly base: CodeText; readonly text: CurrentLegalText },
): Result<Compared> {
  const [first, second] = [drafted, now].map(({ base, text }) => applyAmendments(base, text.amendments));
  if (first?.ok !== true || second?.ok !== true) return cannot('One of the two texts does not apply.');
  const amendments = [...drafted.text.amendments, ...now.text.amendments];
  const isTouched = (provision: Provision) => amendments.some((one) => touches(one, { ...provision, children: [] }));
  const all = redline(first.text, second.text);
  const kept = new Set(
    all.flatMap(({ id }) => {
      const found = findById(first.text, id) ?? findById(second.text, id);
      return found !== null && isTouched(found) ? [id] : [];
    }),
  );
  const blocks = onlyTouched(all).filter((block) => block.status === 'same' || kept.has(block.id));
  return done({ before: first.text, after: second.text, blocks: onlyTouched(blocks), behind: [] });
}

function compared(before: CodeText, after: CodeText) {
  return { before, after, blocks: onlyTouched(redline(before, after)) };
}

function cannot<T>(sentence: string): Result<T> {
  const refusal: Rejection = rejection('input-invalid', sentence, { place: { field: 'compare' } });
  return refuse(refusal);
}
