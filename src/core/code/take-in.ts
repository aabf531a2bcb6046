import type { Day } from '../kernel/day.ts';
import { VERSION_LABEL } from '../kernel/version-label.ts';
import type { Amendment } from './amendment.ts';
import type { CodeEvent } from './code-event.ts';
import type { ReadDocument } from './document-file.ts';
import { amendmentsBetween, withIdentitiesOf } from './drafting.ts';
import type { CodeText, Provision } from './provision.ts';
import { labelsAfter, latestLabel } from './publish-version.ts';
import { walk } from './tree.ts';
import { type CodeHistory, compareLabels, timelineOf, versionOn } from './version.ts';

/** What a file is taken in as. */
export interface TakingIn {
  readonly instrument: string;
  /** The document that it is, by the id of its provision; null when it is the whole text. */
  readonly document: string | null;
  readonly fileName: string;
  readonly inForceFrom: Day;
  /** The instrument that makes the version, as people name it; null where the file alone is known. */
  readonly madeBy: string | null;
}

type Adopted = Extract<CodeEvent, { readonly type: 'code-adopted' }>;

/** The first text of an instrument, out of a file: its notice says whence the words come. */
export function adoptionOf(read: ReadDocument, taking: TakingIn): Adopted {
  const { instrument, document, fileName, inForceFrom, madeBy } = taking;
  const title = read.title ?? instrument;
  const text = { code: instrument, title, provisions: asDocument(read, document) };
  const label = read.label !== null && VERSION_LABEL.test(read.label) ? read.label : '1.0';
  const notice = `Imported text: these are the words of ${fileName}${madeBy === null ? '' : ` (made by ${madeBy})`}, as its report says they were read.`;
  return {
    type: 'code-adopted',
    instrument,
    title,
    shortTitle: instrument.toUpperCase(),
    label,
    inForceFrom,
    text,
    notice,
  };
}

/**
 * The amendments that make the text in force on the day the one in a file: its one document or all of it. Null when no
 * text is in force on the day.
 */
export function amendmentsFrom(
  read: ReadDocument,
  history: CodeHistory,
  taking: TakingIn,
): readonly Amendment[] | null {
  const before = versionOn(timelineOf(history, null), taking.inForceFrom)?.text;
  if (before === undefined) return null;
  return read.amendments ?? amendmentsBetween(before, withDocument(before, read, taking.document));
}

/** The label of the version that a file becomes: its own where it comes after all that exist, or else the next. */
export function labelFor(read: ReadDocument, history: CodeHistory): string {
  const latest = latestLabel(history);
  if (read.label !== null && VERSION_LABEL.test(read.label) && compareLabels(read.label, latest) > 0) return read.label;
  return labelsAfter(history)[0] ?? latest;
}

/** The text with one document, or all of it, as a file has it. */
function withDocument(before: CodeText, read: ReadDocument, document: string | null): CodeText {
  const fresh = asDocument(read, document);
  if (document === null) return recognised(before, { ...before, provisions: fresh });
  const at = before.provisions.findIndex((provision) => provision.id === document);
  const old = { ...before, provisions: before.provisions.filter((_, index) => index === at) };
  const others = before.provisions.filter((_, index) => index !== at);
  const taken = new Set(walk({ provisions: others }).map(({ provision }) => provision.id));
  const mine = distinct(recognised(old, { ...before, provisions: fresh }).provisions, taken, document);
  const provisions =
    at === -1 ? [...others, ...mine] : before.provisions.flatMap((one, index) => (index === at ? mine : [one]));
  return { ...before, provisions };
}

/** A file that kept few of the identities that it could know is paired as a reader would pair it. */
function recognised(before: CodeText, after: CodeText): CodeText {
  const known = new Set(walk(before).map(({ provision }) => provision.id));
  const ids = walk(after).map(({ provision }) => provision.id);
  const kept = ids.filter((id) => known.has(id)).length;
  if (known.size === 0 || kept * 2 >= ids.length) return after;
  const named = withIdentitiesOf(before, after);
  return { ...named, provisions: distinct(named.provisions, new Set(), 'text') };
}

/** What a file holds as one document of an instrument, or as its documents. */
function asDocument({ provisions, title }: ReadDocument, document: string | null): readonly Provision[] {
  if (document === null) return provisions;
  const [first] = provisions;
  const whole: Provision =
    first !== undefined && provisions.length === 1
      ? { ...first, id: document }
      : { id: document, kind: 'subsidiary-document', number: null, heading: title, text: '', children: provisions };
  return [{ ...whole, children: distinct(whole.children, new Set([document]), document) }];
}

/** Provisions with identities that are none of those taken, each once. */
function distinct(provisions: readonly Provision[], taken: ReadonlySet<string>, prefix: string): readonly Provision[] {
  const used = new Set(taken);
  const counted = new Map<string, number>();
  const rename = (provision: Provision): Provision => {
    let { id } = provision;
    for (let again = counted.get(provision.id) ?? 1; used.has(id); again += 1) {
      id = `${prefix}-${provision.id}${again === 1 ? '' : `-${again}`}`;
      counted.set(provision.id, again + 1);
    }
    used.add(id);
    return { ...provision, id, children: provision.children.map(rename) };
  };
  return provisions.map(rename);
}
