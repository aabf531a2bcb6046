import { eventsOf } from '../../core/kernel/commencement-cycle.ts';
import { commencementsOf } from '../../core/modification/text/part.ts';
import type { Knowledge } from '../../core/obligation/knowledge.ts';
import type { Load, Write } from '../act.ts';
import { occurredEvents } from '../modification/occurred.ts';
import { loadOpenProposals, streamOf } from '../modification/proposals.ts';
import type { Context } from '../operation.ts';

/** What open modifications of a code are told of the events that their implementation waits for, and which would have to unlearn one. */
export interface ToldOpen {
  readonly writes: readonly Write[];
  /** A modification by id, and an event that it was told of and that is known no more; null: none. */
  readonly unlearning: { readonly modification: string; readonly event: string } | null;
}

/** Tells every open modification of the code that an event which its implementation waits for took place, by what is known now. */
export async function tellOpen(context: Context, load: Load, code: string, knowledge: Knowledge): Promise<ToldOpen> {
  const open = (await loadOpenProposals(context, load)).filter(({ state }) => state.content.code === code);
  const awaiting = open.map(({ state }) => {
    const { content, legalText, occurred } = state;
    const parts = [...(content.parts ?? []), ...(legalText.parts ?? [])];
    return { id: content.id, told: { implementation: content.implementation, parts }, occurred };
  });
  const unlearning = awaiting.flatMap(({ id, told, occurred }) =>
    commencementsOf(told)
      .flatMap(eventsOf)
      .filter((event) => occurred[event] !== undefined && knowledge.about(event, null).occurrence === null)
      .map((event) => ({ modification: id, event })),
  );
  const writes = awaiting.flatMap(({ id, told, occurred }): Write[] => {
    const events = occurredEvents(told, occurred, knowledge, context.today);
    return events.length === 0 ? [] : [{ stream: streamOf(id), events }];
  });
  return { writes, unlearning: unlearning[0] ?? null };
}
