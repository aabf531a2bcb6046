import type { Day } from '../../core/kernel/day.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { implementationOf } from '../../core/modification/implementation/implementation.ts';
import type { ProposalContent } from '../../core/modification/proposal.ts';
import type { Worded } from '../../core/obligation/asked.ts';
import { changedDuties } from '../../core/obligation/changed-duties.ts';
import { readOpenProposals } from '../modification/proposals.ts';
import type { Context } from '../operation.ts';

/** A modification of which it is decided that it changes the text on a day, before the version is published. */
export interface Decided {
  readonly content: ProposalContent;
  readonly day: Day;
}

/** Modifications that are approved and have their day, as known at an instant (null: now): what they change is no longer open. */
export async function readDecided(
  context: Pick<Context, 'ports' | 'now'>,
  code: string,
  knownAt: Instant | null,
): Promise<readonly Decided[]> {
  const open = await readOpenProposals(context, knownAt);
  return open.flatMap(({ state, rules }): Decided[] => {
    if (state.content.code !== code) return [];
    const { day, basis } = implementationOf(state, rules.profile);
    return day === null || (basis !== 'decided' && basis !== 'set') ? [] : [{ content: state.content, day }];
  });
}

/** Duties with what is decided of them. */
export function withDecided(duties: readonly Worded[], decided: readonly Decided[]): readonly Worded[] {
  return decided
    .toSorted((a, b) => a.day - b.day)
    .reduce<readonly Worded[]>((before, { content: { id, obligations }, day }) => {
      return changedDuties(before, { modification: id, from: day, version: `as modified by ${id}`, obligations });
    }, duties);
}
