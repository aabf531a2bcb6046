import { namesOf } from '../code/names.ts';
import type { CodeText, ProvisionKind } from '../code/provision.ts';
import { groundOf, type Standing } from '../code/standing.ts';
import { type DutyWords, dutyWordsIn } from './duty-words.ts';

/** A place at which a text lays a duty, and what is bound there. */
export interface DutyPlace {
  /** Identity of the provision whose words these are. */
  readonly provision: string;
  /** Its printed reference. */
  readonly reference: string;
  /** The document in which it stands, by identity. */
  readonly section: string;
  /** All that the provision says. */
  readonly text: string;
  readonly words: DutyWords & { readonly modality: NonNullable<DutyWords['modality']> };
  /** Obligations (by id) bound to it, to what it stands in, or to a limb that it introduces. */
  readonly obligations: readonly string[];
  /** Limbs that the words introduce and that no obligation is bound to, by printed reference; empty where all are. */
  readonly missing: readonly string[];
  readonly state: 'covered' | 'partly' | 'uncovered';
}

/** How much of a document is bound: provisions with words of their own, each counted once. */
export interface SectionCoverage {
  readonly id: string;
  readonly reference: string;
  readonly heading: string | null;
  /** Provisions to which an obligation is bound, all of what they introduce included. */
  readonly covered: number;
  /** Provisions that lay a duty to which none is bound, or not for every limb. */
  readonly uncovered: number;
  /** Provisions without any words of duty to which none is bound. */
  readonly silent: number;
  readonly duties: number;
  readonly dutiesCovered: number;
  /** Obligations (by id) bound here under which no words of duty were found. */
  readonly unworded: readonly string[];
}

/** How much of a text is bound by obligations. */
export interface Coverage {
  /** In reading order, as are the duties. */
  readonly sections: readonly SectionCoverage[];
  readonly duties: readonly DutyPlace[];
  /** How often `shall` or the like says what something means, which is no duty. */
  readonly meanings: number;
}

/** Kinds of which the limbs of an introduction are. */
const LIMBS: ReadonlySet<ProvisionKind> = new Set(['clause', 'paragraph', 'sub-paragraph']);

/**
 * Holds the duties in a text to the obligations bound to it: `boundTo` gives, by identity of a provision, obligations by
 * id. What is bound to a provision is bound to all below it; words that introduce limbs (`… shall:`) lay a duty for each.
 */
export function coverageOf(text: CodeText, boundTo: ReadonlyMap<string, readonly string[]>): Coverage {
  const names = namesOf(text);
  const nameOf = ({ provision: { id } }: Standing): string => names.get(id) ?? id;
  const { order } = groundOf(text);
  const within = boundWithin(order, boundTo);
  const counts = new Map<Standing, Counting>();
  const duties: DutyPlace[] = [];
  let meanings = 0;
  for (const standing of order) {
    const { provision } = standing;
    const section = topOf(standing);
    const count = counts.get(section) ?? blank(section, nameOf(section));
    counts.set(section, count);
    if (provision.text.trim() === '') continue;
    const own = boundAbove(standing, boundTo);
    const limbs = introduces(provision.text)
      ? standing.children.filter(({ provision: { kind } }) => LIMBS.has(kind))
      : [];
    const below = own.length > 0 ? [] : limbs.map((limb) => ({ limb, bound: within.get(limb) ?? [] }));
    const missing = below.filter(({ bound }) => bound.length === 0).map(({ limb }) => nameOf(limb));
    const obligations = [...new Set([...own, ...below.flatMap(({ bound }) => bound)])];
    const state = obligations.length === 0 ? 'uncovered' : missing.length > 0 ? 'partly' : 'covered';
    const found = dutyWordsIn(provision.text);
    const laid = found.filter((words): words is DutyPlace['words'] => words.modality !== null);
    meanings += found.length - laid.length;
    for (const words of laid) {
      const { id, text: says } = provision;
      const place = { provision: id, reference: nameOf(standing), section: section.provision.id, text: says };
      duties.push({ ...place, words, obligations, missing: state === 'uncovered' ? [] : missing, state });
    }
    count.duties += laid.length;
    if (state === 'covered') count.dutiesCovered += laid.length;
    if (state === 'covered' && (own.length > 0 || laid.length > 0)) count.covered += 1;
    else if (laid.length > 0) count.uncovered += 1;
    else count.silent += 1;
  }
  const worded = new Set(duties.flatMap(({ obligations }) => obligations));
  for (const standing of order) {
    const count = counts.get(topOf(standing));
    const unworded = (boundTo.get(standing.provision.id) ?? []).filter((one) => !worded.has(one));
    if (count !== undefined) count.unworded = [...new Set([...count.unworded, ...unworded])];
  }
  return { sections: [...counts.values()], duties, meanings };
}

type Counting = { -readonly [K in keyof SectionCoverage]: SectionCoverage[K] };

function blank({ provision: { id, heading } }: Standing, reference: string): Counting {
  return { id, reference, heading, covered: 0, uncovered: 0, silent: 0, duties: 0, dutiesCovered: 0, unworded: [] };
}

function topOf(standing: Standing): Standing {
  let at = standing;
  while (at.parent !== null) at = at.parent;
  return at;
}

/** Obligations bound to a provision or to what it stands in. */
function boundAbove(standing: Standing, boundTo: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found: string[] = [];
  for (let at: Standing | null = standing; at !== null; at = at.parent)
    found.push(...(boundTo.get(at.provision.id) ?? []));
  return found;
}

/** By provision: obligations bound to it or to anything below it. */
function boundWithin(order: readonly Standing[], boundTo: ReadonlyMap<string, readonly string[]>) {
  const within = new Map<Standing, readonly string[]>();
  for (const standing of order.toReversed()) {
    const below = standing.children.flatMap((child) => within.get(child) ?? []);
    const all = [...(boundTo.get(standing.provision.id) ?? []), ...below];
    if (all.length > 0) within.set(standing, all);
  }
  return within;
}

function introduces(text: string): boolean {
  return /[:—–-]\s*$/u.test(text);
}

/** `1 obligation is bound here although no words of duty were found`. */
export function unwordedText({ length }: readonly unknown[]): string {
  return `${length} ${length === 1 ? 'obligation is' : 'obligations are'} bound here although no words of duty were found`;
}
