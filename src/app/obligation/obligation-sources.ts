import type { InstrumentHistory } from '../../core/code/publish-version.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { contains } from '../../core/kernel/interval.ts';
import type { ProposalContent } from '../../core/modification/proposal.ts';
import type { Worded } from '../../core/obligation/asked.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { dutiesOf } from '../effect/effect-sources.ts';
import { readAdopted } from '../effect/read-effect-sources.ts';
import { knownAtField, readInstrument } from '../instruments.ts';
import type { Context } from '../operation.ts';
import { codeField } from '../party/estate.ts';

/** How an operation about the obligations of a code asks which, on which day, as known when. */
export const askedFields = {
  code: codeField,
  on: daySchema.nullable().default(null).meta({ description: 'The day asked about; left out, today.' }),
  knownAt: knownAtField,
};

/** The obligations of a code with the texts that they are bound to. */
export interface ObligationSources {
  readonly rulebook: Rulebook;
  /** By instrument, as known then; one that the record does not hold is not in it. */
  readonly histories: ReadonlyMap<string, InstrumentHistory>;
  /** Modifications that a version was published for. */
  readonly adopted: readonly ProposalContent[];
  /** Each obligation as it is owed on the day, or was last or will be first, with its words over all days. */
  readonly duties: readonly Worded[];
  readonly on: Day;
  readonly knownAt: Instant | null;
}

/** Reads what obligations are shown from. */
export async function readObligationSources(
  context: Context,
  { code, on, knownAt }: { readonly code: string; readonly on: Day | null; readonly knownAt: Instant | null },
): Promise<ObligationSources> {
  const rulebook = await context.ports.rulebooks.current(code);
  const read = await Promise.all(rulebook.instruments.map(({ id }) => readInstrument(context, id, knownAt)));
  const histories = new Map(read.flatMap((one) => (one.ok ? [[one.value.instrument, one.value]] : [])));
  const versions = [...histories.values()].flatMap((history) => history.versions);
  const adopted = await readAdopted(context, versions, knownAt);
  const day = on ?? context.today;
  const duties = onDay(dutiesOf({ rulebook, histories, adopted }, []), day);
  return { rulebook, histories, adopted, duties, on: day, knownAt };
}

/** One duty for each obligation, out of those that it is one after the other. */
function onDay(duties: readonly Worded[], on: Day): readonly Worded[] {
  return [...Map.groupBy(duties, ({ obligation }) => obligation.id).values()].flatMap((all) => {
    const now = all.find((one) => isOwed(one, on));
    const next = all.find(({ words }) => words.some(({ interval }) => interval.from > on));
    const obligation = (now ?? next ?? all.at(-1))?.obligation;
    const words = all.flatMap((one) => one.words).toSorted((a, b) => a.interval.from - b.interval.from);
    return obligation === undefined ? [] : [{ obligation, words }];
  });
}

/** Whether words of an obligation are in force on a day. */
export function isOwed({ words }: Worded, on: Day): boolean {
  return words.some(({ interval }) => contains(interval, on));
}

/** The obligations of {@link ObligationSources}, without their words. */
export function obligationsIn({ duties }: ObligationSources): readonly Obligation[] {
  return duties.map(({ obligation }) => obligation);
}

/** Instruments that the record holds, by id: the code itself before what stands beside it. */
export function inOrder({ rulebook, histories }: ObligationSources): readonly string[] {
  const held = rulebook.instruments.map(({ id }) => id).filter((id) => histories.has(id));
  return held.toSorted((a, b) => Number(b === rulebook.code) - Number(a === rulebook.code));
}
