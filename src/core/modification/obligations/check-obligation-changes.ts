import type { CodeText } from '../../code/provision.ts';
import { findById, findByReference, sameProvision } from '../../code/tree.ts';
import type { Obligation } from '../../obligation/obligation.ts';
import type { ObligationChange } from '../../obligation/obligation-change.ts';

/** Something that the effect on obligations leaves unsaid of an amended text, or says of what the text does not have. */
export interface ObligationChangeFault {
  /** Obligation by id, and the provision that it is bound to. */
  readonly obligation: string;
  readonly provision: string;
  readonly sentence: string;
}

/** What a text and what is said of obligations are compared by. */
export interface CheckedText {
  readonly instrument: string;
  readonly before: CodeText;
  readonly after: CodeText;
  /** Every obligation before the modification, of any instrument. */
  readonly obligations: readonly Obligation[];
  readonly changes: readonly ObligationChange[];
}

/**
 * What does not fit: a provision with an obligation that the text amends or takes out and of which nothing is said, and
 * a change whose provision is not in the amended text. Empty when every amended provision is spoken of.
 */
export function obligationChangeFaults(checked: CheckedText): ObligationChangeFault[] {
  const { instrument, obligations, changes } = checked;
  const spoken = new Set(changes.map(({ obligation }) => obligation));
  const own = obligations.filter((one) => one.instrument === instrument);
  return [
    ...own.filter(({ id }) => !spoken.has(id)).flatMap((one) => unspoken(one, checked)),
    ...changes.flatMap((change) => unfounded(change, checked)),
  ];
}

/** How a text treats the provision that an obligation is bound to; null where it never had it. */
export function fateOf(
  { provision }: Pick<Obligation, 'provision'>,
  { before, after }: Pick<CheckedText, 'before' | 'after'>,
): 'same' | 'amended' | 'taken-out' | null {
  const old = findByReference(before, provision);
  if (old === null) return null;
  const now = findById(after, old.id);
  if (now === null) return 'taken-out';
  return sameProvision(old, now) ? 'same' : 'amended';
}

function unspoken(obligation: Obligation, checked: CheckedText): ObligationChangeFault[] {
  const { id, title, provision } = obligation;
  const fate = fateOf(obligation, checked);
  if (fate !== 'amended' && fate !== 'taken-out') return [];
  const does = fate === 'amended' ? 'amends' : 'takes out';
  const expected =
    fate === 'amended' ? 'what changes of it, or that it stays' : 'that it is repealed, or where it stands now';
  const sentence = `The text ${does} ${provision}, and nothing says what becomes of “${title}” (${id}); expected ${expected}.`;
  return [{ obligation: id, provision, sentence }];
}

function unfounded(change: ObligationChange, checked: CheckedText): ObligationChangeFault[] {
  const { obligation: id } = change;
  const known = checked.obligations.find((one) => one.id === id);
  const told = (provision: string, sentence: string) => [{ obligation: id, provision, sentence }];
  if (change.kind === 'add') {
    if (change.duty.instrument !== checked.instrument || findByReference(checked.after, change.duty.provision) !== null)
      return [];
    return told(
      change.duty.provision,
      `The new obligation “${change.duty.title}” stands in ${change.duty.provision}, which the amended text does not have.`,
    );
  }
  if (known === undefined) return told('', `There is no obligation "${id}" to change.`);
  if (known.instrument !== checked.instrument || change.kind === 'repeal') return [];
  if (change.kind === 'amend' && change.fields.provision !== undefined) {
    const { provision } = change.fields;
    return findByReference(checked.after, provision) === null
      ? told(provision, `“${known.title}” (${id}) is to stand in ${provision}, which the amended text does not have.`)
      : [];
  }
  const fate = fateOf(known, checked);
  if (fate === 'same' || fate === 'amended') return [];
  const sentence = `“${known.title}” (${id}) is said to stand in ${known.provision}, which the amended text does not have; expected that it is repealed, or another provision.`;
  return told(known.provision, sentence);
}
