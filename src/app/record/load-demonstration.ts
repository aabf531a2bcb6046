import { dayOfInstant } from '../../core/kernel/instant.ts';
import { CLOCK } from '../../core/party/actor.ts';
import type { Case } from '../../core/rulebook/case.ts';
import type { RecordEvent } from '../../core/rulebook/record-event.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { bodyStream } from '../body/membership.ts';
import { callingOf } from '../meeting/call-meeting.ts';
import { streamOfMeeting } from '../meeting/meetings.ts';
import { done, type Result, refuse } from '../operation.ts';
import type { Append, Ports } from '../ports.ts';

/**
 * Puts a case before its first act into an empty record: its rulebook, the instruments with their published versions,
 * the parties with their systems and booked assessments, and the facts of the market. One append: all of it or nothing.
 */
export async function loadDemonstration(
  ports: Ports,
  given: Case,
  rulebook: Rulebook,
): Promise<Result<{ events: number }>> {
  const appends: readonly Append[] = [
    fresh('record', [
      { type: 'demonstration-loaded', case: given.id, startsAt: given.startsAt },
      { type: 'rulebook-adopted', code: rulebook.code, digest: rulebook.digest },
    ]),
    ...instrumentsOf(rulebook),
    ...partiesOf(given),
    ...membersOf(given, rulebook),
    ...meetingsOf(given, rulebook),
    fresh(`facts/${rulebook.code}`, [
      ...given.facts.map((fact): RecordEvent => ({ type: 'fact-recorded', fact })),
      { type: 'assessor-capacity-recorded', ...given.assessorCapacity },
    ]),
  ].filter((append) => append.events.length > 0);
  const result = await ports.store.append(appends, { actor: CLOCK, cause: 'load-demonstration' });
  if (result.ok) return done({ events: result.events.length });
  return refuse({
    code: 'record-not-empty',
    sentence: `The case ${given.id} can be loaded only into an empty record; "${result.conflict.stream}" exists already.`,
    citation: null,
    unblock: [],
  });
}

/** The instruments of a rulebook as the record holds them, for a record that starts without a demonstration too. */
export function instrumentsOf(rulebook: Rulebook): Append[] {
  return rulebook.instruments.map((instrument) =>
    fresh(`code/${instrument.id}`, [
      {
        type: 'code-adopted',
        instrument: instrument.id,
        title: instrument.title,
        shortTitle: instrument.shortTitle,
        label: instrument.base.label,
        inForceFrom: instrument.base.inForceFrom,
        text: instrument.base.text,
        notice: instrument.notice,
      },
      ...instrument.versions.map(
        ({ citation: _, ...version }): RecordEvent => ({ type: 'version-published', ...version }),
      ),
    ]),
  );
}

function partiesOf(given: Case): Append[] {
  return given.parties.map(({ changes = [], ...party }) =>
    fresh(`party/${party.id}`, [
      { type: 'party-admitted', ...party },
      ...changes.map((change): RecordEvent => ({ type: 'party-recategorised', party: party.id, change })),
      ...given.groups
        .filter((group) => group.supplier === party.id)
        .map((group): RecordEvent => ({ type: 'system-group-recorded', group })),
      ...given.assessments
        .filter((assessment) => assessment.party === party.id)
        .map((assessment): RecordEvent => ({ type: 'assessment-scheduled', assessment })),
    ]),
  );
}

/** Whoever has the account of a seat is appointed to it from the first day; accounts are made later, so by name. */
function membersOf(given: Case, { code, bodies }: Rulebook): Append[] {
  const on = dayOfInstant(given.startsAt);
  return bodies.map((body) => {
    const appointed = body.seats.flatMap((seat): RecordEvent[] => {
      const holder = given.accounts.find((account) => account.seat === seat.id);
      if (holder === undefined) return [];
      const person = { account: null, name: holder.name };
      const term = { seat: seat.id, person, from: on, until: null };
      return [{ type: 'member-appointed', body: body.id, code, on, ...term }];
    });
    return fresh(bodyStream(body.id), appointed);
  });
}

function meetingsOf({ meetings, startsAt: begins }: Case, rulebook: Rulebook): Append[] {
  const today = dayOfInstant(begins);
  return meetings.map(({ body, day, startsAt, place }) => {
    const asked = { code: rulebook.code, body, day, startsAt, place, paperDay: null, number: null };
    const { type: _, ...called } = callingOf(asked, rulebook, today);
    return fresh(streamOfMeeting(called.meeting), [{ type: 'meeting-called', ...called, on: today }]);
  });
}

function fresh(stream: string, events: readonly RecordEvent[]): Append {
  return { stream, expectedVersion: 0, events };
}
