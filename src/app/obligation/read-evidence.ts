import { z } from 'zod';
import type { Day } from '../../core/kernel/day.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import {
  type EvidenceContent,
  type EvidenceEvent,
  evidenceIn,
  type KeptEvidence,
  mayReadEvidence,
} from '../../core/obligation/evidence.ts';
import type { RecordEvent } from '../../core/rulebook/record-event.ts';
import { type Context, done, type Result, refuse } from '../operation.ts';
import type { ConfidentialContent, Ports } from '../ports.ts';

/** The stream of what shows that a party meets its duties. */
export function evidenceStream(party: string): string {
  return `evidence/${party}`;
}

const contentSchema = z.strictObject({
  title: z.string(),
  note: z.string(),
  file: z.strictObject({ name: z.string(), mediaType: z.string(), bytes: z.number() }).nullable(),
});

/** What its events say of evidence, of a stream of it. */
export function evidenceEvents(events: readonly RecordEvent[]): readonly EvidenceEvent[] {
  return events.filter((event) => event.type === 'evidence-recorded' || event.type === 'evidence-withdrawn');
}

/** Words or a file about a party as they are kept beside the chain. */
export function keptOf({ random }: Pick<Ports, 'random'>, party: string, body: string): ConfidentialContent {
  const [id, salt] = [random.id(), random.id()];
  return { id, salt, digest: random.digest(salt + body), ownerParty: party, body };
}

/** A piece of evidence with what it says; null where that was lawfully erased. */
export interface ToldEvidence extends Omit<KeptEvidence, 'withdrawn'> {
  readonly told: EvidenceContent | null;
  /** Who withdrew it, when and why. */
  readonly withdrawn: { readonly by: string; readonly on: Day; readonly reasons: string | null } | null;
}

/** Everything that shows that a party meets its duties, for who may read it; refuses others. */
export async function readEvidence(
  { ports, actor }: Pick<Context, 'ports' | 'actor'>,
  party: string,
): Promise<Result<readonly ToldEvidence[]>> {
  if (!mayReadEvidence(actor, party)) return refuse(notTheirs(party));
  const recorded = await ports.store.read(evidenceStream(party), null);
  const evidence = evidenceIn(evidenceEvents(recorded.map(({ event }) => event)));
  const bodyOf = async (id: string) => (await ports.store.confidential(id))?.body ?? null;
  return done(
    await Promise.all(
      evidence.map(async ({ withdrawn, ...one }): Promise<ToldEvidence> => {
        const body = await bodyOf(one.content.id);
        return {
          ...one,
          told: body === null ? null : contentSchema.parse(JSON.parse(body)),
          withdrawn: withdrawn === null ? null : { ...withdrawn, reasons: await bodyOf(withdrawn.reasons.id) },
        };
      }),
    ),
  );
}

function notTheirs(party: string): Rejection {
  const sentence = `What shows that "${party}" meets its duties is for its own people, its assessor and the Code Administrator.`;
  return rejection('wrong-actor', sentence, { place: { field: 'party' } });
}
