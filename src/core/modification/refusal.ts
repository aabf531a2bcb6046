import { writeDay } from '../kernel/day.ts';
import { type Rejection, type RejectionCode, rejection, type Unblocker } from '../kernel/rejection.ts';
import { ROLE_IN_SENTENCE, rolesInSentence } from '../party/actor.ts';
import type { ProposalContext } from './context.ts';
import { canBeRepeated, openSteps, type StepStatus, statusOf } from './profile/net.ts';
import type { Step, StepKind } from './profile/profile.ts';
import { lackingAt } from './refinement/lacking.ts';
import type { OpenProposal } from './state.ts';
import { doersOf, unblockersOf } from './unblock.ts';

/** What a refusal is where a decision is made. */
export type Refused = { readonly ok: false; readonly rejection: Rejection };

/** A refusal at a step: its citation, and the field of the input when one is at fault. */
export function refuseAt(
  code: RejectionCode,
  sentence: string,
  step: Step,
  { field, unblock = [] }: { readonly field?: string; readonly unblock?: readonly Unblocker[] } = {},
): Refused {
  const place = field === undefined ? {} : { place: { field } };
  return { ok: false, rejection: rejection(code, sentence, { citation: step.citation, unblock, ...place }) };
}

/**
 * The step a command is about, if it is of the kind, is the actor's to do and is open. Seats and parties are checked by
 * those who ask with `anyone`.
 */
export function ready(
  id: string | null,
  kind: StepKind,
  state: OpenProposal,
  context: ProposalContext,
  { anyone = false }: { readonly anyone?: boolean } = {},
): { readonly ok: true; readonly step: Step } | Refused {
  const found = findStep(id, kind, state, context);
  if (!found.ok) return found;
  const { step } = found;
  if (!anyone && !step.by.includes(context.actor.role)) return wrongActor(step, state, context);
  const status = statusOf(step, state, context.profile);
  if (status.kind === 'open' && lackingAt(step, state, context.profile).length > 0) {
    return notOpen(step, status, state, context);
  }
  return status.kind === 'open' || canBeRepeated(step, state) ? found : notOpen(step, status, state, context);
}

/** The step of the profile by id, or by its kind alone: the open one of that kind, or else the first. */
export function findStep(
  id: string | null,
  kind: StepKind,
  state: OpenProposal,
  { profile }: Pick<ProposalContext, 'profile'>,
): { readonly ok: true; readonly step: Step } | Refused {
  const ofKind = profile.steps.filter((step) => step.kind === kind);
  const open = openSteps(state, profile).find((step) => step.kind === kind);
  // One that is ruled out is no step that anybody can mean while there is another.
  const ahead = ofKind.find((one) => statusOf(one, state, profile).kind !== 'excluded');
  const step = id === null ? (open ?? ahead ?? ofKind[0]) : ofKind.find((one) => one.id === id);
  if (step !== undefined) return { ok: true, step };
  const named = id === null ? `no ${kind}` : `no ${kind} "${id}"`;
  const known = ofKind.map((one) => one.id).join(', ');
  const sentence = `${profile.title} has ${named}; expected ${known === '' ? 'another profile' : `one of ${known}`}.`;
  const refused = rejection('step-unknown', sentence, { citation: profile.citation, place: { field: 'step' } });
  return { ok: false, rejection: refused };
}

/** The refusal of a step that is another's to do. */
export function wrongActor(step: Step, state: OpenProposal, context: ProposalContext): Refused {
  const sentence = `To ${step.act} is for ${rolesInSentence(step.by, context.bodies)}, not for ${rolesInSentence([context.actor.role], context.bodies)}.`;
  return refuseAt('wrong-actor', sentence, step, { unblock: doersOf(step, state, context) });
}

/** The refusal of a step that cannot be done now. */
export function notOpen(step: Step, status: StepStatus, state: OpenProposal, context: ProposalContext): Refused {
  switch (status.kind) {
    case 'done': {
      const outcome = step.outcomes.find((one) => one.id === status.done.outcome)?.title ?? status.done.outcome;
      const sentence = `"${step.title}" was completed on ${writeDay(status.done.on)}: ${outcome}.`;
      return refuseAt('step-already-done', sentence, step);
    }
    case 'excluded':
      return refuseAt('step-excluded', `What was decided earlier rules out "${step.title}" for this proposal.`, step);
    case 'open':
    case 'waiting': {
      const unblock = unblockersOf(step, state, context);
      const first = unblock.map((one) => `${one.who} to ${one.by}`).join('; ');
      return refuseAt('step-not-open', `"${step.title}" waits for ${first || 'an earlier step'}.`, step, { unblock });
    }
  }
}

/**
 * The party for whom someone acts: their own, or one that the Code Administrator records for. `act` is what is done
 * for it: `respond to the Modification Report Consultation`.
 */
export function partyOf(
  given: string | null,
  act: string,
  step: Step,
  state: OpenProposal,
  context: ProposalContext,
): { readonly ok: true; readonly id: string } | Refused {
  const { actor, parties } = context;
  const id = given ?? actor.party ?? null;
  if (actor.role !== 'code-administrator' && (id === null || actor.party !== id)) {
    const acting = actor.party === undefined ? 'acts for no Party' : `acts for "${actor.party}" and not for "${id}"`;
    const sentence = `${actor.name} ${acting}; only people of a Party, or the Code Administrator recording for it, can ${act}.`;
    const unblock = doersOf(step, state, context).map((one) =>
      one.who === ROLE_IN_SENTENCE.party ? { ...one, who: 'a Party, or the Code Administrator recording for it' } : one,
    );
    return refuseAt('wrong-actor', sentence, step, { field: 'party', unblock });
  }
  const party = parties.find((one) => one.id === id);
  if (party !== undefined && (step.consultees?.includes(party.category) ?? true)) return { ok: true, id: party.id };
  if (party !== undefined) {
    const sentence = `"${step.title}" is not for Parties of the category "${party.category}"; expected one of ${step.consultees?.join(', ')}.`;
    return refuseAt('not-eligible', sentence, step, { field: 'party' });
  }
  const sentence =
    id === null ? `To ${act}, the Code Administrator must say for which Party.` : `"${id}" is not a Party to the code.`;
  return refuseAt('not-eligible', sentence, step, { field: 'party' });
}

/** The refusal of an act without reasons where the step requires them; null when nothing is missing. */
export function withoutReasons(reasons: string, step: Step, act = step.act): Refused | null {
  if (!step.reasons || reasons.trim() !== '') return null;
  return refuseAt('reasons-required', `To ${act}, reasons must be given.`, step, { field: 'reasons' });
}
