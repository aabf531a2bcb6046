import { z } from 'zod';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { type Evidence, type EvidenceContent, mayReadEvidence } from '../../core/obligation/evidence.ts';
import { type Context, done, type Result, refuse } from '../operation.ts';

/** The stream of what shows that a party meets its duties. */
export function evidenceStream(party: string): string {
  return `evidence/${party}`;
}

const contentSchema = z.strictObject({
  title: z.string(),
  note: z.string(),
  file: z.strictObject({ name: z.string(), mediaType: z.string(), bytes: z.number() }).nullable(),
});

/** A piece of evidence with what it says; null content where it was lawfully erased. */
export interface ToldEvidence extends Evidence {
  readonly told: EvidenceContent | null;
}

/** Everything that shows that a party meets its duties, for who may read it; refuses others. */
export async function readEvidence(
  { ports, actor }: Pick<Context, 'ports' | 'actor'>,
  party: string,
): Promise<Result<readonly ToldEvidence[]>> {
  if (!mayReadEvidence(actor, party)) return refuse(notTheirs(party));
  const recorded = await ports.store.read(evidenceStream(party), null);
  const evidence = recorded.flatMap(({ event }) => (event.type === 'evidence-recorded' ? [event] : []));
  return done(
    await Promise.all(
      evidence.map(async ({ type: _, ...one }) => {
        const kept = await ports.store.confidential(one.content.id);
        return { ...one, told: kept === null ? null : contentSchema.parse(JSON.parse(kept.body)) };
      }),
    ),
  );
}

function notTheirs(party: string): Rejection {
  const sentence = `What shows that "${party}" meets its duties is for its own people, its assessor and the Code Administrator.`;
  return rejection('wrong-actor', sentence, { place: { field: 'party' } });
}
