import type { Wordings } from '../../core/kernel/reading.ts';
import { replay } from '../../core/modification/evolve.ts';
import type { ProposalEvent } from '../../core/modification/proposal.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { streamOf } from '../modification/proposals.ts';
import type { Ports } from '../ports.ts';

/** The rules that a modification pinned, and every wording that its effect can be read by; the current ones of the SEC when it was never raised. */
export async function readWordings(
  { rulebooks, store }: Pick<Ports, 'rulebooks' | 'store'>,
  modification: string,
): Promise<{ readonly rulebook: Rulebook; readonly wordings: readonly Wordings[] }> {
  const recorded = await store.read(streamOf(modification), null);
  const life = replay(recorded.map(({ event }) => event as ProposalEvent));
  if (life.status === 'none') {
    const rulebook = await rulebooks.current('sec');
    return { rulebook, wordings: rulebook.wordings };
  }
  const rulebook = await rulebooks.byDigest(life.rulebook);
  return { rulebook, wordings: [...rulebook.wordings, ...life.content.wordings] };
}
