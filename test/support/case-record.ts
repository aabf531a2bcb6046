import { loadDemonstration } from '../../src/app/record/load-demonstration.ts';
import { standingOf } from '../../src/core/modification/standing.ts';
import { replay } from '../../src/core/modification/state.ts';
import { shippedCase } from './case.ts';
import { type TestRecord, withRecord } from './database.ts';

/** Runs a story on a record of its own that holds the case SECMP0065 before its first act. */
export async function withCaseRecord(story: (record: TestRecord) => Promise<void>): Promise<void> {
  const { case: seed, rulebook } = await shippedCase();
  const [profile] = rulebook.profiles;
  await withRecord(
    story,
    {
      startsAt: seed.startsAt,
      rulebooks: { current: async () => rulebook, byDigest: async () => rulebook },
      standingOf: async (history) => {
        const state = replay(history);
        if (state.status === 'none' || profile === undefined) throw new Error('nothing was raised');
        return standingOf(state, profile);
      },
    },
    {
      name: 'case',
      fill: async ({ ports }) => {
        const loaded = await loadDemonstration(ports, seed, rulebook);
        if (!loaded.ok) throw new Error(loaded.rejection.sentence);
      },
    },
  );
}
