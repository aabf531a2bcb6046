import { type ProposalLife, RAISING } from '../state.ts';
import type { Identifier, Profile } from './profile.ts';

const MOST_DIGITS = 6;
const MORE_DIGITS = new RegExp(`[0-9]{${MOST_DIGITS + 1}}`);

/** How a proposal is named now: by its profile from the latest named step that is done, or as its proposer named it. */
export function identifierOf({ content, done }: ProposalLife, profile: Profile): string {
  const raised = profile.identifiers?.find((one) => one.from === RAISING);
  const number = raised === undefined ? null : numberIn(content.id, raised);
  if (number === null) return content.id;
  const latest = profile.identifiers?.findLast((one) =>
    done.some((step) => step.step === one.from && step.outcome !== 'refused'),
  );
  return latest === undefined ? content.id : `${latest.prefix}${number}`;
}

/** Why a proposal cannot be raised under an identifier; null when it can. */
export function identifierFault(id: string, profile: Profile): string | null {
  if (MORE_DIGITS.test(id))
    return `"${id.slice(0, 40)}" has more digits than a proposal is numbered with; expected ${MOST_DIGITS} at most.`;
  const raised = profile.identifiers?.find((one) => one.from === RAISING);
  if (raised === undefined || numberIn(id, raised) !== null) return null;
  const example = `${raised.prefix}${'1'.padStart(raised.digits, '0')}`;
  return `"${id}" is not how ${profile.title} names a proposal; expected ${raised.prefix} and at least ${raised.digits} digits, such as ${example}.`;
}

function numberIn(id: string, { prefix, digits }: Identifier): string | null {
  const number = id.startsWith(prefix) ? id.slice(prefix.length) : '';
  return number.length >= digits && /^[0-9]+$/.test(number) ? number : null;
}
