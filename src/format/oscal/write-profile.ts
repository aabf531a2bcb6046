import { z } from 'zod';
import { amendmentSchema } from '../../core/code/amendment.schema.ts';
import { type Amendment, subjectOf } from '../../core/code/amendment.ts';
import { applyAmendments } from '../../core/code/apply-amendment.ts';
import { namesOf } from '../../core/code/names.ts';
import { isDivision, type Provision } from '../../core/code/provision.ts';
import { findById, findByReference, sameProvision } from '../../core/code/tree.ts';
import type { DutyProfile, ProfiledText } from '../../core/document/duty-profile.ts';
import { formatDay, writeDay } from '../../core/kernel/day.ts';
import { wordingsSchema } from '../../core/kernel/reading.schema.ts';
import type { Wordings } from '../../core/kernel/reading.ts';
import { obligationSchema } from '../../core/obligation/obligation.schema.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { obligationChangeSchema } from '../../core/obligation/obligation-change.schema.ts';
import type { ObligationChange } from '../../core/obligation/obligation-change.ts';
import { owedInWords } from '../../core/obligation/owed-words.ts';
import { namespaceLosses } from './losses.ts';
import { writeLine, writeProse } from './markup.ts';
import { metadataOf } from './metadata.ts';
import { propsOf, wholePropsOf } from './records.ts';
import {
  bytesOf,
  OSCAL_MEDIA_TYPE,
  ours,
  type Part,
  type Property,
  permanentAddress,
  type Resource,
  some,
  statementId,
  tokenOf,
  uuidOf,
} from './vocabulary.ts';
import { holdersOf, statementOf } from './write-catalog.ts';

/** An addition to a control, or to a part of it by id. */
interface Add {
  readonly position: 'starting' | 'ending';
  readonly 'by-id'?: string;
  readonly title?: string;
  readonly props?: readonly Property[];
  readonly parts?: readonly Part[];
}

interface Alter {
  readonly removes: { readonly 'by-id': string }[];
  readonly adds: Add[];
}

/** A file of what binds a class or what a modification changes, and what could not be said in it. */
export interface WrittenProfile {
  readonly bytes: Uint8Array;
  readonly losses: readonly string[];
}

/** What binds a class on a day, or what a modification changes, as an OSCAL profile. The same profile gives the same bytes. */
export function writeOscalProfile(profile: DutyProfile): WrittenProfile {
  const catalogs = profile.texts.map((text) => new Catalog(text));
  const unplaced: Property[] = [];
  const losses: string[] = [];
  const address = addressOf(profile);

  let homeless = 0;
  profile.duties.forEach(({ obligation, words }, index) => {
    const props = dutyProps(obligation, words, index + 1);
    const catalog = catalogs.find(({ of }) => of.instrument.id === obligation.instrument);
    const place = catalog?.place(obligation.provision) ?? null;
    if (catalog === undefined || place === null) {
      unplaced.push(...props);
      homeless += 1;
      return;
    }
    const byId = place.id === place.control ? {} : { 'by-id': tokenOf(place.id) };
    catalog
      .alter(place.control)
      .adds.push({ position: 'ending', ...byId, props, parts: [guidance(obligation, index + 1)] });
  });
  if (homeless > 0) {
    losses.push(
      `${counted(homeless, 'duty stands', 'duties stand')} on a division or on a provision that is not in the text, which a profile cannot name: in the back matter.`,
    );
  }
  if (profile.asleep > 0) {
    losses.push(
      `${counted(profile.asleep, 'duty of the class has', 'duties of the class have')} no words in force on ${writeDay(profile.on)}: left out.`,
    );
  }

  const [first] = catalogs;
  if (first !== undefined && profile.amendments.length > 0) {
    const { props, outside } = amend(first, profile.amendments);
    unplaced.push(...props);
    if (outside > 0) {
      losses.push(
        `${counted(outside, 'provision', 'provisions')} that come or go as a whole, or divisions that change: a profile can add no control, so their amendments are in the back matter.`,
      );
    }
  }
  profile.changes.forEach((change, index) => {
    const readable = { obligation: change.obligation };
    unplaced.push(
      ...wholePropsOf(
        'change',
        `change-${index + 1}`,
        encoded<ObligationChange>(obligationChangeSchema, change),
        readable,
      ),
    );
  });
  losses.push(...namespaceLosses(profile));

  const instrument = profile.texts[0]?.instrument ?? { id: profile.code, title: profile.code };
  const alters = catalogs.flatMap((catalog) => catalog.altersInOrder());
  const content = {
    uuid: uuidOf(address),
    metadata: metadataOf({
      title: profile.of.title,
      version: formatDay(profile.on),
      day: profile.on,
      instrument,
      props: [
        ours('content', `${profile.of.kind}-profile`),
        ours(profile.of.kind, profile.of.id),
        ours('on', formatDay(profile.on)),
      ],
      address,
      remarks: [...new Set(profile.texts.map((one) => one.instrument.notice)), ...losses],
    }),
    imports: catalogs.map((catalog) => catalog.imported()),
    merge: { 'as-is': true },
    ...(alters.length === 0 ? {} : { modify: { alters } }),
    'back-matter': {
      resources: [
        ...catalogs.map((catalog) => catalog.resource()),
        ...profile.wordings.map((wording, index) => wordingResource(wording, index + 1, address)),
        ...(unplaced.length === 0
          ? []
          : [{ uuid: uuidOf(`${address}#unplaced`), title: 'What stands on no control', props: unplaced }]),
      ],
    },
  };
  return { bytes: bytesOf('profile', content), losses };
}

