import { z } from 'zod';
import { timelineOf, versionOn } from '../../core/code/version.ts';
import {
  describeInstrument,
  describeVersion,
  historyOf,
  instrumentSchema,
  knownAtField,
  versionSchema,
} from '../instruments.ts';
import { done, operation } from '../operation.ts';

/** The instruments of the record, each with the version in force today. */
export const listInstruments = operation({
  name: 'list-instruments',
  room: 'text',
  kind: 'read',
  summary: 'Lists the codes and other instruments of the record with the version in force today.',
  roles: 'anyone',
  input: z.strictObject({ knownAt: knownAtField }),
  output: z.array(instrumentSchema.extend({ current: versionSchema.nullable() })),
  run: async (context, { knownAt }) => {
    const recorded = await context.ports.store.readAll('code/', knownAt);
    const streams = Map.groupBy(recorded, (one) => one.stream);
    const histories = [...streams.values()].map(historyOf).filter((history) => history !== null);
    return done(
      histories.map((history) => {
        const current = versionOn(timelineOf(history, null), context.today);
        return { ...describeInstrument(history), current: current === null ? null : describeVersion(current) };
      }),
    );
  },
});
