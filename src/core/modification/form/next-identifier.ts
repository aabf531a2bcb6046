import type { Profile } from '../profile/profile.ts';
import { RAISING } from '../state.ts';

/**
 * The next free identifier of a proposal: by the letters and digits of the profile, or as the last of the code's was
 * named where the profile has no rule. Empty when neither says how. All identifiers that are taken count, also those of
 * other codes, since one register holds them.
 */
export function nextIdentifier(
  { identifiers }: Pick<Profile, 'identifiers'>,
  taken: readonly string[],
  ofCode: readonly string[],
): string {
  const rule = identifiers?.find(({ from }) => from === RAISING);
  const last = ofCode.map(partsOf).findLast((one) => one !== null) ?? null;
  const named = rule ?? last;
  if (named === null) return '';
  const digits = rule?.digits ?? last?.digits ?? 1;
  // A number stays with a proposal that changes its letters, so that all the rule's letters count.
  const prefixes = rule === undefined ? [named.prefix] : (identifiers ?? []).map(({ prefix }) => prefix);
  const numbers = taken.map(partsOf).filter((one) => one !== null && prefixes.includes(one.prefix));
  const next = numbers.reduce((most, one) => Math.max(most, one?.number ?? 0), 0) + 1;
  return `${named.prefix}${String(next).padStart(digits, '0')}`;
}

function partsOf(id: string): { readonly prefix: string; readonly number: number; readonly digits: number } | null {
  const [, prefix, digits] = /^(.*?)([0-9]{1,9})$/.exec(id) ?? [];
  return prefix === undefined || digits === undefined
    ? null
    : { prefix, number: Number(digits), digits: digits.length };
}
