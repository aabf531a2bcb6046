import type { Commencement } from '../../kernel/commencement.ts';
import { eventsOf } from '../../kernel/commencement-cycle.ts';
import { implementationDateEvent } from '../../kernel/resolve-commencement.ts';
import type { FactKind } from '../fact.ts';

/** Whose facts something depends on: the market's (the same for everyone), a party's, or each subject's own. */
export const MARKET = 0;
export const PARTY = 1;
export const SUBJECT = 2;
export type Level = typeof MARKET | typeof PARTY | typeof SUBJECT;

/** Whose facts a kind is about. Of one that is not declared, or that follows from other events, any subject's may differ. */
export function levelOf(kind: FactKind | undefined): Level {
  if (kind === undefined || kind.subject === 'system-group' || kind.derived?.from === 'commencement') return SUBJECT;
  return kind.subject === 'party' ? PARTY : MARKET;
}

/** Kinds that a commencement waits for, and those that named ones among them wait for. */
export function kindsAwaited(commencement: Commencement, kinds: ReadonlyMap<string, FactKind>): string[] {
  const found = new Set<string>();
  const visit = (of: Commencement): void => {
    for (const event of eventsOf(of).flatMap((one) => [one, implementationDateEvent(one)])) {
      if (found.has(event)) continue;
      found.add(event);
      const derived = kinds.get(event)?.derived;
      if (derived?.from === 'commencement') visit(derived.commences);
    }
  };
  visit(commencement);
  return [...found];
}
