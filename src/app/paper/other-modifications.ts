import type { Amendment } from '../../core/code/amendment.ts';
import { printedAt } from '../../core/code/both-in-force.ts';
import { placesOf } from '../../core/code/footprint.ts';
import { writeResolutions } from '../../core/code/resolution-words.ts';
import type { OtherModifications } from '../../core/document/report-others.ts';
import { writeDay } from '../../core/kernel/day.ts';
import { dayOfInstant, type Instant } from '../../core/kernel/instant.ts';
import { described } from '../modification/list-conflicts.ts';
import { amendmentsIn, notCompared, type OpenModification, readOpenTexts } from '../modification/open-texts.ts';
import { type Context, done, type Result } from '../operation.ts';

/** The other open modifications of a code, as the report of one of them tells those that meet it. Refuses `not-found`. */
export async function readOtherModifications(
  context: Context,
  { id, code }: { readonly id: string; readonly code: string },
  knownAt: Instant | null,
): Promise<Result<OtherModifications>> {
  const read = await readOpenTexts(context, code, knownAt);
  if (!read.ok) return read;
  const texts = read.value;
  const amendmentsOf = amendmentsIn(texts);
  const ours = amendmentsOf(id);
  const touched = placesIn(ours);
  const conflicts = described(texts, id, null);
  const others = texts.open.filter((one) => one.id !== id);
  const told = (other: OpenModification): OtherModifications['meeting'][number] => {
    const theirs = amendmentsOf(other.id);
    const shared = [...placesIn(theirs)].filter((place) => touched.has(place));
    const met = conflicts.filter(({ sides }) => sides.some(({ modification }) => modification === other.id));
    return {
      id: other.id,
      title: other.state.content.title,
      shared: shared.map((place) => printedAt(texts.last.text, [{ amendments: ours }], place)),
      unsettled: met.filter(({ resolutions }) => resolutions.length === 0).map(({ sentence }) => sentence),
      settled: met
        .filter(({ resolutions }) => resolutions.length > 0)
        .map(({ class: kind, sentence, resolutions }) => ({
          sentence,
          how: writeResolutions(kind, resolutions, [id, other.id]).map(
            ({ settled: { by, on, resolution }, sentence: how }) =>
              `${how} Settled by ${by} on ${writeDay(on)}.${resolution.kind === 'merged-text' ? ` “${resolution.to.text}”` : ''}`,
          ),
        })),
    };
  };
  return done({
    asOf: dayOfInstant(knownAt ?? context.now),
    isOpen: texts.open.length > others.length,
    open: others.length,
    meeting: others.map(told).filter((one) => one.shared.length + one.unsettled.length + one.settled.length > 0),
    notCompared: notCompared(texts, id).map(({ sentence }) => sentence),
  });
}

function placesIn(amendments: readonly Amendment[]): ReadonlySet<string> {
  return new Set(amendments.flatMap(placesOf));
}
