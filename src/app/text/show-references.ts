import { z } from 'zod';
import { type Link, linksOf } from '../../core/code/links.ts';
import { findByReference, referenceOf, walk } from '../../core/code/tree.ts';
import { timelineOf, versionOn } from '../../core/code/version.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { writeDay } from '../../core/kernel/day.ts';
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
import { excerptSchema, excerptsOf } from './excerpts.ts';

/** What a provision names and what names it, on a day. */
export const showReferences = operation({
  name: 'show-references',
  room: 'text',
  kind: 'read',
  summary: 'Shows which provisions a provision refers to, which refer to it, and which defined terms it uses.',
  roles: 'anyone',
  input: z.strictObject({
    instrument: instrumentField,
    reference: z.string().min(1).meta({ description: 'Printed reference: G3.26.' }),
    on: daySchema,
    knownAt: knownAtField,
    most: z.int().min(1).nullable().default(null).meta({ description: 'Most excerpts of each kind; left out, all.' }),
  }),
  output: z.strictObject({
    instrument: instrumentSchema,
    reference: z.string().meta({ description: 'As printed on the day.' }),
    on: daySchema,
    version: versionSchema,
    counts: z
      .strictObject({ refersTo: z.int(), referredToBy: z.int(), usedBy: z.int(), uses: z.int() })
      .meta({ description: 'How many there are of each, however many are shown.' }),
    refersTo: z.array(excerptSchema).meta({ description: 'Its own words and those below it that name provisions.' }),
    unresolved: z
      .array(excerptSchema)
      .meta({ description: 'Those of its references that name nothing in the text, all of them.' }),
    referredToBy: z.array(excerptSchema).meta({ description: 'Words elsewhere that name it or a part of it.' }),
    usedBy: z.array(excerptSchema).meta({ description: 'Words elsewhere that use a term which it defines.' }),
    uses: z.array(excerptSchema).meta({ description: 'Its own words and those below it that are defined terms.' }),
  }),
  run: async (context, { instrument, reference, on, knownAt, most }) => {
    const read = await readInstrument(context, instrument, knownAt);
    if (!read.ok) return read;
    const history = read.value;
    const version = versionOn(timelineOf(history, null), on);
    const provision = version === null ? null : findByReference(version.text, reference);
    if (version === null || provision === null) {
      const sentence = `The ${history.shortTitle} has no provision "${reference}" in force on ${writeDay(on)}.`;
      return refuse(rejection('not-found', sentence));
    }
    const links = linksOf(version.text);
    const within = new Set(walk({ provisions: [provision] }).map((visited) => visited.provision.id));
    const own = [...within].flatMap((id) => links.of.get(id) ?? []);
    const naming = new Set([...within].flatMap((id) => links.to.get(id) ?? []));
    const excerpt = excerptsOf(links);
    const elsewhere = [...naming].filter((link) => !within.has(link.from));
    const ofKind = (all: readonly Link[], kind: Link['kind']) => all.filter((link) => link.kind === kind);
    const found = {
      refersTo: ofKind(own, 'reference'),
      referredToBy: ofKind(elsewhere, 'reference'),
      usedBy: ofKind(elsewhere, 'term'),
      uses: ofKind(own, 'term'),
    };
    const told = (all: readonly Link[]) => all.slice(0, most ?? all.length).map(excerpt);
    return done({
      instrument: describeInstrument(history),
      reference: referenceOf(version.text, provision.id) ?? reference,
      on,
      version: describeVersion(version),
      counts: {
        refersTo: found.refersTo.length,
        referredToBy: found.referredToBy.length,
        usedBy: found.usedBy.length,
        uses: found.uses.length,
      },
      refersTo: told(found.refersTo),
      unresolved: found.refersTo.filter(({ targets }) => targets.length === 0).map(excerpt),
      referredToBy: told(found.referredToBy),
      usedBy: told(found.usedBy),
      uses: told(found.uses),
    });
  },
});
