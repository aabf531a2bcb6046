import type { DocumentInstrument, DocumentVersion, InForce, LifeEvent } from '../../core/code/document-file.ts';
import { linksOf } from '../../core/code/links.ts';
import type { Provision } from '../../core/code/provision.ts';
import { walk } from '../../core/code/tree.ts';
import { formatDay } from '../../core/kernel/day.ts';
import { block, escapeText, inline, tag } from '../xml/write.ts';
import { expressionOf, type Identified, identification, SPEAKERS } from './identification.ts';
import { naming } from './naming.ts';
import { AKN, OURS } from './vocabulary.ts';
import { plainText, termId, writeProvisions } from './write-text.ts';

/** A body may not be empty: what stands in one that has no provisions. */
const NOTHING = tag('hcontainer', { eId: 'hcontainer_1', name: 'empty' }, '/>');

/** A version of an instrument as an Akoma Ntoso 3.0 act; the same version gives the same bytes. */
export async function writeAknDocument(version: DocumentVersion): Promise<Uint8Array> {
  const { instrument, text, provisions, life } = version;
  const eIds = eIdsOf(text.provisions);
  const links = linksOf(text);
  const identified = identify(version);
  const within = new Set(walk({ provisions }).map((visited) => visited.provision.id));
  const times = life === null ? null : timesOf(life.events, life.provisions);
  const body = writeProvisions(provisions, null, {
    eId: ({ id }) => eIds.get(id) ?? id,
    periodOf: (id) => times?.groupOf(id) ?? null,
    linksOf: (id) => links.of.get(id) ?? [],
    hrefOf: (id) => (within.has(id) ? `#${eIds.get(id)}` : `${expressionOf(identified)}/!main#${eIds.get(id)}`),
  });
  const used = [...within].flatMap((id) => (links.of.get(id) ?? []).flatMap((link) => link.targets));
  const named = new Set([...within, ...used]);
  const terms = walk(text).flatMap(({ provision }) =>
    isTerm(provision) && named.has(provision.id) ? [termOf(provision)] : [],
  );
  const meta = [
    ...identification(identified),
    ...(life === null ? [] : lifecycle(life.events)),
    ...(times === null || times.groups.length === 0 ? [] : block('temporalData', { source: OURS }, times.groups)),
    ...block('references', { source: OURS }, [
      tag('original', { eId: 'original', href: identified.work, showAs: instrument.title }, '/>'),
      ...(life?.events ?? []).flatMap((event, index) => (event.source === null ? [] : [madeBy(event.source, index)])),
      ...SPEAKERS,
      ...(life === null ? [] : [IN_FORCE]),
      ...terms,
    ]),
  ];
  const preface = block('preface', {}, [
    `<p>${inline('docTitle', {}, escapeText(instrument.title))}</p>`,
    inline('p', {}, escapeText(instrument.notice)),
  ]);
  return bytesOf('act', 'code', version.version.source === null ? 'originalVersion' : 'singleVersion', [
    ...block('meta', {}, meta),
    ...preface,
    ...block('body', {}, body.length === 0 ? [NOTHING] : body),
  ]);
}

/** A whole file. */
export function bytesOf(element: string, name: string, contains: string, lines: readonly string[]): Uint8Array {
  const root = block('akomaNtoso', { xmlns: AKN }, block(element, { name, contains }, lines));
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${root.join('\n')}\n`);
}

/** The work of an instrument: it began with its first text. */
export function workOf({ id, since }: DocumentInstrument): string {
  return `/akn/gb/act/code/${formatDay(since)}/${id}`;
}

/** The eId that every provision of a text has in a file of the whole text, and of a part of it. */
export function eIdsOf(provisions: readonly Provision[]): ReadonlyMap<string, string> {
  const plain = plainText(naming());
  const eIds = new Map<string, string>();
  writeProvisions(provisions, null, {
    ...plain,
    eId: (provision, element, above) => {
      const eId = plain.eId(provision, element, above);
      eIds.set(provision.id, eId);
      return eId;
    },
  });
  return eIds;
}

function identify({ instrument, document, version }: DocumentVersion): Identified {
  return {
    work: workOf(instrument),
    component: document ?? 'main',
    since: instrument.since,
    from: version.inForceFrom,
    subtype: 'code',
    number: instrument.id,
    title: instrument.title,
    shortTitle: instrument.shortTitle,
    label: version.label,
  };
}

const IN_FORCE = tag('TLCConcept', { eId: 'inForce', href: '/akn/ontology/concept/inForce', showAs: 'In force' }, '/>');

function isTerm({ kind, heading }: Provision): boolean {
  return kind === 'definition' && heading !== null;
}

function termOf({ id, heading }: Provision): string {
  return tag('TLCTerm', { eId: termId(id), href: `/akn/ontology/term/${id}`, showAs: heading }, '/>');
}

function madeBy({ kind, reference }: NonNullable<LifeEvent['source']>, index: number): string {
  const href = kind === 'modification' ? `/akn/gb/bill/modification/${reference}` : `/akn/gb/doc/${kind}/${index}`;
  return tag('passiveRef', { eId: `by_${index}`, href: encodeURI(href), showAs: reference }, '/>');
}

function lifecycle(events: readonly LifeEvent[]): string[] {
  const lines = events.map(({ inForceFrom, source }, index) => {
    const made =
      source === null ? { source: '#original', type: 'generation' } : { source: `#by_${index}`, type: 'amendment' };
    return tag('eventRef', { eId: `e_${index}`, date: formatDay(inForceFrom), ...made }, '/>');
  });
  return block('lifecycle', { source: OURS }, lines);
}

/** The days on which provisions read as they do, each different run of days once. */
function timesOf(events: readonly LifeEvent[], provisions: ReadonlyMap<string, InForce>) {
  const eventOn = new Map(events.map((event, index) => [event.inForceFrom, `#e_${index}`]));
  const ids = new Map<string, string>();
  const groups: string[] = [];
  const groupOf = (id: string): string | null => {
    const during = provisions.get(id);
    if (during === undefined) return null;
    const { inForceFrom, until } = during;
    const key = `${inForceFrom} ${until}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    const eId = `tmpg_${ids.size + 1}`;
    const end = until === null ? null : (eventOn.get(until) ?? null);
    const days = tag('timeInterval', { start: eventOn.get(inForceFrom) ?? null, end, refersTo: '#inForce' }, '/>');
    groups.push(...block('temporalGroup', { eId }, [days]));
    ids.set(key, `#${eId}`);
    return `#${eId}`;
  };
  return { groupOf, groups };
}
