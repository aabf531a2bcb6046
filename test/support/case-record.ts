import { join } from 'node:path';
import { rulesWith } from '../../src/app/modification/proposals.ts';
import { loadDemonstration } from '../../src/app/record/load-demonstration.ts';
import { noticesOf } from '../../src/core/document/notice/notices-of.ts';
import type { Instant } from '../../src/core/kernel/instant.ts';
import { replay } from '../../src/core/modification/evolve.ts';
import { standingOf } from '../../src/core/modification/standing.ts';
import { packFiles } from '../../src/format/rulebook/files.ts';
import { rulebookFiles, SHIPPED_RULEBOOKS } from '../../src/format/rulebook/load.ts';
import { shippedCase } from './case.ts';
import { type Beginning, type TestRecord, withRecord } from './database.ts';
import { by } from './events.ts';

/** Runs a story on a record of its own that holds the case SECMP0065 before its first act. */
export async function withCaseRecord(story: (record: TestRecord) => Promise<void>): Promise<void> {
  const { case: seed, rulebook } = await shippedCase();
  await withRulebookRecord(seed.startsAt, story, {
    name: 'case',
    fill: async ({ ports }) => {
      const loaded = await loadDemonstration(ports, seed, rulebook);
      if (!loaded.ok) throw new Error(loaded.rejection.sentence);
    },
  });
}

/** Runs a story on a record of its own that goes by the shipped rulebook and holds no text; `startsAt` is its case clock's. */
export async function withRulebookRecord(
  startsAt: Instant,
  story: (record: TestRecord) => Promise<void>,
  beginning: Beginning | null = null,
): Promise<void> {
  const { case: seed, rulebook } = await shippedCase();
  const [profile] = rulebook.profiles;
  const begun: Beginning = beginning ?? {
    name: 'rulebook',
    fill: async ({ store }) => {
      const files = packFiles(await rulebookFiles(join(SHIPPED_RULEBOOKS, rulebook.code)));
      await store.keepRulebook(rulebook.digest, rulebook.code, files);
      const life = { type: 'demonstration-loaded', case: seed.id, startsAt } as const;
      const adopted = { type: 'rulebook-adopted', code: rulebook.code, digest: rulebook.digest } as const;
      const appended = await store.append([{ stream: 'record', expectedVersion: 0, events: [life, adopted] }], by);
      if (!appended.ok) throw new Error('the record is not empty');
    },
  };
  await withRecord(
    story,
    {
      startsAt,
      rulebooks: { shipped: async () => [rulebook], current: async () => rulebook, byDigest: async () => rulebook },
      standingOf: async (history) => {
        const state = replay(history);
        if (state.status === 'none' || profile === undefined) throw new Error('nothing was raised');
        return standingOf(state, profile);
      },
      noticesOf: async (_, history) =>
        noticesOf(await history(), profile === undefined ? null : rulesWith(rulebook, profile), rulebook.bodies),
    },
    begun,
  );
}
