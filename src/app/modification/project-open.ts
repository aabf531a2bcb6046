import type { Amendment } from '../../core/code/amendment.ts';
import { type PendingChange, projectPending } from '../../core/code/pending.ts';
import { pendingOf, resolutionsBetween } from '../../core/modification/text/pending-text.ts';
import type { OpenModification, OpenTexts } from './open-texts.ts';

/** Open texts that are asked about, and what the last text would become by them, in order. */
export interface Projected {
  readonly asked: readonly (ReturnType<typeof pendingOf> & { readonly one: OpenModification })[];
  readonly changes: readonly PendingChange[];
}

/** What the last text of a code would become by the open texts that have an amendment which is asked about. */
export function projectOpen({ last, open }: OpenTexts, asks: (amendment: Amendment) => boolean): Projected {
  const asked = open.flatMap((one) => {
    const { text, state, rules } = one;
    // of a text that is held up, what can be mapped counts
    const mapped = text.ok ? text : { ok: true as const, amendments: text.mapped };
    return mapped.amendments.some(asks) ? [{ ...pendingOf(state, rules.profile, mapped), one }] : [];
  });
  const stateOf = (id: string) => asked.find(({ modification }) => modification === id)?.one.state;
  const changes = projectPending(last.text, asked, (one, other) => {
    const [a, b] = [stateOf(one), stateOf(other)];
    return a === undefined || b === undefined ? [] : resolutionsBetween(a, b);
  });
  return { asked, changes };
}
