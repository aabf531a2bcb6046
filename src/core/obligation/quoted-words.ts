import type { Provision } from '../code/provision.ts';
import { versionsOf } from '../code/provision-history.ts';
import type { CodeHistory } from '../code/version.ts';
import type { Day } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import { contains } from '../kernel/interval.ts';
import type { Obligation } from './obligation.ts';

/** No more of a provision is quoted than this many characters. */
const MOST = 240;

/** The first words of a duty's provision as they are in force on a day; null when none are, or when they are not at hand. */
export type Quoted = (obligation: Pick<Obligation, 'instrument' | 'provision'>, on: Day) => string | null;

/** Quotes provisions out of the histories of their instruments, as known at an instant (null: now); each is looked up once. */
export function quoting(histories: ReadonlyMap<string, CodeHistory>, knownAt: Instant | null): Quoted {
  const known = new Map<string, ReturnType<typeof versionsOf>>();
  return ({ instrument, provision }, on) => {
    const history = histories.get(instrument);
    if (history === undefined) return null;
    const key = JSON.stringify([instrument, provision]);
    const runs = known.get(key) ?? versionsOf(history, provision, knownAt);
    known.set(key, runs);
    const run = runs.find(({ inForceFrom, until }) => contains({ from: inForceFrom, until }, on));
    return run === undefined || run.provision === null ? null : shortened(textOf(run.provision));
  };
}

function textOf({ text, children }: Provision): string {
  return [text, ...children.map(textOf)].filter((part) => part !== '').join(' ');
}

/** Whole words, with an ellipsis where some are left out; null when there are none. */
function shortened(text: string): string | null {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words.length <= MOST) return words === '' ? null : words;
  const end = words.lastIndexOf(' ', MOST - 1);
  return `${words.slice(0, end > 0 ? end : MOST - 1)} …`;
}
