import { APPROVAL, occurrencesOf } from './implementation/implementation.ts';
import { conditionHolds, factHolds } from './profile/net.ts';
import type { Profile } from './profile/profile.ts';
import { RAISING, type RaisedProposal } from './state.ts';
import { currentStage } from './tracker.ts';

/** What has become of the wish to be urgent: granted, waiting or refused, or never wished. */
export const URGENCIES = ['urgent', 'asked', 'not-asked'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** How a proposal was decided. */
export const DECISIONS = ['approved', 'not-approved', 'withdrawn'] as const;
export type Decided = (typeof DECISIONS)[number];

/** Where a proposal stands, for the register. */
export interface Standing {
  /** Its stage by id; its last once it has ended. */
  readonly stage: string;
  /** How it ended, or `open`. */
  readonly status: string;
  /** Which way it is decided, by title; as it was asked for until that is settled. */
  readonly path: string;
  readonly urgency: Urgency;
  /** Null while it is to be decided. */
  readonly decision: Decided | null;
  /** The label of the version that implemented it. */
  readonly published: string | null;
}

/** Where a proposal stands, for the register. */
export function standingOf(proposal: RaisedProposal, profile: Profile): Standing {
  const ended = proposal.status === 'closed';
  const last = proposal.done.at(-1)?.step ?? RAISING;
  const lastStage = profile.steps.find((step) => step.id === last)?.stage ?? '';
  const path = profile.paths?.find(({ when }) => conditionHolds(when, proposal, profile));
  return {
    stage: currentStage(proposal, profile, ended)?.id ?? lastStage,
    status: ended ? proposal.end.title : 'open',
    path: path?.title ?? proposal.content.pathAsked,
    urgency: urgencyOf(proposal, profile),
    decision: decisionOf(proposal, profile),
    published: proposal.label,
  };
}

function urgencyOf(proposal: RaisedProposal, profile: Profile): Urgency {
  if (!proposal.content.urgency.asked) return 'not-asked';
  return factHolds('urgent', proposal, profile) === true ? 'urgent' : 'asked';
}

function decisionOf(proposal: RaisedProposal, profile: Profile): Decided | null {
  if (proposal.withdrawn !== null) return 'withdrawn';
  const approval = occurrencesOf(proposal, profile)(APPROVAL);
  if (approval === 'never') return 'not-approved';
  return approval === null ? null : 'approved';
}
