import type { HeldBallot } from './ballot/held-ballot.ts';
import type { Consultation } from './consultation/consultation.ts';
import type { ProposalLife } from './state.ts';

/** The consultation that was opened at a step and has not been closed. */
export function openConsultation(step: string, life: ProposalLife): Consultation | null {
  return life.done.some((one) => one.step === step) ? null : (life.consultations[step] ?? null);
}

/** The ballot that was opened at a step and has not been closed. */
export function openBallot(step: string, life: ProposalLife): HeldBallot | null {
  const held = lastBallot(step, life);
  return held?.result === null ? held : null;
}

/** The ballot that was held last at a step. */
export function lastBallot(step: string, life: ProposalLife): HeldBallot | null {
  return life.ballots[step]?.at(-1) ?? null;
}
