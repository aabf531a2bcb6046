import { type Day, writeDay } from '../kernel/day.ts';
import type { Expected, ReadinessStep, Shown, Standing } from './readiness.ts';

/** How a step stands, in words: `done on 27 September 2018`, `awaited`. */
export function stepWords({ state, day, expected }: ReadinessStep): string {
  const on = day === null ? '' : ` on ${writeDay(day)}`;
  const until = expected === null ? '' : `, ${expectedWords(expected)}`;
  const said: Record<ReadinessStep['state'], string> = {
    done: `done${on}`,
    dated: `to be done${on}`,
    supposed: `supposed${on}`,
    awaited: `awaited${until}`,
    waiting: `waits for what comes before it${until}`,
    never: 'never happens',
  };
  return said[state];
}

/** The first day on which compliance can be shown, in words; events by the titles that `titleOf` gives them. */
export function shownWords(shown: Shown, titleOf: (event: string) => string): string {
  switch (shown.kind) {
    case 'on':
      return writeDay(shown.day);
    case 'never':
      return `never, because this never happens: ${shown.because.map(titleOf).join('; ')}`;
    case 'unknown': {
      const { notBefore, expected } = shown;
      const after = notBefore === null ? '' : `, not before ${writeDay(notBefore)}`;
      return `not known yet${after}${expected === null ? '' : `; ${expectedWords(expected)}`}`;
    }
  }
}

/** Where a duty stands on a day, in words. */
export function standingWords(standing: Standing, on: Day): string {
  const said: Record<Standing, string> = {
    'not-bound': 'it does not bind',
    ready: 'it binds, and compliance can be shown',
    exposed: 'it binds, and compliance cannot be shown',
    unsettled: 'it depends on what is awaited',
  };
  return `On ${writeDay(on)} ${said[standing]}.`;
}

function expectedWords({ day, certainty }: Expected): string {
  const marked = certainty === 'stated' || certainty === 'public' ? '' : ` (${certainty})`;
  return `expected by ${writeDay(day)}${marked}`;
}
