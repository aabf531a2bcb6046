import { z } from 'zod';
import {
  assessorCapacitySchema,
  cycleYearSchema,
  scheduledAssessmentSchema,
} from '../../core/assurance/assessment.schema.ts';
import type { AssessorCapacity, CycleYear, ScheduledAssessment } from '../../core/assurance/assessment.ts';
import { systemGroupSchema } from '../../core/estate/estate.schema.ts';
import type { SystemGroup } from '../../core/estate/estate.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import type { Fact } from '../../core/obligation/fact.ts';
import { partySchema } from '../../core/party/party.schema.ts';
import type { Party } from '../../core/party/party.ts';
import type { RecordEvent } from '../../core/rulebook/record-event.ts';
import { standingFacts } from '../../core/rulebook/standing-facts.ts';
import type { Context } from '../operation.ts';

/** A party with its systems and its booked assessments. */
export interface PartyState {
  readonly party: Party & { readonly cycleYear: CycleYear | null };
  readonly groups: readonly SystemGroup[];
  readonly assessments: readonly ScheduledAssessment[];
}

/** {@link PartyState} at the edge. */
export const partyStateSchema = z.strictObject({
  party: partySchema.extend({ cycleYear: cycleYearSchema.nullable() }),
  groups: z.array(systemGroupSchema),
  assessments: z.array(scheduledAssessmentSchema),
});

/** What happened in the market, and what the assessor can do. */
export interface MarketState {
  readonly facts: readonly Fact[];
  readonly assessorCapacity: AssessorCapacity | null;
}

/** {@link AssessorCapacity} at the edge of an operation. */
export const capacityFields = assessorCapacitySchema.shape;

/** How an operation asks which party it is about. */
export const partyField = z.string().min(1).meta({ description: 'Party by id: pebblewick.' });

/** How an operation asks for the code whose rulebook and market it is about. */
export const codeField = z.string().min(1).default('sec').meta({ description: 'Code by id: sec.' });

/** The state of one stream `party/<id>`; null while the party is not admitted. */
export function partyOf(events: readonly RecordEvent[]): PartyState | null {
  const admitted = events.find((event) => event.type === 'party-admitted');
  if (admitted === undefined) return null;
  const { type: _, ...party } = admitted;
  const changes = events.flatMap((event) => (event.type === 'party-recategorised' ? [event.change] : []));
  return {
    party: changes.length === 0 ? party : { ...party, changes },
    groups: events.reduce(groupsAfter, []),
    assessments: events.flatMap((event) => (event.type === 'assessment-scheduled' ? [event.assessment] : [])),
  };
}

/** The groups of a party after one more event; one that moves to another supplier stays with the end of its days. */
function groupsAfter(groups: readonly SystemGroup[], event: RecordEvent): readonly SystemGroup[] {
  if (event.type === 'system-group-recorded') return [...groups, event.group];
  if (event.type !== 'system-group-moved') return groups;
  return groups.map((group) =>
    group.id === event.group && group.operatedUntil === undefined
      ? { ...group, operatedUntil: event.effectiveOn }
      : group,
  );
}

/** The state of one stream `facts/<code>`; the latest word on the assessor's capacity stands. */
export function marketOf(events: readonly RecordEvent[]): MarketState {
  return {
    facts: standingFacts(events),
    assessorCapacity: capacityOf(events.findLast((event) => event.type === 'assessor-capacity-recorded')),
  };
}

function capacityOf(event: RecordEvent | undefined): AssessorCapacity | null {
  if (event?.type !== 'assessor-capacity-recorded') return null;
  const { type: _, ...capacity } = event;
  return capacity;
}

/** Every party of the record as known at an instant (null: now), in order of admission to the record. */
export async function readParties(
  { ports }: Pick<Context, 'ports'>,
  knownAt: Instant | null,
): Promise<readonly PartyState[]> {
  const recorded = await ports.store.readAll('party/', knownAt);
  const streams = Map.groupBy(recorded, (one) => one.stream);
  return [...streams.values()].flatMap((stream) => partyOf(stream.map((one) => one.event)) ?? []);
}

/** What is known of a code's market at an instant (null: now). */
export async function readMarket(
  { ports }: Pick<Context, 'ports'>,
  code: string,
  knownAt: Instant | null,
): Promise<MarketState> {
  const recorded = await ports.store.read(`facts/${code}`, knownAt);
  return marketOf(recorded.map((one) => one.event));
}

/** That the record does not hold a party. */
export function noParty(id: string): Rejection {
  return rejection('not-found', `The record holds no party "${id}".`, { place: { field: 'party' } });
}
