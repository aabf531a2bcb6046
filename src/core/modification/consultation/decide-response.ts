import { writeDay } from '../../kernel/day.ts';
import { accepted, type Decision } from '../../kernel/decider.ts';
import { instantOn, writeInstant } from '../../kernel/instant.ts';
import { rolesInSentence } from '../../party/actor.ts';
import type { CommandOf } from '../command.ts';
import type { ProposalContext } from '../context.ts';
import { statusOf } from '../profile/net.ts';
import type { Step } from '../profile/profile.ts';
import type { ProposalEvent } from '../proposal.ts';
import { findStep, notOpen, partyOf, type Refused, refuseAt } from '../refusal.ts';
import type { OpenProposal } from '../state.ts';
import type { Consultation } from './consultation.ts';
import { RECORDER, type ReceivedResponse } from './consultation-event.ts';
import { answersFault, COMMENT, questionnaireOf } from './questionnaire.ts';

/** A party responds while the consultation is open, for itself and others of its group; who may take late responses records one. */
export function respond(
  command: CommandOf<'respond'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const found = consultationTo(command.step, state, context);
  if (!found.ok) return found;
  const { step } = found;
  const parties = partiesOf(command, step, state, context);
  if (!parties.ok) return parties;
  const held = state.consultations[step.id];
  if (held === undefined) return notOpen(step, statusOf(step, state, context.profile), state, context);
  const late = context.now >= held.closes;
  const closed = late ? lateFault(step, held, state, context) : null;
  if (closed !== null) return closed;
  if (context.now < instantOn(held.from, '00:00')) {
    return refuseAt('too-early', `"${step.title}" takes responses from ${writeDay(held.from)} on.`, step);
  }
  const repeated = repeatedFault(command, parties.ids, late, step, held);
  if (repeated !== null) return repeated;
  const questions = questionsFault(command, step, state);
  if (questions !== null) return questions;
  const { stance, content, answers, sealed, attachments } = command;
  const { version } = questionnaireOf(step, state);
  const [filer] = parties.ids;
  const isRecorded = context.actor.role === RECORDER;
  const events = parties.ids.map((party): ProposalEvent => {
    const response: ReceivedResponse = {
      ...{ party, stance, content, on: context.today },
      ...(answers !== undefined && { questionnaire: version }),
      ...(sealed !== undefined && { sealed }),
      ...(attachments !== undefined && attachments.length > 0 && { attachments }),
      ...(isRecorded ? { filedBy: RECORDER } : party !== filer && filer !== undefined && { filedBy: filer }),
      ...(late && { late: true }),
    };
    return { type: 'response-received', step: step.id, ...response };
  });
  return accepted(...events);
}

/**
 * The consultation that a response is to: the one named; else the one that runs, or the last to close that still takes a
 * response from whoever gives it.
 */
export function consultationTo(
  id: string | null,
  state: OpenProposal,
  context: Pick<ProposalContext, 'profile' | 'bodies' | 'actor' | 'now'>,
): ReturnType<typeof findStep> {
  const found = findStep(id, 'consultation', state, context);
  if (id !== null || !found.ok) return found;
  const held = context.profile.steps
    .flatMap((step) => {
      const consultation = step.kind === 'consultation' ? state.consultations[step.id] : undefined;
      return consultation === undefined ? [] : [{ step, held: consultation }];
    })
    .toSorted((a, b) => (a.held.closes < b.held.closes ? 1 : -1));
  const one =
    held.find(({ held: { closes } }) => context.now < closes) ??
    held.find(({ step, held: consultation }) => lateFault(step, consultation, state, context) === null);
  return one === undefined ? found : { ok: true, step: one.step };
}

/** Whose response it is: the party itself, then the others of its group for which it answers too. */
function partiesOf(
  { party, parties = [] }: CommandOf<'respond'>,
  step: Step,
  state: OpenProposal,
  context: ProposalContext,
): { readonly ok: true; readonly ids: readonly string[] } | Refused {
  const act = `respond to the ${step.title}`;
  const first = partyOf(party, act, step, state, context);
  if (!first.ok) return first;
  const group = context.parties.find((one) => one.id === first.id)?.group;
  const others = [...new Set(parties)].filter((id) => id !== first.id);
  for (const id of others) {
    const other = context.parties.find((one) => one.id === id);
    if (other === undefined || group === undefined || other.group !== group) {
      const sentence = `"${first.id}" and "${id}" are not known to be of one group; a Party responds for itself and for others of its group.`;
      return refuseAt('not-eligible', sentence, step, { field: 'parties' });
    }
    const consulted = partyOf(id, act, step, state, { ...context, actor: { ...context.actor, party: id } });
    if (!consulted.ok) return consulted;
  }
  return { ok: true, ids: [first.id, ...others] };
}

/** The refusal of a response after the close, by whom it can still be taken; null for who may take it. */
export function lateFault(
  step: Step,
  held: Consultation,
  state: OpenProposal,
  context: Pick<ProposalContext, 'profile' | 'bodies' | 'actor'>,
): Refused | null {
  const late = step.consulting?.late;
  const closed = `"${step.title}" closed at ${writeInstant(held.closes)}`;
  if (late === undefined) return refuseAt('too-late', `${closed}; nobody can take a response after that.`, step);
  const before = context.profile.steps.find((one) => one.id === late.before);
  const title = before?.title ?? late.before;
  const over = state.done.find((one) => one.step === late.before);
  if (over !== undefined) {
    const sentence = `${closed}; late responses were taken until ${writeDay(over.on)}, when "${title}" was done.`;
    return refuseAt('too-late', sentence, step);
  }
  if (late.by.includes(context.actor.role)) return null;
  const who = rolesInSentence(late.by, context.bodies);
  const sentence = `${closed}; ${who} can still record a response, marked late, until "${title}" is done.`;
  return refuseAt('too-late', sentence, step, { unblock: [{ who, by: 'record a late response', until: null }] });
}

/** The refusal of a party's second response, unless it says which one it replaces; null for its first. */
function repeatedFault(
  { replaces = [] }: CommandOf<'respond'>,
  parties: readonly string[],
  late: boolean,
  step: Step,
  held: Consultation,
): Refused | null {
  const before = held.responses.find(
    ({ party, content, late: wasLate }) =>
      parties.includes(party) && ((late && wasLate !== true) || !replaces.includes(content.id)),
  );
  if (before === undefined) return null;
  const how = late
    ? 'what came in time is not replaced by what comes late'
    : `to replace that response, it has to be named: ${before.content.id}`;
  const sentence = `"${before.party}" has already responded to "${step.title}"; ${how}.`;
  return refuseAt('already-responded', sentence, step);
}

/** The refusal of answers that do not fit the questions; null when they do. */
function questionsFault(command: CommandOf<'respond'>, step: Step, state: OpenProposal): Refused | null {
  const { answers, sealed, version = null } = command;
  const { questions, version: held } = questionnaireOf(step, state);
  if (version !== null && version !== held) {
    const sentence = `The questions of "${step.title}" are at version ${held}, and version ${version} was answered; look at them again.`;
    return refuseAt('changed-meanwhile', sentence, step, { field: 'version' });
  }
  if (answers === undefined) {
    const asked = questions.find((one) => one.required === true && one.kind !== 'stance' && one.id !== COMMENT);
    if (asked === undefined) return null;
    return refuseAt('input-invalid', `"${asked.text}" must be answered.`, step, { field: `answers.${asked.id}` });
  }
  const fault = answersFault(questions, answers, command.confidential ?? sealed?.questions ?? []);
  return fault === null ? null : refuseAt('input-invalid', fault.sentence, step, { field: fault.field });
}
