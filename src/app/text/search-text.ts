import { z } from 'zod';
import { namesOf, readIn } from '../../core/code/names.ts';
import type { Provision } from '../../core/code/provision.ts';
import { versionsOf } from '../../core/code/provision-history.ts';
import type { InstrumentHistory } from '../../core/code/publish-version.ts';
import { excerptOf, markSought, type StemOf, tokensOf } from '../../core/code/search.ts';
import { findByReference, type Visited, walk } from '../../core/code/tree.ts';
import { type TextVersion, timelineOf, versionOn } from '../../core/code/version.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { writeDay } from '../../core/kernel/day.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import {
  describeInstrument,
  describeVersion,
  instrumentField,
  instrumentSchema,
  knownAtField,
  readInstrument,
  versionSchema,
} from '../instruments.ts';
import { done, operation, refuse } from '../operation.ts';
import { MOST_PARTS, soughtIn, stemsFor, tooManyParts } from './sought.ts';

/** Results on one page. */
const PAGE = 20;
/** What looks like a printed reference. */
const PRINTED = /^[A-Z]{0,2}\d+[A-Z]?(?:\.\d+[A-Z]?)*(?:\([0-9a-zA-Z]{1,5}\))*$/;

const runs = z.array(z.strictObject({ text: z.string(), marked: z.boolean() }));

const resultSchema = z.strictObject({
  name: z.string().meta({ description: 'By which the provision is asked for.' }),
  title: runs.meta({ description: 'The name, with what was found in it marked.' }),
  kind: z.string(),
  heading: runs,
  excerpt: runs.meta({ description: 'Its words around what was found, which is marked.' }),
  trail: z.array(z.string()).meta({ description: 'What it stands in, from the document down.' }),
});

/** The provisions in force on a day that hold words, phrases and numbers, the best first. */
export const searchText = operation({
  name: 'search-text',
  room: 'text',
  kind: 'read',
  summary: 'Searches the text in force on a day: words in any form, "exact phrases", numbers, beginnings* and -not.',
  roles: 'anyone',
  input: z.strictObject({
    instrument: instrumentField,
    words: z.string().max(200).meta({ description: 'What is sought: security "Supplier Party" G3.26 enrol* -device.' }),
    on: daySchema,
    knownAt: knownAtField,
    document: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .meta({ description: 'Only in this document, by id or number: G; left out, in all.' }),
    page: z
      .int()
      .min(1)
      .max(10_000)
      .default(1)
      .meta({ description: `Which ${PAGE} results, from 1.` }),
  }),
  output: z.strictObject({
    instrument: instrumentSchema,
    on: daySchema,
    version: versionSchema,
    named: z
      .strictObject({ name: z.string(), heading: z.string().nullable(), says: z.string().nullable() })
      .nullable()
      .meta({ description: 'The provision whose reference was typed; `says` when it is not in force on the day.' }),
    count: z.int(),
    page: z.int(),
    pages: z.int(),
    results: z.array(resultSchema),
    ignored: z.array(z.string()).meta({ description: 'Words that are in every text and were not looked for.' }),
  }),
  run: async (context, { instrument, words, on, knownAt, document, page }) => {
    const read = await readInstrument(context, instrument, knownAt);
    if (!read.ok) return read;
    const history = read.value;
    const version = versionOn(timelineOf(history, null), on);
    if (version === null) {
      return refuse(rejection('not-found', `No text of the ${history.shortTitle} is in force on ${writeDay(on)}.`));
    }
    const within = version.text.provisions.find(({ id, number }) => id === document || number === document);
    if (document !== null && within === undefined) {
      const sentence = `The ${history.shortTitle} on ${writeDay(on)} has no document "${document}".`;
      return refuse(rejection('not-found', sentence));
    }
    const sought = await soughtIn(context, words);
    if (sought.parts.length > MOST_PARTS) return refuse(tooManyParts());
    const asked = { instrument, document: within?.id ?? null, parts: sought.parts, on, knownAt };
    const found = sought.parts.some(({ not }) => !not) ? await context.ports.store.searchProvisions(asked) : [];
    const hits = inReadingOrder(version, found);
    const shown = hits.slice((page - 1) * PAGE, page * PAGE);
    const names = namesOf(version.text);
    const stems = await stemsFor(
      context,
      shown.flatMap(({ provision, page: at }) =>
        tokensOf(`${names.get(at.id) ?? ''} ${headingOf(provision, at)} ${provision.text}`),
      ),
    );
    const stemOf: StemOf = (word) => stems.get(word) ?? sought.stems.get(word) ?? null;
    return done({
      instrument: describeInstrument(history),
      on,
      version: describeVersion(version),
      named: namedIn(history, version, words, knownAt),
      count: hits.length,
      page,
      pages: Math.ceil(hits.length / PAGE),
      results: shown.map(({ provision, page: at, path }) => ({
        name: names.get(at.id) ?? at.id,
        title: [...markSought(names.get(at.id) ?? at.id, sought.parts, stemOf)],
        kind: at.kind,
        heading: [...markSought(headingOf(provision, at), sought.parts, stemOf)],
        excerpt: [...excerptOf(markSought(provision.text, sought.parts, stemOf))],
        trail: path
          .slice(0, path.indexOf(at))
          .map(({ number, heading }) => [number, heading].filter((part) => part !== null).join(' '))
          .filter((title) => title !== ''),
      })),
      ignored: sought.ignored,
    });
  },
});

interface Hit extends Visited {
  /** The provision on whose page it is read: a cell is read in its table. */
  readonly page: Provision;
  readonly rank: number;
}

/** Hits by rank and then as they are read, one for each place where they are read. */
function inReadingOrder(
  { text }: TextVersion,
  found: readonly { readonly id: string; readonly rank: number }[],
): Hit[] {
  const ranks = new Map(found.map(({ id, rank }) => [id, rank]));
  const best = new Map<string, Hit>();
  for (const visited of found.length === 0 ? [] : walk(text)) {
    const rank = ranks.get(visited.provision.id);
    if (rank === undefined) continue;
    const page = readIn(visited.path) ?? visited.provision;
    const known = best.get(page.id);
    if (known === undefined || rank > known.rank) best.set(page.id, { ...visited, page, rank });
  }
  return [...best.values()].sort((a, b) => b.rank - a.rank);
}

function headingOf({ heading }: Provision, page: Provision): string {
  return heading ?? page.heading ?? '';
}

/** The provision whose printed reference was typed, with or without the word of its kind, in small letters too. */
function namedIn(history: InstrumentHistory, { text }: TextVersion, typed: string, knownAt: Instant | null) {
  const bare = typed.trim().replace(/^(?:section|clause|(?:sub-?)?paragraph|condition|article)s?\s+/i, '');
  const tries = [
    ...new Set([typed.trim(), bare, bare.replace(/^[a-z]{1,2}(?=\d|$)/, (letters) => letters.toUpperCase())]),
  ];
  for (const name of tries.filter((one) => one !== '')) {
    const found = findByReference(text, name);
    if (found !== null && found.id !== name) {
      return { name: namesOf(text).get(found.id) ?? name, heading: found.heading, says: null };
    }
  }
  for (const name of tries.filter((one) => PRINTED.test(one))) {
    const standing = versionsOf(history, name, knownAt).findLast((run) => run.provision !== null);
    if (standing?.provision === undefined || standing.provision === null) continue;
    const until = standing.until === null ? '' : ` until before ${writeDay(standing.until)}`;
    const says = `It is not in force on this day; it is in force from ${writeDay(standing.inForceFrom)}${until}.`;
    return { name, heading: standing.provision.heading, says };
  }
  return null;
}
