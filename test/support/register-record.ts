import { join } from 'node:path';
import { replay } from '../../src/core/modification/evolve.ts';
import { standingOf } from '../../src/core/modification/standing.ts';
import { packFiles } from '../../src/format/rulebook/files.ts';
import { rulebookFiles, SHIPPED_RULEBOOKS } from '../../src/format/rulebook/load.ts';
import { shippedCase } from './case.ts';
import { type TestRecord, withRecord } from './database.ts';
import { type GeneratedRegister, generatedRegister, type RegisterSize } from './generated-register.ts';

/** A generated register under the rulebook that ships. */
export async function shippedRegister(size: RegisterSize): Promise<GeneratedRegister> {
  const shipped = await shippedCase();
  const files = packFiles(await rulebookFiles(join(SHIPPED_RULEBOOKS, shipped.rulebook.code)));
  return generatedRegister(size, shipped, files);
}

/** Runs a story on a record of its own into which a generated register was imported. */
export async function withRegister(
  size: RegisterSize,
  story: (record: TestRecord, register: GeneratedRegister) => Promise<void>,
): Promise<void> {
  const { rulebook } = await shippedCase();
  const register = await shippedRegister(size);
  await withRecord(
    async (record) => {
      const imported = await record.store.importLines(
        (async function* () {
          yield* register.lines;
        })(),
      );
      if ('rejection' in imported) throw new Error(imported.rejection.sentence);
      await story(record, register);
    },
    {
      rulebooks: { shipped: async () => [rulebook], current: async () => rulebook, byDigest: async () => rulebook },
      standingOf: async (history) => {
        const state = replay(history);
        const profile = state.status === 'none' ? undefined : rulebook.profiles.find((one) => one.id === state.profile);
        if (state.status === 'none' || profile === undefined) throw new Error('nothing was raised');
        return standingOf(state, profile);
      },
    },
  );
}
