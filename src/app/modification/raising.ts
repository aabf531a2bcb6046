import type { Day } from '../../core/kernel/day.ts';
import { contains } from '../../core/kernel/interval.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { contentFault } from '../../core/modification/content-fault.ts';
import { decide, modificationProposal } from '../../core/modification/decide.ts';
import type { Profile } from '../../core/modification/profile/profile.ts';
import type { ProposalContent, ProposalEvent } from '../../core/modification/proposal.ts';
import type { ProposalState } from '../../core/modification/state.ts';
import { partsFault } from '../../core/modification/text/part.ts';
import { changesFault, wordingsFault } from '../../core/obligation/duty-fault.ts';
import { knowledgeOf } from '../../core/obligation/knowledge.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { actOn } from '../act.ts';
import { type Context, done, type Result, refuse } from '../operation.ts';
import { readMarket } from '../party/estate.ts';
import { legalTextFault } from './legal-text-fault.ts';
import { occurredEvents } from './occurred.ts';
import { partiesOn, rulesWith, streamOf } from './proposals.ts';
import type { ModificationView } from './view.schema.ts';
import { viewOf } from './view.ts';

/** The process under which proposals are raised on a day. */
export function processOf(rulebook: Rulebook, today: Day): Result<Profile> {
  const profile = rulebook.profiles.find((one) => contains(one.applies, today));
  return profile === undefined
    ? refuse(rejection('too-late', `The rulebook of ${rulebook.title} has no process for proposals of today.`))
    : done(profile);
}

/** Raises a proposal under the rules of today, if its legal text fits what it was drafted on. */
export async function raise(context: Context, content: ProposalContent): Promise<Result<ModificationView>> {
  const rulebook = await context.ports.rulebooks.current(content.code);
  const process = processOf(rulebook, context.today);
  if (!process.ok) return process;
  const profile = process.value;
  const { code, draftedAgainst: against, legalText: amendments } = content;
  const fields = { against: 'content.draftedAgainst', amendments: 'content.legalText' };
  const fault = await legalTextFault(context, { code, against, amendments }, fields);
  if (fault !== null) return refuse(fault);
  const undivided = partsFault({ amendments, ...(content.parts && { parts: content.parts }) });
  if (undivided !== null) return refuse(rejection('input-invalid', undivided, { place: { field: 'content.parts' } }));
  const rules = rulesWith(rulebook, profile);
  const command = { type: 'raise-proposal', content, rulebook: rulebook.digest } as const;
  const parties = await partiesOn(context);
  const unfit = contentFault(content, { ...rules, ...context, parties });
  if (unfit !== null) {
    return refuse(rejection('input-invalid', unfit.sentence, { place: { field: `content.${unfit.field}` } }));
  }
  const unowed = changesFault(content.obligations, rulebook);
  if (unowed !== null) return refuse(rejection('input-invalid', unowed, { place: { field: 'content.obligations' } }));
  const unmeant = wordingsFault(content.wordings, rulebook);
  if (unmeant !== null) return refuse(rejection('input-invalid', unmeant, { place: { field: 'content.wordings' } }));
  const { facts } = await readMarket(context, code, null);
  const knowledge = knowledgeOf(rulebook.factKinds, facts, [], rulebook.calendars);
  const raised = await actOn<ProposalState, ProposalEvent>(
    context,
    command.type,
    streamOf(content.id),
    modificationProposal,
    (state) => {
      const decision = decide(command, state, { ...rules, ...context, parties });
      if (!decision.ok) return decision;
      return { ok: true, events: [...decision.events, ...occurredEvents(content, {}, knowledge, context.today)] };
    },
  );
  if (!raised.ok) return raised;
  const { state, version } = raised.value;
  if (state.status === 'none') throw new Error('a proposal that was raised has no state');
  return done(viewOf(state, version, rules, context.now));
}
