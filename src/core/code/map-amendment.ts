import { type Amendment, sameWording, subjectOf, type Wording } from './amendment.ts';
import type { Place, Provision } from './provision.ts';
import { sameProvision, walk } from './tree.ts';

/** How two amendments drafted against one text stand in each other's way. */
export type ConflictClass =
  | 'same-words'
  | 'same-number'
  | 'same-place'
  | 'same-identity'
  | 'repeal-against-edit'
  | 'nested-repeal';

/** Two amendments that people must settle, with the provision at which they meet. */
interface Conflict {
  readonly class: ConflictClass;
  /** Provision by id. */
  readonly provision: string;
  readonly sentence: string;
}

/** What becomes of an amendment: what is left to do (nothing when the other has done it already), or a conflict. */
export type Mapped =
  | { readonly ok: true; readonly amendments: readonly Amendment[] }
  | { readonly ok: false; readonly conflict: Conflict };

/**
 * Rewrites an amendment so that it applies after another that was drafted against the same text. Where both ways are
 * defined they meet: `over` then the mapped amendment gives the text that the amendment then the mapped `over` gives.
 */
export function mapAmendment(amendment: Amendment, over: Amendment): Mapped {
  if (sameAmendment(amendment, over)) return { ok: true, amendments: [] };
  switch (amendment.kind) {
    case 'replace':
    case 'move':
    case 'split':
    case 'join':
      return conflict('same-words', amendment.target, `Both amendments touch "${amendment.target}".`);
    case 'substitute':
      return mapEdit(amendment, over);
    case 'renumber':
      return mapEdit(amendment, over);
    case 'insert':
      return mapInsert(amendment, over);
    case 'repeal':
      return mapRepeal(amendment, over);
  }
}

type Of<K extends Amendment['kind']> = Extract<Amendment, { kind: K }>;

function mapEdit(amendment: Of<'substitute'> | Of<'renumber'>, over: Amendment): Mapped {
  const { target } = amendment;
  if (over.kind === 'repeal' && holds(over.provision, target)) {
    return conflict('repeal-against-edit', target, `"${target}" is edited by one amendment and repealed by the other.`);
  }
  if (amendment.kind === 'renumber') {
    if (numbersGivenBy(over).some((number) => number === amendment.to)) return sameNumber(target, amendment.to);
    if (over.kind !== 'renumber' || over.target !== target) return unchanged(amendment);
    return conflict(
      'same-number',
      target,
      `"${target}" is renumbered ${write(amendment.to)} by one amendment and ${write(over.to)} by the other.`,
    );
  }
  if (over.kind !== 'substitute' || over.target !== target) return unchanged(amendment);
  const to = merge(amendment, over);
  if (to === null) return conflict('same-words', target, `Both amendments change the same words of "${target}".`);
  return sameWording(to, over.to) ? { ok: true, amendments: [] } : unchanged({ ...amendment, from: over.to, to });
}

/** Both changes of one wording, heading and text apart; null when both change the same of the two differently. */
function merge(one: Of<'substitute'>, other: Of<'substitute'>): Wording | null {
  const heading = pick(one.from.heading, one.to.heading, other.to.heading);
  const text = pick(one.from.text, one.to.text, other.to.text);
  return heading === undefined || text === undefined ? null : { heading, text };
}

function pick<T>(from: T, one: T, other: T): T | undefined {
  if (one === from || one === other) return other;
  return other === from ? one : undefined;
}

function mapInsert(amendment: Of<'insert'>, over: Amendment): Mapped {
  const { at, provision } = amendment;
  const number = numbersGivenBy(amendment).find((given) => numbersGivenBy(over).includes(given));
  if (over.kind === 'insert') {
    const taken = idsOf(provision).find((id) => idsOf(over.provision).includes(id));
    if (taken !== undefined) return conflict('same-identity', taken, `Both amendments insert a provision "${taken}".`);
    if (samePlace(at, over.at)) {
      return conflict(
        'same-place',
        provision.id,
        `Both amendments insert at one place, "${provision.id}" and "${over.provision.id}"; their order is not given.`,
      );
    }
  }
  if (number !== undefined) return sameNumber(provision.id, number);
  if (over.kind !== 'repeal') return unchanged(amendment);
  if (at.parent !== null && holds(over.provision, at.parent)) {
    return conflict(
      'repeal-against-edit',
      at.parent,
      `"${provision.id}" is inserted under "${at.parent}", which the other amendment repeals.`,
    );
  }
  return unchanged({ ...amendment, at: withoutRepealed(at, over) });
}

function mapRepeal(amendment: Of<'repeal'>, over: Amendment): Mapped {
  const { at, provision } = amendment;
  if (over.kind === 'repeal') {
    if (holds(provision, over.provision.id) || holds(over.provision, provision.id)) {
      return conflict(
        'nested-repeal',
        provision.id,
        `One amendment repeals a part of what the other repeals, at "${provision.id}".`,
      );
    }
    return unchanged({ ...amendment, at: withoutRepealed(at, over) });
  }
  const edited = over.kind === 'insert' ? over.at.parent : subjectOf(over);
  if (edited !== null && holds(provision, edited)) {
    return conflict('repeal-against-edit', edited, `"${edited}" is edited by one amendment and repealed by the other.`);
  }
  const before = over.kind === 'insert' && samePlace(at, over.at);
  return unchanged(before ? { ...amendment, at: { ...at, after: over.provision.id } } : amendment);
}

/** The same place when the provision before it has been repealed. */
function withoutRepealed(at: Place, over: Of<'repeal'>): Place {
  return at.after === over.provision.id ? { ...at, after: over.at.after } : at;
}

/** Numbers that stand alone (`G3.29`) and that an amendment newly prints; numbers in brackets are local and cannot clash by themselves. */
function numbersGivenBy(amendment: Amendment): readonly string[] {
  const numbers =
    amendment.kind === 'renumber'
      ? [amendment.to]
      : amendment.kind === 'insert'
        ? walk({ provisions: [amendment.provision] }).map((visited) => visited.provision.number)
        : [];
  return numbers.filter((number) => number !== null).filter((number) => !number.startsWith('('));
}

function sameAmendment(a: Amendment, b: Amendment): boolean {
  if (a.kind === 'insert' || a.kind === 'repeal') {
    return b.kind === a.kind && samePlace(a.at, b.at) && sameProvision(a.provision, b.provision);
  }
  if (a.kind === 'renumber') return b.kind === 'renumber' && a.target === b.target && a.to === b.to;
  return a.kind === 'substitute' && b.kind === 'substitute' && a.target === b.target && sameWording(a.to, b.to);
}

function samePlace(a: Place, b: Place): boolean {
  return a.parent === b.parent && a.after === b.after;
}

function holds(provision: Provision, id: string): boolean {
  return idsOf(provision).includes(id);
}

function idsOf(provision: Provision): string[] {
  return walk({ provisions: [provision] }).map((visited) => visited.provision.id);
}

function unchanged(amendment: Amendment): Mapped {
  return { ok: true, amendments: [amendment] };
}

function conflict(conflictClass: ConflictClass, provision: string, sentence: string): Mapped {
  return { ok: false, conflict: { class: conflictClass, provision, sentence } };
}

function sameNumber(provision: string, number: string | null): Mapped {
  return conflict('same-number', provision, `Both amendments give the number ${write(number)}.`);
}

function write(number: string | null): string {
  return number === null ? 'no number' : `“${number}”`;
}
