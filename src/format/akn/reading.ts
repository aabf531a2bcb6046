import type { Provision, ProvisionKind } from '../../core/code/provision.ts';
import type { XmlElement } from '../xml/scan.ts';
import type { Remarks } from './remarks.ts';

/** One file as it is being read. */
export interface Reading {
  /** Whether this program wrote the file, so that what it writes of itself needs no remark. */
  readonly isOurs: boolean;
  readonly remarks: Remarks;
  /** Identities given so far. */
  readonly ids: Set<string>;
  /** How often each name was wanted for an identity, so that the next of many is found at once. */
  readonly wanted: Map<string, number>;
  /** Notes that stand apart from the words that they are of, by their eId. */
  readonly notes: ReadonlyMap<string, XmlElement>;
}

/** A provision that is being read. Local to one reading. */
export interface Growing {
  readonly id: string;
  kind: ProvisionKind;
  number: string | null;
  heading: string | null;
  readonly lines: string[];
  readonly children: Provision[];
  /** Whether words that come now stand in it, or would come after what is below it. */
  takesWords: boolean;
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Longer names are cut: an identity is written often. */
const LONGEST_ID = 120;

/** Starts a provision for an element: with the identity that the file gives it, or else one made of its eId or its place. */
export function grow(reading: Reading, element: XmlElement, kind: ProvisionKind, above: string | null): Growing {
  return start(identify(reading, element, above), kind);
}

/** Starts a provision that has no element of its own, after the one that it stands in. */
export function growBelow(reading: Reading, kind: ProvisionKind, above: string | null): Growing {
  return start(unique(reading, `${above ?? 'text'}-${kind}`), kind);
}

/** The provision that was read. */
export function grown({ id, kind, number, heading, lines, children }: Growing): Provision {
  return { id, kind, number, heading, text: lines.join('\n'), children };
}

function start(id: string, kind: ProvisionKind): Growing {
  return { id, kind, number: null, heading: null, lines: [], children: [], takesWords: true };
}

function identify(reading: Reading, { attributes, local }: XmlElement, above: string | null): string {
  const own = attributes.get('wId') ?? attributes.get('GUID');
  if (own !== undefined && ID.test(own) && !reading.ids.has(own)) {
    reading.ids.add(own);
    return own;
  }
  const named = slugOf(attributes.get('eId') ?? attributes.get('id') ?? own ?? '');
  return unique(reading, named === '' ? `${above ?? 'text'}-${slugOf(local)}` : named);
}

function unique({ ids, wanted }: Reading, name: string): string {
  const stem = name.slice(0, LONGEST_ID).replace(/-$/, '');
  let again = wanted.get(stem) ?? 0;
  let id: string;
  do {
    again += 1;
    id = again === 1 ? stem : `${stem}-${again}`;
  } while (ids.has(id));
  wanted.set(stem, again);
  ids.add(id);
  return id;
}

function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
