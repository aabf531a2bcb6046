import type { Instant } from '../../core/kernel/instant.ts';
import type { ProposalRules } from '../../core/modification/context.ts';
import { evolve } from '../../core/modification/evolve.ts';
import { nextDue, settle } from '../../core/modification/settle.ts';
import type { ProposalState, RaisedProposal } from '../../core/modification/state.ts';
import type { RecordStore } from '../ports.ts';

/** A proposal folded up to a version of its stream, with what the passing of time makes of it. */
interface KeptProposal {
  readonly state: RaisedProposal;
  readonly rules: ProposalRules;
  /** What time has made of it, and between which instants that is so. */
  settled: { readonly from: Instant; readonly until: Instant | null; readonly state: RaisedProposal };
}

/**
 * Proposals by stream and version, which stand for every event up to there. Nothing is kept that the record does not
 * say: another version is another key, and a state that time changes is settled anew from its instant on.
 */
const kept = new WeakMap<RecordStore, Map<string, KeptProposal>>();
const MOST_KEPT = 2000;

/** The proposal as it stands at an instant, if it was folded up to this version of its stream before; the same value each time. */
export function keptProposal(
  store: RecordStore,
  { id, version }: { readonly id: string; readonly version: number },
  at: Instant,
): { readonly state: RaisedProposal; readonly version: number; readonly rules: ProposalRules } | null {
  const found = kept.get(store)?.get(`${id}@${version}`);
  if (found === undefined) return null;
  const { from, until } = found.settled;
  if (at < from || (until !== null && at >= until)) found.settled = settledAt(found.state, found.rules, at);
  return { state: found.settled.state, version, rules: found.rules };
}

/** Keeps a proposal as folded up to a version of its stream, time not counted in. */
export function keepProposal(
  store: RecordStore,
  { id, version }: { readonly id: string; readonly version: number },
  { state, rules }: { readonly state: RaisedProposal; readonly rules: ProposalRules },
  at: Instant,
): void {
  const all = kept.get(store) ?? new Map<string, KeptProposal>();
  kept.set(store, all);
  all.set(`${id}@${version}`, { state, rules, settled: settledAt(state, rules, at) });
  if (all.size > MOST_KEPT) all.delete(all.keys().next().value as string);
}

function settledAt(state: RaisedProposal, rules: ProposalRules, at: Instant): KeptProposal['settled'] {
  const settled = settle(state, at, rules).reduce<ProposalState>(evolve, state) as RaisedProposal;
  return { from: at, until: nextDue(settled, rules), state: settled };
}