/** A text that a profile takes controls from, and what it does to them. */
class Catalog {
  readonly of: ProfiledText;
  readonly #holders: ReadonlyMap<string, string>;
  readonly #alters = new Map<string, Alter>();

  constructor(of: ProfiledText) {
    this.of = of;
    this.#holders = holdersOf(of.text.provisions);
  }

  /** The provision of a printed reference and the control that it is or is part of; null on a division. */
  place(reference: string): { readonly id: string; readonly control: string } | null {
    const found = findByReference(this.of.text, reference);
    return found === null ? null : this.placeOf(found.id);
  }

  placeOf(id: string): { readonly id: string; readonly control: string } | null {
    const control = this.#holders.get(id);
    const holder = control === undefined ? null : findById(this.of.text, control);
    return control === undefined || holder === null || isDivision(holder) ? null : { id, control };
  }

  alter(control: string): Alter {
    const known = this.#alters.get(control) ?? { removes: [], adds: [] };
    this.#alters.set(control, known);
    return known;
  }

  altersInOrder() {
    return this.#inOrder().map((id) => {
      const { removes, adds } = this.alter(id);
      return { 'control-id': tokenOf(id), ...some('removes', removes), ...some('adds', adds) };
    });
  }

  imported() {
    const ids = this.#inOrder().map(tokenOf);
    const href = `#${uuidOf(this.#address())}`;
    // a profile must take something from each; nothing is taken where no id is given
    return { href, 'include-controls': [ids.length === 0 ? { 'with-child-controls': 'no' } : { 'with-ids': ids }] };
  }

  resource(): Resource {
    const { instrument, version } = this.of;
    const day = formatDay(version.inForceFrom);
    return {
      uuid: uuidOf(this.#address()),
      title: writeLine(`${instrument.title}, version ${version.label}`),
      props: [ours('instrument', instrument.id), ours('version', version.label), ours('in-force-from', day)],
      rlinks: [
        { href: `${encodeURIComponent(instrument.id)}-${day}.oscal.json`, 'media-type': OSCAL_MEDIA_TYPE },
        { href: permanentAddress(instrument.id, null, day), 'media-type': 'text/html' },
      ],
    };
  }

  /** That of the catalog's own uuid, so that both files name one thing alike. */
  #address(): string {
    const { instrument, version } = this.of;
    return `${permanentAddress(instrument.id, null, formatDay(version.inForceFrom))}#${version.label}`;
  }

  /** Controls that are altered, in the order of the text. */
  #inOrder(): string[] {
    return [...this.#holders.keys()].filter((id) => this.#alters.has(id));
  }
}

