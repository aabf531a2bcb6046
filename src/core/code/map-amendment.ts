import { type Amendment, type Division, samePlace, sameWording } from './amendment.ts';
import { type Conflict, clashOf, idsOf, isWordEdit, sideOf, termOrder } from './amendment-clash.ts';
import {
  editOf,
  growth,
  replacementsOf,
  type Splice,
  shiftSplices,
  spliced,
  type WordEdit,
} from './amendment-words.ts';
import { applyAmendment } from './apply-amendment.ts';
import type { Place, Provision } from './provision.ts';
import { sameProvision } from './tree.ts';

/** What becomes of an amendment: what is left to do (nothing when the other has done it already), or a conflict. */
export type Mapped =
  | { readonly ok: true; readonly amendments: readonly Amendment[] }
  | { readonly ok: false; readonly conflict: Conflict };

/**
 * Rewrites an amendment so that it applies after another that was drafted against the same text. Where one way is
 * defined so is the other, and they meet: `over` then the mapped amendment gives the text that the amendment then the
 * mapped `over` gives. The two see no more of the text than they carry: of two moves, each under the other, both map
 * and neither then applies.
 */
export function mapAmendment(amendment: Amendment, over: Amendment): Mapped {
  if (sameAmendment(amendment, over)) return { ok: true, amendments: [] };
  const conflict = clashOf(amendment, over);
  if (conflict !== null) return { ok: false, conflict };
  return { ok: true, amendments: mapped(amendment, over) };
}

function mapped(amendment: Amendment, over: Amendment): readonly Amendment[] {
  switch (amendment.kind) {
    case 'renumber':
      return [amendment];
    case 'insert': {
      const at = gapAfter(amendment.at, over);
      // of two definitions at one place the terms give the order
      const follows = over.kind === 'insert' && samePlace(amendment.at, over.at) && termOrder(amendment, over) > 0;
      return [{ ...amendment, at: follows ? { ...at, after: over.provision.id } : at }];
    }
    case 'repeal':
      return [{ ...amendment, at: standingAfter(amendment.at, over) }];
    case 'move': {
      const from = standingAfter(amendment.from, over);
      const gap = gapAfter(amendment.to, over);
      const to = gap.after === amendment.target ? { ...gap, after: from.after } : gap;
      return samePlace(from, to) ? [] : [{ ...amendment, from, to }];
    }
    case 'split':
    case 'join':
      return [divisionAfter(amendment, over)];
    case 'substitute':
    case 'replace':
      if (over.kind === 'split') return editAfterSplit(amendment, over);
      if (over.kind === 'join') return editAfterJoin(amendment, over);
      return isWordEdit(over) && over.target === amendment.target ? editAfterEdit(amendment, over) : [amendment];
  }
}

/** Where a provision that stood at a place stands once the other amendment has been made. */
function standingAfter(place: Place, over: Amendment): Place {
  switch (over.kind) {
    case 'insert':
      return samePlace(place, over.at) ? { ...place, after: over.provision.id } : place;
    case 'move': {
      const left = place.after === over.target ? { ...place, after: over.from.after } : place;
      return samePlace(left, over.to) ? { ...left, after: over.target } : left;
    }
    case 'split':
      return place.after === over.target ? { ...place, after: over.provision.id } : place;
    default:
      return gapAfter(place, over);
  }
}

/** The same place between provisions once the other amendment, which does not fill it, has been made. */
function gapAfter(place: Place, over: Amendment): Place {
  if (over.kind === 'repeal' && place.after === over.provision.id) return { ...place, after: over.at.after };
  if (over.kind === 'join' && place.after === over.provision.id) return { ...place, after: over.target };
  return place;
}

function divisionAfter(division: Division, over: Amendment): Division {
  if (!isWordEdit(over) && over.kind !== 'renumber') return division;
  const { target, at, between, provision } = division;
  if (over.target !== target) {
    return idsOf(provision).includes(over.target) ? { ...division, provision: amended(provision, over) } : division;
  }
  const splices = over.kind === 'renumber' ? [] : (editOf(over, 'text') ?? []);
  const side = (which: 'first' | 'second'): readonly Splice[] =>
    division.kind === 'join' && which === 'first'
      ? splices
      : splices.filter((splice) => division.kind === 'split' && sideOf(splice, division) === which);
  const second = shifted(side('second'), -(at + between.length));
  return {
    ...division,
    at: at + growth(side('first')),
    provision: { ...provision, text: spliced(provision.text, second) },
  };
}

/** A provision with an amendment of it, or of one below it, made. */
function amended(provision: Provision, amendment: Amendment): Provision {
  const applied = applyAmendment({ code: '', title: '', provisions: [provision] }, amendment);
  return applied.ok ? (applied.text.provisions[0] as Provision) : provision;
}

