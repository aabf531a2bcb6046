import { z } from 'zod';
import { contains } from '../../core/kernel/interval.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { decide, modificationProposal } from '../../core/modification/decide.ts';
import { proposalContentSchema } from '../../core/modification/proposal.schema.ts';
import type { ProposalEvent } from '../../core/modification/proposal.ts';
import type { ProposalState } from '../../core/modification/state.ts';
import { partsFault } from '../../core/modification/text/part.ts';
import { knowledgeOf } from '../../core/obligation/knowledge.ts';
import { actOn } from '../act.ts';
import { done, operation, refuse } from '../operation.ts';
import { readMarket } from '../party/estate.ts';
import { legalTextFault } from './legal-text-fault.ts';
import { occurredEvents } from './occurred.ts';
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
  takesText: true,
  input: z.strictObject({ content: proposalContentSchema }),
  output: modificationViewSchema,
  run: async (context, { content }) => {
    const rulebook = await context.ports.rulebooks.current(content.code);
    const profile = rulebook.profiles.find((one) => contains(one.applies, context.today));
    if (profile === undefined) {
      return refuse(rejection('too-late', `The rulebook of ${rulebook.title} has no process for proposals of today.`));
    }
    const { code, draftedAgainst: against, legalText: amendments } = content;
    const fields = { against: 'content.draftedAgainst', amendments: 'content.legalText' };
    const fault = await legalTextFault(context, { code, against, amendments }, fields);
    if (fault !== null) return refuse(fault);
    const undivided = partsFault({ amendments, ...(content.parts && { parts: content.parts }) });
    if (undivided !== null) return refuse(rejection('input-invalid', undivided, { place: { field: 'content.parts' } }));
    const rules = rulesWith(rulebook, profile);
    const command = { type: 'raise-proposal', content, rulebook: rulebook.digest } as const;
    const { facts } = await readMarket(context, code, null);
    const knowledge = knowledgeOf(rulebook.factKinds, facts, []);
    const raised = await actOn<ProposalState, ProposalEvent>(
      context,
      command.type,
      streamOf(content.id),
      modificationProposal,
      (state) => {
        const decision = decide(command, state, { ...rules, ...context, parties: [] });
        if (!decision.ok) return decision;
        return { ok: true, events: [...decision.events, ...occurredEvents(content, {}, knowledge, context.today)] };
      },
    );
    if (!raised.ok) return raised;
    const { state, version } = raised.value;
    if (state.status === 'none') throw new Error('a proposal that was raised has no state');
    return done(viewOf(state, version, rules, context.now));
  },
});