/** The words of each control that amendments touch, as they read then; and the amendments themselves. */
function amend(catalog: Catalog, amendments: readonly Amendment[]) {
  const before = catalog.of.text;
  const applied = applyAmendments(before, amendments);
  if (!applied.ok) throw new Error(`The legal text does not apply: ${applied.fault}`);
  const names = namesOf(before);
  let outside = 0;
  const props: Property[] = [];
  const touched = new Set<string>();
  amendments.forEach((amendment, index) => {
    const group = `amendment-${index + 1}`;
    const subject = subjectOf(amendment);
    const readable = { kind: amendment.kind, provision: names.get(subject) ?? subject };
    props.push(...wholePropsOf('amendment', group, z.encode(amendmentSchema, amendment), readable));
    const above = amendment.kind === 'insert' ? amendment.at.parent : null;
    const place = catalog.placeOf(above ?? subject);
    const stays = place !== null && findById(applied.text, place.control) !== null;
    if (place !== null && stays) touched.add(place.control);
    else outside += 1;
  });
  for (const control of touched) {
    const [was, is] = [findById(before, control), findById(applied.text, control)] as [Provision, Provision];
    const alter = catalog.alter(control);
    if (sameProvision(was, is)) continue;
    if (statementOf(was).length > 0) alter.removes.push({ 'by-id': statementId(control) });
    const title = was.heading === is.heading || is.heading === null ? {} : { title: writeLine(is.heading) };
    const words = some('parts', statementOf(is));
    if ('title' in title || 'parts' in words) alter.adds.unshift({ position: 'starting', ...title, ...words });
  }
  return { props, outside };
}

function dutyProps(obligation: Obligation, words: DutyProfile['duties'][number]['words'], number: number): Property[] {
  const group = `duty-${number}`;
  const on =
    words === null
      ? []
      : [
          ours('words-version', words.version, { group }),
          ours('words-wording', words.wording, { group }),
          ours('words-from', formatDay(words.interval.from), { group }),
          ...(words.interval.until === null ? [] : [ours('words-until', formatDay(words.interval.until), { group })]),
        ];
  return [...propsOf('obligation', group, encoded<Obligation>(obligationSchema, obligation)), ...on];
}

/** What a person reads of a duty in a tool that knows nothing of our properties. */
function guidance({ title, bearers, ...owed }: Obligation, number: number): Part {
  const prose = writeProse(`${bearers.join(', ')} ${owedInWords(owed)}`);
  return { id: `duty-${number}_gdn`, name: 'guidance', title: writeLine(title), prose };
}

function wordingResource(wording: DutyProfile['wordings'][number], number: number, address: string): Resource {
  const { readings, ...own } = encoded<Wordings>(wordingsSchema, wording);
  const group = `wording-${number}`;
  const each = (readings as Record<string, unknown>[]).flatMap((reading, index) => {
    const within = `reading-${number}${String(index).padStart(3, '0')}`;
    return [...propsOf('reading', within, reading), ours('of', group, { group: within })];
  });
  return {
    uuid: uuidOf(`${address}#${wording.id}`),
    title: writeLine(wording.title),
    props: [...propsOf('wording', group, own), ...each],
  };
}

function addressOf({ of, code, on }: DutyProfile): string {
  const day = formatDay(on);
  return of.kind === 'class'
    ? `/obligations/oscal/${encodeURIComponent(of.id)}?${new URLSearchParams({ code, on: day })}`
    : `/modifications/${encodeURIComponent(of.id)}/file.oscal.json?on=${day}`;
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** A record as JSON would hold it. */
function encoded<T>(schema: z.ZodType<T>, value: T): Record<string, unknown> {
  return z.encode(schema, value) as Record<string, unknown>;
}
