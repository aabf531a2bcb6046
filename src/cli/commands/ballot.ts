import { tallyBallot } from '../../app/modification/tally-ballot.ts';
import { done, type Result, refuse } from '../../app/operation.ts';
import { operations } from '../../app/operations.ts';
import type { Ports } from '../../app/ports.ts';
import { loadDemonstration } from '../../app/record/load-demonstration.ts';
import { playAct } from '../../app/record/play-act.ts';
import { runOperation } from '../../app/run-operation.ts';
import { instantSchema } from '../../core/kernel/day.schema.ts';
import { parseInstant } from '../../core/kernel/instant.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { Command, Given, Printed, Runtime } from '../command.ts';
import { READER, RECORD_OPTIONS } from '../operation-command.ts';
import { writeFaults } from './case-check.ts';

/** `ballot tally SECMP0065 --as-of 2018-10-24T10:00:00Z`: how a vote stood at an instant, replayed. */
export const ballotTally: Command = {
  path: ['ballot', 'tally'],
  summary: tallyBallot.summary,
  positionals: [{ name: 'MODIFICATION', required: true, description: 'SECMP0065.' }],
  options: [
    { name: 'as-of', value: 'INSTANT', repeatable: false, description: 'As known at this instant; left out, now.' },
    {
      name: 'step',
      value: 'STEP',
      repeatable: false,
      description: 'Step of the profile; left out, the first with a vote.',
    },
    {
      name: 'case',
      value: 'DIR',
      repeatable: false,
      description: 'Play the acts of a case up to then; needs no record.',
    },
    ...RECORD_OPTIONS.filter((option) => option.name === 'data'),
  ],
  run: async (given, runtime) => {
    const [modification = ''] = given.positionals;
    const asOf = given.values.get('as-of')?.[0] ?? null;
    if (asOf !== null && !instantSchema.safeParse(asOf).success) {
      const sentence = `--as-of is "${asOf}"; expected an instant such as 2018-10-24T10:00:00Z.`;
      return refuse(rejection('input-invalid', sentence, { place: { field: 'as-of' } }));
    }
    const directory = given.values.get('case')?.[0];
    const input = { modification, step: given.values.get('step')?.[0] ?? null, knownAt: asOf };
    return directory === undefined ? onRecord(input, given, runtime) : onCase(input, directory, runtime);
  },
};

interface Input {
  readonly modification: string;
  readonly step: string | null;
  readonly knownAt: string | null;
}

async function onRecord(input: Input, given: Given, runtime: Runtime): Promise<Result<Printed>> {
  const told = await runtime.withRecord(given.values.get('data')?.[0] ?? null, ({ ports }) => tell(ports, input));
  return told.ok ? told.value : told;
}

/** Plays the acts of a case up to the instant, each through the same door as any person, and tells how the vote stood. */
async function onCase(input: Input, directory: string, runtime: Runtime): Promise<Result<Printed>> {
  const read = await runtime.cases.read(directory);
  if (!read.ok) return refuse(rejection('input-invalid', writeFaults(directory, read.faults)));
  const until = input.knownAt === null ? null : parseInstant(input.knownAt);
  return runtime.withThrowaway(read.case, async ({ ports }) => {
    await ports.rulebooks.current(read.rulebook.code);
    const loaded = await loadDemonstration(ports, read.case, read.rulebook);
    if (!loaded.ok) return loaded;
    for (const act of read.case.acts.filter((one) => until === null || one.at <= until)) {
      const played = await playAct(ports, operations, read.case, act);
      if (!played.ok) return played;
    }
    if (until !== null && until > ports.clock.now()) await ports.clock.advanceTo(until);
    return tell(ports, input);
  });
}

async function tell(ports: Ports, input: Input): Promise<Result<Printed>> {
  const result = await runOperation(tallyBallot, { ports, actor: READER }, input);
  if (!result.ok) return result;
  const { title, holdings } = result.value as { title: string; holdings: { sentences: string[] }[] };
  const none = `${input.modification}: "${title}" had not been opened.`;
  const text = holdings.length === 0 ? none : holdings.map((one) => one.sentences.join('\n')).join('\n\n');
  return done({ text, json: result.value });
}
