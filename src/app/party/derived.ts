import type { Occurrence } from '../../core/kernel/commencement.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { APPROVAL, occurrencesOf } from '../../core/modification/implementation/implementation.ts';
import { type DerivedFrom, derivedFacts } from '../../core/obligation/derived-facts.ts';
import type { Fact } from '../../core/obligation/fact.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { readProposal } from '../modification/proposals.ts';
import type { Context } from '../operation.ts';

/** What the record itself says under the derived kinds of facts of a rulebook, as known at an instant (null: now). */
export async function readDerivedFacts(
  context: Pick<Context, 'ports' | 'now'>,
  { factKinds, parameters }: Pick<Rulebook, 'factKinds' | 'parameters'>,
  estate: Pick<DerivedFrom, 'parties' | 'groups'>,
  knownAt: Instant | null,
): Promise<readonly Fact[]> {
  const modifications = factKinds.flatMap(({ derived }) =>
    derived?.from === 'approval' ? [derived.modification] : [],
  );
  const approvals = new Map<string, Occurrence>();
  for (const modification of new Set(modifications)) {
    const read = await readProposal(context, modification, knownAt);
    if (!read.ok) continue;
    const { state, rules } = read.value;
    approvals.set(modification, occurrencesOf(state, rules.profile)(APPROVAL));
  }
  const approvalOf = (modification: string) => approvals.get(modification) ?? null;
  return derivedFacts(factKinds, { ...estate, parameters, approvalOf });
}
