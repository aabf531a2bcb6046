import type { ProposalRules } from '../../core/modification/context.ts';
import { changeable } from '../../core/modification/path/decide-path.ts';
import { conditionHolds } from '../../core/modification/profile/net.ts';
import type { RaisedProposal } from '../../core/modification/state.ts';
import { rolesInSentence } from '../../core/party/actor.ts';
import type { ModificationView } from './view.schema.ts';

/** The path that a proposal takes, what became of it in order, and who may change it. */
export function pathView(state: RaisedProposal, { profile, bodies }: ProposalRules): ModificationView['path'] {
  const current = profile.paths?.find((one) => conditionHolds(one.when, state, profile)) ?? null;
  const step = profile.steps.find((one) => one.id === (profile.pathChange?.step ?? 'path'));
  const titleOf = (outcome: string) => step?.outcomes.find((one) => one.id === outcome)?.title ?? outcome;
  const first = state.pathChanges[0]?.before ?? state.done.find((one) => one.step === step?.id);
  const determined =
    first === undefined || step === undefined
      ? []
      : [
          {
            title: titleOf(first.outcome),
            by: rolesInSentence(step.by, bodies),
            reasons: first.reasons ?? '',
            on: first.on,
          },
        ];
  return {
    current: current && {
      id: current.id,
      title: current.title,
      decidedBy: rolesInSentence([current.decides], bodies),
      citation: current.citation,
    },
    history: [
      ...determined,
      ...state.pathChanges.map(({ outcome, by, reasons, on }) => ({ title: titleOf(outcome), by, reasons, on })),
    ],
    change: changeView(state, profile),
  };
}

function changeView(state: RaisedProposal, profile: ProposalRules['profile']): ModificationView['path']['change'] {
  const found = state.status === 'open' ? changeable(state, { profile }) : null;
  if (found === null || profile.pathChange === undefined) return null;
  const { by, act, citation } = profile.pathChange;
  return { roles: by, act, outcomes: found.others.map(({ id, title }) => ({ id, title })), citation };
}

/** Times when a decision sent it back, and whether what was opened anew has been done since. */
export function sentBackView(state: RaisedProposal, { profile }: ProposalRules): ModificationView['sentBack'] {
  return state.sentBack.map(({ timetables: _, ...one }) => {
    const step = profile.steps.find(({ id }) => id === one.step);
    return {
      ...one,
      title: step?.title ?? one.step,
      outcome: step?.outcomes.find(({ id }) => id === one.outcome)?.title ?? one.outcome,
      steps: one.steps.map((id) => ({
        id,
        title: profile.steps.find((each) => each.id === id)?.title ?? id,
        done: state.done.some((done) => done.step === id),
      })),
    };
  });
}
