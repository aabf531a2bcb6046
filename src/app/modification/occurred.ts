import { eventsOf } from '../../core/kernel/commencement-cycle.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { ProposalContent, ProposalEvent } from '../../core/modification/proposal.ts';
import { commencementsOf } from '../../core/modification/text/part.ts';
import type { Knowledge } from '../../core/obligation/knowledge.ts';

/** That events which an implementation waits for took place, so far as that is known and not yet told. */
export function occurredEvents(
  content: Pick<ProposalContent, 'implementation' | 'parts'>,
  told: Readonly<Record<string, Day>>,
  knowledge: Knowledge,
  today: Day,
): readonly ProposalEvent[] {
  const events = new Set(commencementsOf(content).flatMap(eventsOf));
  return [...events].flatMap((event): ProposalEvent[] => {
    const { occurrence } = knowledge.about(event, null);
    if (occurrence === null || occurrence === 'never' || told[event] === occurrence) return [];
    return [{ type: 'event-occurred', event, day: occurrence, on: today }];
  });
}
