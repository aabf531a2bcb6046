import type { Insertable, Selectable, Transaction } from 'kysely';
import type { RecordedEvent } from '../../app/ports.ts';
import type { CodeEvent } from '../../core/code/code-event.ts';
import { referenceOfPath } from '../../core/code/printed-reference.ts';
import type { CodeText, Provision } from '../../core/code/provision.ts';
import { foldCode, type InstrumentHistory } from '../../core/code/publish-version.ts';
import { walk } from '../../core/code/tree.ts';
import { type TextVersion, type Timeline, timelineOf, versionOn } from '../../core/code/version.ts';
import { canonicalJson } from '../../core/kernel/canonical-json.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { Inside, Tables } from '../tables.ts';
import { nameInStream, type Projection } from './projection.ts';

const COLUMNS = [
  'instrument',
  'provision_id',
  'reference',
  'lower',
  'upper',
  'label',
  'document',
  'inside',
  'provision',
] as const;

type Known = Pick<Selectable<Tables['provision_version']>, (typeof COLUMNS)[number]>;
type Row = Omit<Insertable<Tables['provision_version']>, 'known_from' | 'known_until'>;

/** Rows of one statement: PostgreSQL takes 65,535 parameters. */
const AT_A_TIME = 1000;

/**
 * Every provision's versions by days in force. A row that an event makes untrue stays, with until when it was known.
 * Only provisions that read otherwise on some day than they did before the event are looked at, so that a publication
 * costs what it changes and not what the code has been.
 */
export const projectProvisionVersions: Projection = async (recorded, { transaction, history }) => {
  if (!recorded.stream.startsWith('code/')) return;
  const instrument = nameInStream(recorded.stream);
  const past = (await history(recorded.stream, recorded.version)) as readonly RecordedEvent<CodeEvent>[];
  const after = foldCode(past);
  if (after === null) return;
  const before = foldCode(past.slice(0, -1));
  const from = before === null ? after.baseFrom : firstDifference(timelineOf(before, null), timelineOf(after, null));
  if (from === null) return;
  const texts = textsFrom(after, from);
  const touched = before === null ? new Set(texts[0]?.places.keys()) : touchedBy(before, texts);
  // What begins on the same day by an earlier label now begins by this one.
  if (before !== null) for (const id of await beginningOn(transaction, instrument, from)) touched.add(id);
  const known = before === null ? [] : await knownOf(transaction, instrument, [...touched]);
  const fresh = new Map<string, Row>();
  const knownById = Map.groupBy(known, (row) => row.provision_id);
  for (const id of touched) {
    for (const row of rowsOf(id, instrument, knownById.get(id) ?? [], texts, from)) fresh.set(identity(row), row);
  }
  const untrue = known.filter((row) => !fresh.delete(identity(row)));
  for (const rows of inParts(untrue)) {
    await transaction
      .updateTable('provision_version')
      .set({ known_until: recorded.recordedAt })
      .where('instrument', '=', instrument)
      .where('known_until', 'is', null)
      .where((e) =>
        e(
          e.refTuple('provision_id', 'lower'),
          'in',
          rows.map((row) => e.tuple(row.provision_id, row.lower)),
        ),
      )
      .execute();
  }
  const times = { known_from: recorded.recordedAt, known_until: null };
  for (const rows of inParts([...fresh.values()])) {
    await transaction
      .insertInto('provision_version')
      .values(rows.map((row) => ({ ...row, ...times })))
      .execute();
  }
};

interface Standing {
  readonly reference: string;
  readonly document: string;
  readonly own: Omit<Provision, 'children'>;
  readonly inside: Inside | null;
  readonly words: string;
}

/** A text of a day and all after it, by provision. */
interface TextFrom extends Pick<TextVersion, 'inForceFrom' | 'label'> {
  readonly places: Places;
}

/** The first day from which two timelines are not made of the same versions; null when they are. */
function firstDifference(before: Timeline, after: Timeline): Day | null {
  for (let at = 0; at < Math.max(before.length, after.length); at += 1) {
    const [one, other] = [before[at], after[at]];
    const sameText = one?.published?.amendments === other?.published?.amendments && one?.label === other?.label;
    if (sameText && one?.inForceFrom === other?.inForceFrom) continue;
    return Math.min(
      one?.inForceFrom ?? Number.POSITIVE_INFINITY,
      other?.inForceFrom ?? Number.POSITIVE_INFINITY,
    ) as Day;
  }
  return null;
}

