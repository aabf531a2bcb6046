import type { DocumentVersion, InForce } from '../../core/code/document-file.ts';
import { type Links, linksOf } from '../../core/code/links.ts';
import { type Names, namesOf } from '../../core/code/names.ts';
import { isDivision, type Provision } from '../../core/code/provision.ts';
import { formatDay } from '../../core/kernel/day.ts';
import { lossesOf } from './losses.ts';
import { writeLine, writeProse } from './markup.ts';
import { metadataOf } from './metadata.ts';
import {
  bytesOf,
  type Control,
  type Group,
  type Link,
  OURS,
  ours,
  overviewId,
  type Part,
  type Property,
  permanentAddress,
  some,
  statementId,
  tokenOf,
  uuidOf,
} from './vocabulary.ts';

/** What is written of a text beside its words. */
interface Writing {
  readonly instrument: string;
  readonly day: string;
  readonly names: Names;
  readonly links: Links;
  /** The control or group that each provision of the file is, or is part of, by id. */
  readonly holders: ReadonlyMap<string, string>;
  readonly life: ReadonlyMap<string, InForce> | null;
}

/** A version of an instrument as an OSCAL catalog: divisions are groups, what stands in them controls, what is below those parts. */
export async function writeOscalCatalog(version: DocumentVersion): Promise<Uint8Array> {
  const { instrument, text, document, provisions, life } = version;
  const day = formatDay(version.version.inForceFrom);
  const names = namesOf(text);
  const writing: Writing = {
    instrument: instrument.id,
    day,
    names,
    links: linksOf(text),
    holders: holdersOf(provisions),
    life: life?.provisions ?? null,
  };
  const address = permanentAddress(instrument.id, document === null ? null : (names.get(document) ?? document), day);
  const { label } = version.version;
  return bytesOf('catalog', {
    uuid: uuidOf(`${address}#${label}`),
    metadata: metadataOf({
      title: instrument.title,
      version: label,
      day: version.version.inForceFrom,
      instrument,
      props: [ours('content', 'catalog'), ours('instrument', instrument.id), ours('in-force-from', day)],
      address,
      remarks: [instrument.notice, ...lossesOf(version)],
    }),
    ...contentOf(provisions, writing),
  });
}

function contentOf(provisions: readonly Provision[], writing: Writing) {
  if (!provisions.some(isDivision)) {
    return some(
      'controls',
      provisions.map((one) => controlOf(one, writing)),
    );
  }
  // OSCAL keeps groups apart from controls, so that controls between groups need one of their own to keep their place
  const groups: Group[] = [];
  let loose: Control[] = [];
  const close = (): void => {
    if (loose.length > 0) groups.push({ class: LOOSE, title: 'Outside any division', controls: loose });
    loose = [];
  };
  for (const one of provisions) {
    if (isDivision(one)) {
      close();
      groups.push(groupOf(one, writing));
    } else loose.push(controlOf(one, writing));
  }
  close();
  return { groups };
}

/** The class of a group that is no provision. */
export const LOOSE = 'loose';

function groupOf(provision: Provision, writing: Writing): Group {
  const { id, kind, text, children } = provision;
  const words = text === '' ? [] : [{ id: overviewId(id), name: 'overview', prose: writeProse(text) }];
  return {
    id: tokenOf(id),
    class: kind,
    title: titleOf(provision, writing),
    ...some('props', propsOf(provision, writing)),
    links: linksFrom([provision], id, writing),
    ...some('parts', words),
    ...contentOf(children, writing),
  };
}

function controlOf(provision: Provision, writing: Writing): Control {
  const { id, kind } = provision;
  return {
    id: tokenOf(id),
    class: kind,
    title: titleOf(provision, writing),
    ...some('props', propsOf(provision, writing)),
    links: linksFrom(withBelow(provision), id, writing),
    ...some('parts', statementOf(provision)),
  };
}

/** The words of a control and all that is below it as one part; none where there is neither. */
export function statementOf({ id, text, children }: Provision): Part[] {
  if (text === '' && children.length === 0) return [];
  const words = text === '' ? {} : { prose: writeProse(text) };
  return [{ id: statementId(id), name: 'statement', ...words, ...some('parts', children.map(partOf)) }];
}

const APART: ReadonlySet<Provision['kind']> = new Set(['table', 'header-row', 'row', 'cell', 'note', 'image']);

function partOf({ id, kind, number, heading, text, children }: Provision): Part {
  return {
    id: tokenOf(id),
    ...(APART.has(kind) ? { name: kind, ns: OURS } : { name: 'item' }),
    class: kind,
    ...(heading === null ? {} : { title: writeLine(heading) }),
    ...some('props', labelOf(number)),
    ...(text === '' ? {} : { prose: writeProse(text) }),
    ...some('parts', children.map(partOf)),
  };
}

/** A title, which OSCAL demands: of what has none the name by which it is referred to, marked as such. */
function titleOf({ id, heading }: Provision, { names }: Writing): string {
  return writeLine(heading ?? names.get(id) ?? id);
}

/** The value of the property `title` where the title of a group or control is none of the text. */
export const BY_NAME = 'by-name';

function propsOf({ id, number, heading }: Provision, { life }: Writing): Property[] {
  const days = life?.get(id);
  return [
    ...labelOf(number),
    ...(heading === null ? [ours('title', BY_NAME)] : []),
    ...(days === undefined ? [] : [ours('in-force-from', formatDay(days.inForceFrom))]),
    ...(days === undefined || days.until === null ? [] : [ours('in-force-until', formatDay(days.until))]),
  ];
}

function labelOf(number: string | null): Property[] {
  if (number === null) return [];
  const exact = ours('label', number);
  return [exact.class === undefined ? { name: 'label', value: number } : exact];
}

/** The permanent address of a provision, and the other groups and controls that the words name, each once. */
function linksFrom(provisions: readonly Provision[], own: string, writing: Writing): Link[] {
  const { instrument, names, day, links, holders } = writing;
  const named = provisions.flatMap(({ id }) =>
    (links.of.get(id) ?? []).flatMap(({ kind, targets }) => (kind === 'reference' ? targets : [])),
  );
  const to = new Set(named.flatMap((id) => holders.get(id) ?? []));
  to.delete(own);
  const name = names.get(own) ?? own;
  return [
    { href: permanentAddress(instrument, name, day), rel: 'canonical', text: writeLine(name) },
    ...[...to].map((id) => ({ href: `#${tokenOf(id)}`, rel: 'related', text: writeLine(names.get(id) ?? id) })),
  ];
}

function withBelow(provision: Provision): Provision[] {
  const all = [provision];
  for (const child of provision.children) all.push(...withBelow(child));
  return all;
}

/** By the id of each provision: the group or control that it is, or the control whose part it is. */
export function holdersOf(provisions: readonly Provision[]): ReadonlyMap<string, string> {
  const holders = new Map<string, string>();
  const visit = (siblings: readonly Provision[], control: string | null): void => {
    for (const one of siblings) {
      holders.set(one.id, control ?? one.id);
      visit(one.children, control ?? (isDivision(one) ? null : one.id));
    }
  };
  visit(provisions, null);
  return holders;
}
