import { z } from 'zod';
import { proposalContentSchema } from '../../src/core/modification/proposal.schema.ts';
import type { ProposalContent } from '../../src/core/modification/proposal.ts';

/** A proposal as `raise-proposal` takes it in. */
export function raisedCase(content: ProposalContent): unknown {
  return z.encode(proposalContentSchema as z.ZodType<ProposalContent>, { ...content });
}
