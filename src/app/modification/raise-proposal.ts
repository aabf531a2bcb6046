import { z } from 'zod';
import { legalTextOf } from '../../core/code/legal-text.ts';
import { textLabelled } from '../../core/code/version.ts';
import { contains } from '../../core/kernel/interval.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { decide, modificationProposal } from '../../core/modification/decide.ts';
import { proposalContentSchema } from '../../core/modification/proposal.schema.ts';
import type { ProposalContent, ProposalEvent } from '../../core/modification/proposal.ts';
import type { ProposalState } from '../../core/modification/state.ts';
import { actOn } from '../act.ts';
import { readInstrument } from '../instruments.ts';
import { type Context, done, operation, refuse } from '../operation.ts';
import { rulesWith, SIGNED_IN, streamOf } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';
import { viewOf } from './view.ts';

/** Raises a proposal: it pins the rulebook and the profile of today, and its legal text must fit what it was drafted on. */
export const raiseProposal = operation({
  name: 'raise-proposal',
  room: 'modification',
  kind: 'write',
  summary: 'Raises a modification proposal under the rules of today, which it keeps.',
  roles: SIGNED_IN,
  input: z.strictObject({ content: proposalContentSchema }),
  output: modificationViewSchema,
  run: async (context, { content }) => {
    const rulebook = await context.ports.rulebooks.current(content.code);
    const profile = rulebook.profiles.find((one) => contains(one.applies, context.today));
    if (profile === undefined) {
      return refuse(rejection('too-late', `The rulebook of ${rulebook.title} has no process for proposals of today.`));
    }
    const fault = await textFault(context, content);
    if (fault !== null) return refuse(fault);
    const rules = rulesWith(rulebook, profile);
    const command = { type: 'raise-proposal', content, rulebook: rulebook.digest } as const;
    const raised = await actOn<ProposalState, ProposalEvent>(
      context,
      command.type,
      streamOf(content.id),
      modificationProposal,
      (state) => decide(command, state, { ...rules, ...context, parties: [] }),
    );
    if (!raised.ok) return raised;
    const { state, version } = raised.value;
    if (state.status === 'none') throw new Error('a proposal that was raised has no state');
    return done(viewOf(state, version, rules, context.now));
  },
});

/** Why the legal text does not fit the text that it says it was drafted on; null when it does. */
async function textFault(context: Context, content: ProposalContent): Promise<Rejection | null> {
  const read = await readInstrument(context, content.code, null);
  if (!read.ok) return read.rejection;
  const place = { field: 'content.draftedAgainst' };
  const version = textLabelled(read.value, content.draftedAgainst, null);
  if (version === null) {
    const sentence = `The record holds no version ${content.draftedAgainst} of the ${read.value.shortTitle}.`;
    return rejection('not-found', sentence, { place });
  }
  const made = legalTextOf(version.text, content.legalText);
  return made.ok ? null : rejection('text-does-not-apply', made.fault, { place: { field: 'content.legalText' } });
}
