import type { Verdict } from '../obligation/bound-steps.ts';
import { type CountRange, countRange } from './count-range.ts';
import type { AssessmentEffect, GroupEffect, PartyEffect, Span } from './effect.ts';

/** What follows for parties from when duties bind, from what compliance is assessed by, and from what is booked. */
export interface Consequence {
  readonly id: 'unplanned-assessment' | 'bound-without-guidance' | 'cannot-prepare' | 'in-breach-when-assessed';
  /** What of is told: the event that is missing, by its title; null for assessments. */
  readonly of: string | null;
  readonly without: InWorld;
  readonly with: InWorld;
  /** What it is derived from. */
  readonly reasons: readonly string[];
}

/** For how many parties it holds in a world, certainly and possibly, and on which days. */
export interface InWorld {
  readonly parties: CountRange;
  /** Each once, however many parties they are the days of. */
  readonly days: readonly Span[];
  /** Booked assessments (by id) that it concerns. */
  readonly assessments: readonly string[];
}

type World = 'without' | 'with';

/** The consequences in both worlds, in the order in which one leads to the next; what no duty gives rise to is left out. */
export function consequencesOf(parties: readonly PartyEffect[]): Consequence[] {
  const booked = parties.flatMap(({ assessments }) => assessments);
  const awaited = new Map(
    parties.flatMap(({ groups }) => groups.flatMap(({ before }) => before)).map((one) => [one.event, one] as const),
  );
  const ofEvents = [...awaited.values()].map((one) => bound(parties, one));
  return [
    ...(booked.length === 0 ? [] : [unplanned(parties)]),
    ...ofEvents,
    ...(booked.length === 0 ? [] : [inBreach(parties)]),
  ];
}

/** An assessment is of another type than was planned because of systems that count while a duty binds them. */
function unplanned(parties: readonly PartyEffect[]): Consequence {
  const isIt = (one: AssessmentEffect, world: World): Verdict => {
    const { possible } = one[world];
    const others = possible.filter((type) => type !== one.plannedType && type !== one.uncounted);
    return others.length > 0 && (others.length === possible.length || 'unknown');
  };
  const reasons = parties.flatMap(({ name, assessments }) =>
    assessments
      .filter((one) => isIt(one, 'without') !== false)
      .map(({ without: { because, type, possible }, uncounted, plannedType, on: _ }) => {
        const count = `${because.count.toLocaleString('en-GB')} ${because.unit} against ${because.threshold.toLocaleString('en-GB')}`;
        return `${name}: planned ${plannedType}, called for ${type ?? possible.join(' or ')} at ${count}; ${uncounted ?? 'nothing'} if the systems that the duty binds did not count.`;
      }),
  );
  return { id: 'unplanned-assessment', of: null, ...worlds(parties, isIt), reasons };
}

/** A party is bound on the day of its assessment by what cannot be assessed then, and can only be found wanting. */
function inBreach(parties: readonly PartyEffect[]): Consequence {
  const isIt = (one: AssessmentEffect, world: World) => (world === 'without' ? one.exposedWithout : one.exposedWith);
  const reasons = parties.flatMap(({ name, assessments }) =>
    assessments.filter((one) => isIt(one, 'without') !== false).map((one) => `${name}: ${one.exposureReason}`),
  );
  return { id: 'in-breach-when-assessed', of: null, ...worlds(parties, isIt), reasons };
}

function worlds(
  parties: readonly PartyEffect[],
  isIt: (one: AssessmentEffect, world: World) => Verdict,
): Pick<Consequence, 'without' | 'with'> {
  const of = (world: World): InWorld => ({
    parties: countRange(parties, ({ assessments }) => anyOf(assessments.map((one) => isIt(one, world)))),
    days: [],
    assessments: parties.flatMap(({ assessments }) =>
      assessments.filter((one) => isIt(one, world) !== false).map((one) => one.assessment),
    ),
  });
  return { without: of('without'), with: of('with') };
}

/** A duty binds while an event has not happened: what it is assessed by, or what has to come after that. */
function bound(parties: readonly PartyEffect[], { event, title, needs }: GroupEffect['before'][number]): Consequence {
  const of = (world: World): InWorld => {
    const spansOf = (group: GroupEffect) =>
      group.before.filter((one) => one.event === event).flatMap((one) => one[world]);
    const days = new Map(
      parties.flatMap(({ groups }) => groups.flatMap(spansOf)).map((span) => [JSON.stringify(span), span] as const),
    );
    return {
      parties: countRange(parties, ({ groups }) =>
        anyOf(groups.flatMap(spansOf).map(({ awaiting }) => (awaiting.length === 0 ? true : 'unknown'))),
      ),
      days: [...days.values()].toSorted((a, b) => a.from - b.from),
      assessments: [],
    };
  };
  const reasons =
    needs.length === 0
      ? [`Compliance is assessed by it: ${title}.`]
      : [`${title}: it comes only after ${needs.map((one) => `“${one.title}”`).join(' and ')}.`];
  return {
    id: needs.length === 0 ? 'bound-without-guidance' : 'cannot-prepare',
    of: title,
    without: of('without'),
    with: of('with'),
    reasons,
  };
}

function anyOf(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes(true) || (verdicts.includes('unknown') && 'unknown');
}
