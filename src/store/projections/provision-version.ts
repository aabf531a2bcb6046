import type { Insertable, Selectable } from 'kysely';
import type { RecordedEvent } from '../../app/ports.ts';
import type { CodeEvent } from '../../core/code/code-event.ts';
import { referenceOfPath } from '../../core/code/printed-reference.ts';
import { foldCode } from '../../core/code/publish-version.ts';
import { walk } from '../../core/code/tree.ts';
import { type CodeHistory, timelineOf } from '../../core/code/version.ts';
import { canonicalJson } from '../chain.ts';
import type { Tables } from '../tables.ts';
import { nameInStream, type Projection } from './projection.ts';

type Row = Omit<Insertable<Tables['provision_version']>, 'known_from' | 'known_until'>;

const COLUMNS = [
  'instrument',
  'provision_id',
  'reference',
  'lower',
  'upper',
  'label',
  'document',
  'provision',
] as const;

/** Every provision's versions by days in force. A row that an event makes untrue stays, with until when it was known. */
export const projectProvisionVersions: Projection = async (recorded, { transaction, history }) => {
  if (!recorded.stream.startsWith('code/')) return;
  const instrument = nameInStream(recorded.stream);
  const past = (await history(recorded.stream, recorded.version)) as readonly RecordedEvent<CodeEvent>[];
  const text = foldCode(past);
  if (text === null) return;
  const wanted = new Map(rowsOf(instrument, text).map((row) => [identity(row), row]));
  const present = transaction.selectFrom('provision_version').select(COLUMNS);
  const known = await present.where('instrument', '=', instrument).where('known_until', 'is', null).execute();
  for (const row of known) {
    if (wanted.delete(identity(row))) continue;
    const same = transaction
      .updateTable('provision_version')
      .set({ known_until: recorded.recordedAt })
      .where('instrument', '=', instrument)
      .where('provision_id', '=', row.provision_id)
      .where('lower', '=', row.lower)
      .where('known_until', 'is', null);
    await same.execute();
  }
  const fresh = [...wanted.values()].map((row) => ({ ...row, known_from: recorded.recordedAt, known_until: null }));
  for (let at = 0; at < fresh.length; at += 1000) {
    await transaction
      .insertInto('provision_version')
      .values(fresh.slice(at, at + 1000))
      .execute();
  }
};

/** One row for each run of days on which a provision's own words and reference stay the same. */
function rowsOf(instrument: string, history: CodeHistory): Row[] {
  const rows: Row[] = [];
  const running = new Map<string, { row: Row; words: string }>();
  for (const version of timelineOf(history, null)) {
    if (version.until === version.inForceFrom) continue;
    const here = new Set<string>();
    for (const { provision, path } of walk(version.text)) {
      const { children: _, ...own } = provision;
      const reference = referenceOfPath(path);
      const words = canonicalJson([reference, path[0]?.id, own]);
      here.add(provision.id);
      const run = running.get(provision.id);
      if (run?.words === words) continue;
      if (run !== undefined) run.row.upper = version.inForceFrom;
      const row: Row = {
        instrument,
        provision_id: provision.id,
        reference,
        lower: version.inForceFrom,
        upper: null,
        label: version.label,
        document: (path[0] ?? provision).id,
        provision: JSON.stringify(own),
      };
      rows.push(row);
      running.set(provision.id, { row, words });
    }
    for (const [id, { row }] of running) {
      if (here.has(id)) continue;
      row.upper = version.inForceFrom;
      running.delete(id);
    }
  }
  return rows;
}

function identity(row: Row | Pick<Selectable<Tables['provision_version']>, (typeof COLUMNS)[number]>): string {
  const provision = typeof row.provision === 'string' ? (JSON.parse(row.provision) as unknown) : row.provision;
  return canonicalJson([row.provision_id, row.reference, row.lower, row.upper, row.label, row.document, provision]);
}
