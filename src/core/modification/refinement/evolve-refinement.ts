import type { OpenProposal } from '../state.ts';
import type { Alternative } from './alternative.ts';
import type { Assessment } from './assessment.ts';
import type { Refinement } from './refinement.ts';
import type { RefinementEvent } from './refinement-event.ts';

/** State after one more event of refinement. */
export function evolveRefinement(state: OpenProposal, event: RefinementEvent): OpenProposal {
  const after = { ...state, refinement: refined(state.refinement, event) };
  if (event.type !== 'solution-approved') return after;
  const approved = state.refinement.alternatives.find((one) => one.id === event.solution);
  if (approved === undefined) return after;
  const { amendments, against } = approved;
  return {
    ...after,
    legalText: { amendments, against, since: event.on, revision: state.legalText.revision + 1, over: null },
  };
}

function refined(refinement: Refinement, event: RefinementEvent): Refinement {
  switch (event.type) {
    case 'working-group-appointed': {
      const { type: _, ...group } = event;
      return { ...refinement, groups: [...refinement.groups, group] };
    }
    case 'group-question-answered': {
      const { type: _, ...answer } = event;
      const others = refinement.answers.filter((one) => one.question !== answer.question);
      return { ...refinement, answers: [...others, answer] };
    }
    case 'system-assessment-requested': {
      const { type: _, ...requested } = event;
      const assessment = { ...requested, information: [], delivered: null };
      return { ...refinement, assessments: [...refinement.assessments, assessment] };
    }
    case 'assessment-information-requested': {
      const { type: _, assessment, ...request } = event;
      return inAssessment(refinement, assessment, (one) => ({
        ...one,
        information: [...one.information, { ...request, given: null }],
      }));
    }
    case 'assessment-information-given': {
      const { answer, by, on } = event;
      return inAssessment(refinement, event.assessment, (one) => ({
        ...one,
        information: one.information.map((asked) =>
          asked.id === event.request ? { ...asked, given: { answer, by, on } } : asked,
        ),
      }));
    }
    case 'system-assessment-delivered': {
      const { type: _, assessment, ...delivered } = event;
      return inAssessment(refinement, assessment, (one) => ({ ...one, delivered }));
    }
    case 'solution-approved':
      return { ...refinement, approved: event.solution };
    case 'alternative-raised': {
      const { type: _, ...raised } = event;
      return { ...refinement, alternatives: [...refinement.alternatives, { ...raised, votes: [], agreed: null }] };
    }
    case 'alternative-voted': {
      const { type: _, alternative, ...vote } = event;
      return inAlternative(refinement, alternative, (one) => ({
        ...one,
        votes: [...one.votes.filter(({ member }) => member !== vote.member), vote],
      }));
    }
    case 'alternative-agreed': {
      const { type: _, alternative, ...agreed } = event;
      return inAlternative(refinement, alternative, (one) => ({ ...one, agreed }));
    }
  }
}

function inAssessment(refinement: Refinement, id: string, change: (one: Assessment) => Assessment): Refinement {
  const assessments = refinement.assessments.map((one) => (one.id === id ? change(one) : one));
  return { ...refinement, assessments };
}

function inAlternative(refinement: Refinement, id: string, change: (one: Alternative) => Alternative): Refinement {
  const alternatives = refinement.alternatives.map((one) => (one.id === id ? change(one) : one));
  return { ...refinement, alternatives };
}
