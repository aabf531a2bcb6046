import { z } from 'zod';
import { sourcesOfCase } from '../../app/effect/effect-of-case.ts';
import { readWordings } from '../../app/effect/read-wordings.ts';
import { readinessFrom } from '../../app/effect/readiness-from.ts';
import { showReadiness } from '../../app/effect/show-readiness.ts';
import { done, type Result, refuse } from '../../app/operation.ts';
import type { Ports } from '../../app/ports.ts';
import { inputFault, runDecoded } from '../../app/run-operation.ts';
import type { ReadinessReport } from '../../core/assurance/readiness.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { Command, Printed } from '../command.ts';
import { choicesOf } from '../effect-choices.ts';
import { READER, RECORD_OPTIONS } from '../operation-command.ts';
import { readinessAsText } from '../readiness-text.ts';
import { writeFaults } from './case-check.ts';

/** `readiness --party pebblewick`: when each duty can be shown to be met, and who holds that up. */
export const readiness: Command = {
  path: ['readiness'],
  summary: showReadiness.summary,
  positionals: [],
  options: [
    {
      name: 'case',
      value: 'DIR',
      repeatable: false,
      description: 'Take the parties and facts from a case; needs no record.',
    },
    { name: 'party', value: 'PARTY', repeatable: false, description: 'One party by id.' },
    { name: 'on', value: 'DAY', repeatable: false, description: 'Day on which it is asked where each duty stands.' },
    {
      name: 'modification',
      value: 'MODIFICATION',
      repeatable: false,
      description: 'Answer with this modification, and without it too.',
    },
    { name: 'code', value: 'CODE', repeatable: false, description: 'Code by id (default sec).' },
    { name: 'known-at', value: 'INSTANT', repeatable: false, description: 'As the record was known at this instant.' },
    {
      name: 'reading',
      value: 'READING',
      repeatable: true,
      description: 'Choose a reading: WORDING=READING, or a reading that only one wording has.',
    },
    {
      name: 'assume',
      value: 'EVENT=DAY',
      repeatable: true,
      description: 'Suppose that an event (or EVENT:SUBJECT) occurs on a day, or never.',
    },
    ...RECORD_OPTIONS.filter((option) => option.name === 'data'),
  ],
  run: async (given, runtime) => {
    const option = (name: string) => given.values.get(name)?.[0];
    const directory = option('case');
    if (directory !== undefined) {
      const read = await runtime.cases.read(directory);
      if (!read.ok) return refuse(rejection('input-invalid', writeFaults(directory, read.faults)));
      const { rulebook } = read;
      const chosen = choicesOf(given, [...rulebook.wordings, ...read.case.proposal.wordings]);
      if (!chosen.ok) return chosen;
      const input = z.safeDecode(showReadiness.input, withoutMoves(chosen.value) as never);
      if (!input.success) return refuse(inputFault(input.error));
      const sources = sourcesOfCase(read.case, rulebook);
      const asked = { ...input.data, on: input.data.on ?? sources.today };
      const named = option('modification');
      if (named !== undefined && named !== sources.content.id) {
        const sentence = `The case in ${directory} is ${sources.content.id}, not ${named}`;
        return refuse(rejection('not-found', sentence));
      }
      return printed(readinessFrom(sources, asked, named === undefined ? null : sources));
    }
    const asked = await runtime.withRecord(option('data') ?? null, async ({ ports }) => {
      const code = option('code') ?? 'sec';
      const { wordings } = await readableWordings(ports, code, option('modification'));
      const chosen = choicesOf(given, wordings);
      if (!chosen.ok) return chosen;
      const input = {
        ...withoutMoves(chosen.value),
        code,
        knownAt: option('known-at') ?? null,
        modification: option('modification') ?? null,
      };
      return runDecoded(showReadiness, { ports, actor: READER }, input);
    });
    return asked.ok ? printed(asked.value) : asked;
  },
};

function printed(report: Result<ReadinessReport>): Result<Printed> {
  if (!report.ok) return report;
  return done({ text: readinessAsText(report.value), json: z.encode(showReadiness.output, report.value) });
}

/** Readiness asks about the days on which assessments are booked, and moves none. */
function withoutMoves({ moved: _, ...chosen }: Record<string, unknown>): Record<string, unknown> {
  return chosen;
}

/** The wordings whose readings can be chosen: of a modification, its own too. */
async function readableWordings(ports: Ports, code: string, modification: string | undefined) {
  return modification === undefined ? ports.rulebooks.current(code) : readWordings(ports, modification);
}
