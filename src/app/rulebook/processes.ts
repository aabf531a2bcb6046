import { z } from 'zod';
import { once } from '../../core/kernel/once.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { ProposalRules } from '../../core/modification/context.ts';
import { checkProfile, type ProfileCheck } from '../../core/modification/profile/check-profile.ts';
import type { Profile } from '../../core/modification/profile/profile.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { rulesWith } from '../modification/proposals.ts';
import { done, type Result, refuse } from '../operation.ts';
import type { Ports } from '../ports.ts';

/** How an operation asks which process it is about. */
export const processField = z.string().min(1).meta({ description: 'Profile by id, of any code: sec-2016, bsc.' });

/** A process of a code that comes with the program, with all that its steps refer to. */
export interface Process {
  readonly code: string;
  readonly rules: ProposalRules;
}

/** Every process of some rulebooks; those of one code stand together, in its order. */
export function processesOf(rulebooks: readonly Rulebook[]): readonly Process[] {
  return rulebooks.flatMap((rulebook) => rulebook.profiles.map((profile) => processOf(rulebook, profile)));
}

/** The same process is the same value, so that what is worked out of it is worked out once. */
const processOf = once(
  (rulebook: Rulebook, profile: Profile): Process => ({ code: rulebook.code, rules: rulesWith(rulebook, profile) }),
);

/** What a check of a process finds: a proof over every state, which does not change while the rulebook does not. */
export const checkOf = once((rules: ProposalRules, _: Profile): ProfileCheck => checkProfile(rules));

/** The processes named, or all when none is; refuses a name that is not known. */
export async function findProcesses(
  { rulebooks }: Pick<Ports, 'rulebooks'>,
  ids: readonly string[],
  field: string,
): Promise<Result<readonly Process[]>> {
  const known = processesOf(await rulebooks.shipped());
  const missing = ids.find((id) => known.every(({ rules }) => rules.profile.id !== id));
  if (missing !== undefined) {
    const names = known.map(({ rules }) => rules.profile.id).join(', ');
    const sentence = `There is no process "${missing}"; expected one of ${names}.`;
    return refuse(rejection('not-found', sentence, { place: { field } }));
  }
  if (ids.length === 0) return done(known);
  return done(ids.flatMap((id) => known.filter(({ rules }) => rules.profile.id === id)));
}
