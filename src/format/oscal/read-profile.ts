import type { z } from 'zod';
import { amendmentSchema } from '../../core/code/amendment.schema.ts';
import type { ReadOscal } from '../../core/document/duty-profile.ts';
import { wordingsSchema } from '../../core/kernel/reading.schema.ts';
import type { Wordings } from '../../core/kernel/reading.ts';
import { obligationSchema } from '../../core/obligation/obligation.schema.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { obligationChangeSchema } from '../../core/obligation/obligation-change.schema.ts';
import { type Members, Misread, objectAt, objectsAt, propsAt, type Remarks, textAt } from './reading.ts';
import { type Decoded, type FoundRecord, recordOf, recordsIn, wholeRecordOf } from './records.ts';
import type { Property } from './vocabulary.ts';

type Profile = Pick<ReadOscal, 'includes' | 'obligations' | 'wordings' | 'changes' | 'amendments'>;

/** What a profile says: which controls it takes, and the duties, readings and changes that one of ours carries. */
export function readProfile(profile: Members, ours: boolean, remarks: Remarks): Profile {
  const includes = objectsAt(profile, 'imports', 'profile').map(({ value, path }) => ({
    from: textAt(value, 'href', path) ?? '',
    controls: controlsIn(value, path, remarks),
  }));
  remarks.others(
    profile,
    ['uuid', 'metadata', 'imports', ...(ours ? ['merge', 'modify', 'back-matter'] : [])],
    'profile',
  );
  if (!ours) return { includes, obligations: [], wordings: [], changes: [], amendments: [] };
  return { includes, ...recordsOf(recordsIn(carried(profile)).toSorted(byNumber)) };
}

function controlsIn(imported: Members, path: string, remarks: Remarks): readonly string[] | null {
  remarks.others(imported, ['href', 'include-all', 'include-controls'], path);
  if (imported['include-all'] !== undefined) return null;
  return objectsAt(imported, 'include-controls', path).flatMap(({ value, path: at }) => {
    remarks.others(value, ['with-ids', 'with-child-controls'], at);
    const ids = value['with-ids'] ?? [];
    if (Array.isArray(ids) && ids.every((one) => typeof one === 'string')) return ids;
    throw new Misread(`${at}.with-ids`, `${at}.with-ids is no list of texts; expected the ids of controls.`);
  });
}

/** The properties of everything that a profile of ours adds. */
function carried(profile: Members): Property[] {
  const modify = profile.modify === undefined ? {} : objectAt(profile.modify, 'profile.modify');
  const matter = profile['back-matter'] === undefined ? {} : objectAt(profile['back-matter'], 'profile.back-matter');
  const adds = objectsAt(modify, 'alters', 'profile.modify').flatMap(({ value, path }) =>
    objectsAt(value, 'adds', path),
  );
  const resources = objectsAt(matter, 'resources', 'profile.back-matter');
  return [...adds, ...resources].flatMap(({ value, path }) => propsAt(value, path));
}

/** By the number at the end of their groups, in which they were written. */
function byNumber(a: FoundRecord, b: FoundRecord): number {
  return Number(a.group.split('-').at(-1)) - Number(b.group.split('-').at(-1));
}

function recordsOf(records: readonly FoundRecord[]): Omit<Profile, 'includes'> {
  const of = (kind: string) => records.filter((one) => one.kind === kind);
  const obligations: Obligation[] = of('obligation').map((one) => decoded(one, obligationSchema));
  const twice = obligations.find(({ id }, at) => obligations.findIndex((one) => one.id === id) < at);
  if (twice !== undefined) {
    throw new Misread('profile', `The duty "${twice.id}" stands twice in the profile; expected each once.`);
  }
  const readings = of('reading');
  const wordings: Wordings[] = of('wording').map((found) => {
    const { readings: each } = wordingsSchema.shape;
    const own = readings.filter(({ fields }) => fields.get('of')?.[0]?.value === found.group);
    const wording = decoded(found, wordingsSchema.omit({ readings: true }));
    return { ...wording, readings: own.map((one) => decoded(one, each.element)) };
  });
  const changes = of('change').map((one) => checked(one, wholeRecordOf(one, obligationChangeSchema)));
  const amendments = of('amendment').map((one) => checked(one, wholeRecordOf(one, amendmentSchema)));
  return { obligations, wordings, changes, amendments };
}

function decoded<T extends z.ZodObject>(found: FoundRecord, schema: T): z.output<T> {
  return checked(found, recordOf(found, schema));
}

function checked<T>({ group, kind }: FoundRecord, read: Decoded<T>): T {
  if (read.ok) return read.value;
  throw new Misread('profile', `The properties of the group "${group}" are no ${kind}: ${read.fault}.`);
}
