import { html } from 'hono/html';
import type { PartyCategory } from '../../core/party/party.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { type Html, section } from '../page/parts.ts';

/** Classes of parties that bear duties, and the rulebook that says so. */
export interface BoundClasses {
  readonly code: string;
  readonly classes: readonly Pick<PartyCategory, 'id' | 'title'>[];
}

/** The classes that an instrument binds; null where no rulebook knows of any. */
export function classesBoundBy(instrument: string, rulebooks: readonly Rulebook[]): BoundClasses | null {
  const rulebook = rulebooks.find((one) => one.instruments.some(({ id }) => id === instrument));
  if (rulebook === undefined) return null;
  const duties = rulebook.obligations.filter((one) => one.instrument === instrument);
  const bound = new Set(duties.flatMap(({ bearers }) => bearers));
  const classes = rulebook.partyCategories.filter(({ id }) => bound.has(id));
  return classes.length === 0 ? null : { code: rulebook.code, classes };
}

/** For tools of assurance: what binds each class of parties, as files. */
export function profilesPart({ code, classes }: BoundClasses, on: string, knownAt: string | null = null): Html {
  const query = new URLSearchParams({ code, on, ...(knownAt !== null && { knownAt }) });
  return section(
    'profiles',
    'What it asks of whom',
    html`<p>What binds a class of parties on that day, as an OSCAL profile: ${classes.map(
      ({ id, title }, at) =>
        html`${at === 0 ? '' : ', '}<a href="/obligations/oscal/${encodeURIComponent(id)}?${query.toString()}" download>${title}</a>`,
    )}.</p>`,
  );
}
