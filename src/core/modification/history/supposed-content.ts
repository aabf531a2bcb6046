import type { ProposalRules } from '../context.ts';
import { idAtRaising } from '../profile/rehearse.ts';
import type { ProposalContent } from '../proposal.ts';
import type { History } from './history.ts';

/** The least that a process has to know of a proposal of which only some days are known. */
export function supposedContent(history: History, { profile }: ProposalRules): ProposalContent {
  const inForce = history.known.find((one) => one.act === 'in-force');
  const steps = history.known.flatMap((one) => {
    const step = one.act === 'step' ? profile.steps.find(({ id }) => id === one.step) : undefined;
    if (one.act !== 'step' || step?.timetabled !== true) return [];
    // how long a consultation lasted of which only the first day is known, the rules work out
    if (step.kind === 'consultation' && one.until === undefined) return [];
    return [{ step: one.step, from: one.on, to: one.until ?? one.on }];
  });
  return {
    id: idAtRaising(history.id, profile),
    title: history.id,
    proposer: { id: 'stand-in', name: 'the Proposer' },
    code: '',
    urgency: { asked: history.urgent, reason: '' },
    pathAsked: '',
    timetable: { steps },
    implementation: inForce === undefined ? { kind: 'event', event: 'not-known' } : { kind: 'on', day: inForce.on },
    legalText: [],
    draftedAgainst: '',
    obligations: [],
    wordings: [],
    // no process looks into the report
    report: {} as ProposalContent['report'],
  };
}
