import { isNotReached, statusOf } from './profile/net.ts';
import type { Profile, Stage } from './profile/profile.ts';
import type { ProposalLife } from './state.ts';

/** A stage of the process and where the proposal is in relation to it. */
export interface TrackedStage extends Stage {
  readonly status: 'done' | 'current' | 'ahead' | 'skipped' | 'not-reached';
}

/**
 * The cover's tracker. The current stage is the first with a step that can be done now; a stage is skipped when
 * everything in it was ruled out, and not reached when the proposal ended before it.
 */
export function trackStages(life: ProposalLife, profile: Profile, ended: boolean): readonly TrackedStage[] {
  const kinds = profile.stages.map((stage) =>
    profile.steps.filter((step) => step.stage === stage.id).map((step) => statusOf(step, life, profile).kind),
  );
  const isCutOff = (stage: Stage) =>
    profile.steps.some((step) => step.stage === stage.id && isNotReached(step, life, profile));
  const current = ended ? -1 : kinds.findIndex((all) => all.includes('open'));
  return profile.stages.map((stage, index) => {
    const all = kinds[index] ?? [];
    const isAhead = !ended && (all.includes('waiting') || all.includes('open'));
    const past = all.includes('done') ? 'done' : ended && isCutOff(stage) ? 'not-reached' : 'skipped';
    const status = index === current ? 'current' : isAhead ? 'ahead' : past;
    return { ...stage, status };
  });
}

/** The stage in which the proposal is; null when it has ended. */
export function currentStage(life: ProposalLife, profile: Profile, ended: boolean): TrackedStage | null {
  return trackStages(life, profile, ended).find((stage) => stage.status === 'current') ?? null;
}
