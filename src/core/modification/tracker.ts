import { statusOf } from './net.ts';
import type { Profile, Stage } from './profile.ts';
import type { ProposalLife } from './state.ts';

/** A stage of the process and where the proposal is in relation to it. */
export interface TrackedStage extends Stage {
  readonly status: 'done' | 'current' | 'ahead' | 'skipped';
}

/**
 * The cover's tracker. The current stage is the first with a step that can be done now; a stage is skipped when
 * everything in it was ruled out, or was still to come when the proposal ended.
 */
export function trackStages(life: ProposalLife, profile: Profile, ended: boolean): readonly TrackedStage[] {
  const kinds = profile.stages.map((stage) =>
    profile.steps.filter((step) => step.stage === stage.id).map((step) => statusOf(step, life, profile).kind),
  );
  const current = ended ? -1 : kinds.findIndex((all) => all.includes('open'));
  return profile.stages.map((stage, index) => {
    const all = kinds[index] ?? [];
    const isAhead = !ended && (all.includes('waiting') || all.includes('open'));
    const status = index === current ? 'current' : isAhead ? 'ahead' : all.includes('done') ? 'done' : 'skipped';
    return { ...stage, status };
  });
}

/** The stage in which the proposal is; null when it has ended. */
export function currentStage(life: ProposalLife, profile: Profile, ended: boolean): TrackedStage | null {
  return trackStages(life, profile, ended).find((stage) => stage.status === 'current') ?? null;
}
