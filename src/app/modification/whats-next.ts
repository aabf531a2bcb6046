import { z } from 'zod';
import { whatNext } from '../../core/modification/what-next.ts';
import { knownAtField } from '../instruments.ts';
import { done, operation, type Result } from '../operation.ts';
import { modificationField, type ReadProposal, readOpenProposals, readProposal } from './proposals.ts';
import { nextActSchema } from './view.schema.ts';

/** What happens next, over the register or for one modification. */
export const whatsNext = operation({
  name: 'whats-next',
  room: 'modification',
  kind: 'read',
  summary: 'Says who does what by when, and on which clause, in one modification or in all that are open.',
  roles: 'anyone',
  input: z.strictObject({ modification: modificationField.nullable().default(null), knownAt: knownAtField }),
  output: z.strictObject({
    next: z.array(nextActSchema.safeExtend({ modification: z.string(), modificationTitle: z.string() })).readonly(),
  }),
  run: async (context, { modification, knownAt }) => {
    const proposals: Result<readonly ReadProposal[]> =
      modification === null
        ? done(await readOpenProposals(context, knownAt))
        : await one(readProposal(context, modification, knownAt));
    if (!proposals.ok) return proposals;
    const next = proposals.value.flatMap(({ state, rules }) =>
      (state.status === 'open' ? whatNext(state, { ...rules, now: knownAt ?? context.now }) : []).map((act) => ({
        ...act,
        modification: state.content.id,
        modificationTitle: state.content.title,
      })),
    );
    return done({ next });
  },
});

async function one(read: Promise<Result<ReadProposal>>): Promise<Result<readonly ReadProposal[]>> {
  const proposal = await read;
  return proposal.ok ? done([proposal.value]) : proposal;
}
