import { z } from 'zod';
import { recordEventSchema } from '../core/rulebook/record-event.schema.ts';
import type { RecordEvent } from '../core/rulebook/record-event.ts';

/** The stored form of what an event says: JSON without its type. */
export type StoredData = Readonly<Record<string, unknown>>;

/** Makes the data of the next version out of one version's data. */
type Upcaster = (data: StoredData) => StoredData;

/**
 * Every event type with the steps from its first version to the present one: a type that has never changed has none.
 * A step is added when the stored form changes, and a sample of the old form stays in test/conformance/event-samples.
 */
const UPCASTERS: Record<RecordEvent['type'], readonly Upcaster[]> = {
  'proposal-raised': [],
  'paper-submitted': [],
  'determination-made': [],
  'questionnaire-set': [],
  'timetable-proposed': [],
  'timetable-answered': [],
  'consultation-opened': [],
  // the second form lets a stance be withheld and names a questionnaire: the first is one that does neither
  'response-received': [(data) => data],
  'consultation-extended': [],
  'consultation-closed': [],
  'ballot-opened': [(data) => ({ ...data, text: null }), weighEqually],
  'vote-cast': [],
  'vote-withdrawn': [],
  'proxy-given': [],
  'proxy-withdrawn': [],
  'attendance-recorded': [],
  'interest-declared': [],
  'ballot-closed': [withWhole],
  'working-group-appointed': [],
  'group-question-answered': [],
  'system-assessment-requested': [],
  'assessment-information-requested': [],
  'assessment-information-given': [],
  'system-assessment-delivered': [],
  'alternative-raised': [],
  'alternative-voted': [],
  'alternative-agreed': [],
  'solution-approved': [],
  'decision-referred': [],
  'window-opened': [],
  'window-elapsed': [],
  'steps-reopened': [],
  'profile-changed': [],
  'implementation-dated': [],
  'part-implemented': [],
  'modification-implemented': [],
  'legal-text-drafted': [],
  'obligations-drafted': [],
  'legal-text-rebased': [],
  'legal-text-anchored': [],
  'conflict-resolved': [],
  'event-occurred': [],
  'modification-held': [],
  'hold-planned': [],
  'modification-resumed': [],
  'proposal-withdrawn': [(data) => ({ ...data, adoptableUntil: null })],
  'proposal-adopted': [],
  'path-changed': [],
  'comment-made': [],
  'comment-answered': [],
  'impact-signed': [],
  'proposal-closed': [],
  'meeting-called': [],
  'meeting-moved': [],
  'meeting-cancelled': [],
  'agenda-arranged': [],
  'meeting-paper-tabled': [],
  'meeting-paper-withdrawn': [],
  'meeting-papers-issued': [],
  'meeting-held': [],
  'action-placed': [],
  'action-closed': [],
  'minutes-drafted': [],
  'minutes-issued': [],
  'minutes-approved': [],
  'code-adopted': [],
  'version-published': [],
  'version-moved': [],
  'party-admitted': [],
  'party-recategorised': [],
  'system-group-recorded': [],
  'system-group-moved': [],
  'assessment-scheduled': [],
  'member-appointed': [],
  'membership-ended': [],
  'alternate-named': [],
  'alternate-ended': [],
  'fact-recorded': [],
  'binding-confirmed': [],
  'binding-reopened': [],
  'judgement-recorded': [],
  'judgement-withdrawn': [],
  'evidence-recorded': [],
  'evidence-withdrawn': [],
  'fact-withdrawn': [],
  'assessor-capacity-recorded': [],
  'rulebook-adopted': [],
  'demonstration-loaded': [],
  'clock-advanced': [],
  'checkpoint-made': [],
  'correction-noted': [],
};

/** Names of all event types. */
export const EVENT_TYPES = Object.keys(UPCASTERS) as RecordEvent['type'][];

/** The version in which events of a type are now stored; 1 is the first. */
export function presentSchema(type: RecordEvent['type']): number {
  return UPCASTERS[type].length + 1;
}

/** The stored form of an event. Throws ZodError when the event is not what its type says: a bug, not input. */
export function encodeEvent(event: RecordEvent): { type: RecordEvent['type']; schema: number; data: StoredData } {
  const { type, ...data } = z.encode(recordEventSchema, event);
  return { type, schema: presentSchema(type), data };
}

/** The event of a stored form of any version. Throws when a newer Proviso wrote it, or when the form is broken. */
export function decodeEvent(type: string, schema: number, data: StoredData): RecordEvent {
  const steps = UPCASTERS[type as RecordEvent['type']] as readonly Upcaster[] | undefined;
  if (steps === undefined || schema > steps.length + 1) {
    throw new Error(`The record holds "${type}" version ${schema}, which this Proviso does not know: use a newer one.`);
  }
  const present = steps.slice(schema - 1).reduce((older, upcast) => upcast(older), data);
  return z.decode(recordEventSchema, { type: type as RecordEvent['type'], ...present });
}

/** Every voter counted the same before weights were recorded. */
function weighEqually(data: StoredData): StoredData {
  const electorate = data.electorate as readonly StoredData[];
  return { ...data, electorate: electorate.map((one) => ({ ...one, weight: 1 })) };
}

/** Categories alone were counted, and their votes for and against, before other rules of counting were known. */
function withWhole(data: StoredData): StoredData {
  const tally = data.tally as StoredData & { readonly approve: number; readonly reject: number };
  const counted = { counted: 'categories', whole: tally.approve + tally.reject, casting: null };
  return { ...data, tally: { ...tally, ...counted, categoryQuorums: [], recused: [] } };
}