function editAfterSplit(edit: WordEdit, split: Division): readonly Amendment[] {
  if (edit.target !== split.target) return [edit];
  const { at, between, provision } = split;
  const splices = editOf(edit, 'text') ?? [];
  const first = splices.filter((splice) => sideOf(splice, split) === 'first');
  const second = shifted(
    splices.filter((splice) => sideOf(splice, split) === 'second'),
    -(at + between.length),
  );
  if (edit.kind === 'substitute') {
    const text = edit.from.text.slice(0, at);
    const { heading } = provision;
    const { target } = edit;
    const [from, to] = [
      { ...edit.from, text },
      { ...edit.to, text: spliced(text, first) },
    ];
    const last: Amendment = {
      kind: 'substitute',
      target: provision.id,
      from: { heading, text: provision.text },
      to: { heading, text: spliced(provision.text, second) },
    };
    return [
      ...(sameWording(from, to) ? [] : [{ kind: 'substitute' as const, target, from, to }]),
      ...(second.length === 0 ? [] : [last]),
    ];
  }
  if (edit.field === 'heading') return [edit];
  const parts = [
    { ...edit, at: first.map((splice) => splice.from) },
    { ...edit, target: provision.id, at: second.map((splice) => splice.from) },
  ];
  return parts.filter((part) => part.at.length > 0);
}

function editAfterJoin(edit: WordEdit, { target, at, between, provision }: Division): readonly Amendment[] {
  const rest = between + provision.text;
  if (edit.target === target && edit.kind === 'substitute') {
    const [from, to] = [edit.from, edit.to].map((one) => ({ ...one, text: one.text + rest })) as [
      typeof edit.from,
      typeof edit.to,
    ];
    return [{ ...edit, from, to }];
  }
  if (edit.target !== provision.id) return [edit];
  const second = at + between.length;
  if (edit.kind === 'replace') return [{ ...edit, target, at: edit.at.map((offset) => offset + second) }];
  const before = ' '.repeat(second) + provision.text;
  return replacementsOf(target, 'text', before, shifted(editOf(edit, 'text') ?? [], second));
}

function editAfterEdit(edit: WordEdit, over: WordEdit): readonly Amendment[] {
  if (edit.kind === 'replace') {
    const left = shiftSplices(editOf(edit, edit.field) ?? [], editOf(over, edit.field) ?? []) ?? [];
    return left.length === 0 ? [] : [{ ...edit, at: left.map((splice) => splice.from) }];
  }
  const [heading, text] = [fieldAfter(edit, over, 'heading'), fieldAfter(edit, over, 'text')];
  const from = { heading: heading.from, text: text.from ?? '' };
  const to = { heading: heading.to, text: text.to ?? '' };
  return sameWording(from, to) ? [] : [{ ...edit, from, to }];
}

/** One field of a substitution that is made after another edit of the same provision. */
function fieldAfter(
  edit: Extract<WordEdit, { kind: 'substitute' }>,
  over: WordEdit,
  field: 'heading' | 'text',
): { readonly from: string | null; readonly to: string | null } {
  const [own, other] = [editOf(edit, field), editOf(over, field)];
  if (other?.length === 0) return { from: edit.from[field], to: edit.to[field] };
  const from = over.kind === 'substitute' ? over.to[field] : spliced(edit.from[field] ?? '', other ?? []);
  // with nothing of its own to do, or a heading that both give or take alike, it leaves what it finds
  const left = own === null || other === null ? [] : (shiftSplices(own, other) ?? []);
  return { from, to: left.length === 0 ? from : spliced(from ?? '', left) };
}

function shifted(splices: readonly Splice[], by: number): readonly Splice[] {
  return splices.map(({ from, to, words }) => ({ from: from + by, to: to + by, words }));
}

function sameAmendment(a: Amendment, b: Amendment): boolean {
  switch (a.kind) {
    case 'insert':
    case 'repeal':
      return b.kind === a.kind && samePlace(a.at, b.at) && sameProvision(a.provision, b.provision);
    case 'renumber':
      return b.kind === 'renumber' && a.target === b.target && a.to === b.to;
    case 'substitute':
      return b.kind === 'substitute' && a.target === b.target && sameWording(a.to, b.to);
    case 'replace':
      return (
        b.kind === 'replace' &&
        a.target === b.target &&
        a.field === b.field &&
        a.find === b.find &&
        a.with === b.with &&
        a.at.join() === b.at.join()
      );
    case 'move':
      return b.kind === 'move' && a.target === b.target && samePlace(a.to, b.to);
    case 'split':
    case 'join':
      return (
        b.kind === a.kind &&
        a.target === b.target &&
        a.at === b.at &&
        a.between === b.between &&
        sameProvision(a.provision, b.provision)
      );
  }
}
