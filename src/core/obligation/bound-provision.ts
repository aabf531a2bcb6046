import { identitiesOf } from '../code/identities.ts';
import { namesOf } from '../code/names.ts';
import type { Provision } from '../code/provision.ts';
import { versionsNamed } from '../code/provision-history.ts';
import { breadcrumb } from '../code/tree.ts';
import { type CodeHistory, textsInForce, versionOn } from '../code/version.ts';
import type { Day } from '../kernel/day.ts';

/** A provision that an obligation is bound to or stands in a relation to, where it is found. */
export interface BoundPlace {
  readonly instrument: string;
  /** Identity. */
  readonly id: string;
  /** As printed in the text where it was found: on the day, or else in the latest that has it. */
  readonly reference: string;
  readonly heading: string | null;
  /** Where it stands: identities from the top down to itself. */
  readonly path: readonly string[];
  /** The document in which it stands. */
  readonly section: { readonly reference: string; readonly heading: string | null };
  /** Position in reading order. */
  readonly at: number;
  readonly inForce: boolean;
}

/** Where provisions named by printed reference stand on a day, by that name; one that is not in force then, where it last stood or first will. */
export function placesOf(
  instrument: string,
  history: CodeHistory,
  references: Iterable<string>,
  on: Day,
): ReadonlyMap<string, BoundPlace> {
  const timeline = textsInForce(history, null);
  const found = new Map<string, BoundPlace>();
  const onDay = versionOn(timeline, on);
  const later = timeline.filter((version) => version.inForceFrom > on);
  const earlier = timeline.filter((version) => version.inForceFrom <= on && version !== onDay).toReversed();
  const texts = [...(onDay === null ? [] : [onDay]), ...earlier, ...later];
  let wanted = [...identitiesOf(timeline, references)];
  for (const version of texts) {
    if (wanted.length === 0) break;
    const names = namesOf(version.text);
    const order = new Map([...names.keys()].map((id, at) => [id, at]));
    wanted = wanted.filter(([reference, id]) => {
      const path = names.has(id) ? breadcrumb(version.text, id) : [];
      const [top] = path;
      if (top === undefined) return true;
      const section = { reference: names.get(top.id) ?? top.id, heading: top.heading };
      found.set(reference, {
        ...{ instrument, id, section, at: order.get(id) ?? Infinity, inForce: version === onDay },
        ...{ reference: names.get(id) ?? reference, heading: headingOf(path), path: path.map((one) => one.id) },
      });
      return false;
    });
  }
  return found;
}

/** Its own heading, or that of the nearest division that it stands in. */
function headingOf(path: readonly Provision[]): string | null {
  return path.findLast(({ heading }) => heading !== null)?.heading ?? null;
}

/** Why a provision is not in the text on a day: no text has it, it comes with a later version, or one repealed it. */
export interface Absence {
  readonly why: 'never' | 'not-yet' | 'repealed';
  /** Since when, or from when; null for what no text has. */
  readonly day: Day | null;
  readonly label: string | null;
}

/** Why the provision of a reference is not in the text on a day; null when it is. */
export function absenceOf(history: CodeHistory, reference: string, on: Day): Absence | null {
  const runs = versionsNamed(history, reference, null);
  const now = runs.findLast((run) => run.inForceFrom <= on);
  if (now?.provision != null) return null;
  const next = runs.find((run) => run.inForceFrom > on && run.provision !== null);
  if (next !== undefined) return { why: 'not-yet', day: next.inForceFrom, label: next.label };
  if (now !== undefined) return { why: 'repealed', day: now.inForceFrom, label: now.label };
  return { why: 'never', day: null, label: null };
}
