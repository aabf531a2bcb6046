import { z } from 'zod';
import { linksOf } from '../../core/code/links.ts';
import { referenceOfPath } from '../../core/code/printed-reference.ts';
import { walk } from '../../core/code/tree.ts';
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

/** Where a defined term is defined and where it is used, on a day. */
export const showTermUses = operation({
  name: 'show-term-uses',
  room: 'text',
  kind: 'read',
  summary: 'Shows where a defined term is defined and every place where it is used.',
  roles: 'anyone',
  input: z.strictObject({
    instrument: instrumentField,
    term: z.string().min(1).meta({ description: 'As its definition writes it: Working Day.' }),
    on: daySchema,
    knownAt: knownAtField,
  }),
  output: z.strictObject({
    instrument: instrumentSchema,
    term: z.string(),
    on: daySchema,
    version: versionSchema,
    definitions: z.array(z.strictObject({ reference: z.string(), text: z.string(), uses: z.array(excerptSchema) })),
  }),
  run: async (context, { instrument, term, on, knownAt }) => {
    const read = await readInstrument(context, instrument, knownAt);
    if (!read.ok) return read;
    const history = read.value;
    const version = versionOn(timelineOf(history, null), on);
    const definitions =
      version === null
        ? []
        : walk(version.text).filter(({ provision }) => provision.kind === 'definition' && provision.heading === term);
    if (version === null || definitions.length === 0) {
      const sentence = `The ${history.shortTitle} in force on ${writeDay(on)} defines no term "${term}".`;
      return refuse(rejection('not-found', sentence));
    }
    const links = linksOf(version.text);
    const excerpt = excerptsOf(links);
    return done({
      instrument: describeInstrument(history),
      term,
      on,
      version: describeVersion(version),
      definitions: definitions.map(({ provision, path }) => ({
        reference: referenceOfPath(path),
        text: provision.text,
        uses: (links.to.get(provision.id) ?? []).filter(({ kind }) => kind === 'term').map(excerpt),
      })),
    });
  },
});