/** The texts in force from a day on, each on one day at least. */
function textsFrom(history: InstrumentHistory, from: Day): readonly TextFrom[] {
  return timelineOf(history, null)
    .filter((version) => version.inForceFrom >= from && version.until !== version.inForceFrom)
    .map(({ text, inForceFrom, label }) => ({ inForceFrom, label, places: placesIn(text) }));
}

/** Provisions that read otherwise in one of the texts than on the same day before, by identity. */
function touchedBy(before: InstrumentHistory, texts: readonly TextFrom[]): Set<string> {
  const timeline = timelineOf(before, null);
  const touched = new Set<string>();
  for (const { places, inForceFrom } of texts) {
    const was = versionOn(timeline, inForceFrom)?.text;
    const old: Places = was === undefined ? new Map() : placesIn(was);
    for (const id of old.keys()) if (!places.has(id)) touched.add(id);
    for (const [id, here] of places) {
      const there = old.get(id);
      if (isSamePlace(there, here)) continue;
      if (there === undefined || standing(there).words !== standing(here).words) touched.add(id);
    }
  }
  return touched;
}

interface Place {
  readonly provision: Provision;
  readonly reference: string;
  /** The top of the tree that it stands in, by identity. */
  readonly document: string;
}

function isSamePlace(a: Place | undefined, b: Place): boolean {
  return a?.provision === b.provision && a.reference === b.reference && a.document === b.document;
}

type Places = ReadonlyMap<string, Place>;

/** Where the provisions of a text stand, by identity. */
function placesIn(text: CodeText): Places {
  const found = new Map<string, Place>();
  for (const { provision, path } of walk(text))
    found.set(provision.id, {
      provision,
      reference: referenceOfPath(path),
      document: (path[0] ?? provision).id,
    });
  return found;
}

function standing({ provision, reference, document }: Place): Standing {
  const { children: _, ...own } = provision;
  const inside = provision.id === document ? insideOf(provision) : null;
  return { reference, document, own, inside, words: canonicalJson([reference, document, own, inside]) };
}

function insideOf({ id, children }: Provision): Inside {
  return [id, ...children.map(insideOf)];
}

/** The rows of a provision: what it was until the day as it was, and from then on one for each run of days on which it reads the same. */
function rowsOf(
  id: string,
  instrument: string,
  known: readonly Known[],
  texts: readonly TextFrom[],
  from: Day,
): readonly Row[] {
  const rows: Row[] = known.filter((row) => row.lower < from).map(rowAsKnown);
  let running = rows.find((row) => row.upper === null || (row.upper as number) >= from);
  if (running !== undefined) running.upper = null;
  let words =
    running === undefined
      ? null
      : canonicalJson([
          running.reference,
          running.document,
          JSON.parse(running.provision),
          JSON.parse(running.inside ?? 'null'),
        ]);
  for (const { places, label, inForceFrom } of texts) {
    const place = places.get(id);
    const here = place === undefined ? null : standing(place);
    if (here?.words === words) continue;
    if (running !== undefined) running.upper = inForceFrom;
    running = undefined;
    words = here?.words ?? null;
    if (here === null) continue;
    const { reference, document, own, inside } = here;
    const run = { instrument, provision_id: id, reference, lower: inForceFrom, upper: null, label, document };
    running = { ...run, provision: JSON.stringify(own), inside: inside === null ? null : JSON.stringify(inside) };
    rows.push(running);
  }
  return rows;
}

function rowAsKnown({ provision, inside, ...row }: Known): Row {
  return { ...row, provision: JSON.stringify(provision), inside: inside === null ? null : JSON.stringify(inside) };
}

async function knownOf(transaction: Transaction<Tables>, instrument: string, ids: readonly string[]): Promise<Known[]> {
  const found = transaction.selectFrom('provision_version').select(COLUMNS).where('instrument', '=', instrument);
  return found
    .where((e) => e('provision_id', '=', e.fn.any(e.val([...ids]))))
    .where('known_until', 'is', null)
    .execute();
}

async function beginningOn(transaction: Transaction<Tables>, instrument: string, day: Day): Promise<string[]> {
  const found = transaction.selectFrom('provision_version').select('provision_id').where('instrument', '=', instrument);
  const rows = await found.where('lower', '=', day).where('known_until', 'is', null).execute();
  return rows.map((row) => row.provision_id);
}

function* inParts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += AT_A_TIME) yield all.slice(at, at + AT_A_TIME);
}

function identity(row: Row | Known): string {
  const [provision, inside] = [row.provision, row.inside].map((one) =>
    typeof one === 'string' ? (JSON.parse(one) as unknown) : one,
  );
  return canonicalJson([
    row.provision_id,
    row.reference,
    row.lower,
    row.upper,
    row.label,
    row.document,
    provision,
    inside,
  ]);
}
