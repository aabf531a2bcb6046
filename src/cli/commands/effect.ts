import { z } from 'zod';
import { effectOfCase } from '../../app/effect/effect-of-case.ts';
import { effectOptionFields } from '../../app/effect/effect-options.ts';
import { readWordings } from '../../app/effect/read-wordings.ts';
import { showEffect } from '../../app/effect/show-effect.ts';
import { done, type Result, refuse } from '../../app/operation.ts';
import { inputFault, runDecoded } from '../../app/run-operation.ts';
import type { EffectReport } from '../../core/assurance/effect.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { Command, Given } from '../command.ts';
import { choicesOf } from '../effect-choices.ts';
import { effectAsText } from '../effect-text.ts';
import { READER, RECORD_OPTIONS } from '../operation-command.ts';
import { writeFaults } from './case-check.ts';

/** `effect SECMP0065`: who is bound when, with and without the modification, under each reading. */
export const effect: Command = {
  path: ['effect'],
  summary: showEffect.summary,
  positionals: [{ name: 'MODIFICATION', required: true, description: 'SECMP0065.' }],
  options: [
    {
      name: 'case',
      value: 'DIR',
      repeatable: false,
      description: 'Take the proposal, parties and facts from a case; needs no record.',
    },
    { name: 'party', value: 'PARTY', repeatable: false, description: 'One party by id.' },
    { name: 'on', value: 'DAY', repeatable: false, description: 'Day for which each next assessment is answered.' },
    {
      name: 'reading',
      value: 'READING',
      repeatable: true,
      description: 'Fix a reading: WORDING=READING, or a reading that only one wording has.',
    },
    {
      name: 'assume',
      value: 'EVENT=DAY',
      repeatable: true,
      description:
        'Suppose that an event (or EVENT:SUBJECT) occurs on a day, or never; also the approval that is awaited.',
    },
    {
      name: 'moved',
      value: 'ASSESSMENT=DAY',
      repeatable: true,
      description: 'Suppose that a booked assessment is moved.',
    },
    ...RECORD_OPTIONS.filter((option) => option.name === 'data'),
  ],
  run: async (given, runtime) => {
    const [modification = ''] = given.positionals;
    const directory = given.values.get('case')?.[0];
    const report = await (directory === undefined ? fromRecord : fromCase)(
      modification,
      given,
      runtime,
      directory ?? '',
    );
    if (!report.ok) return report;
    return done({ text: effectAsText(report.value), json: z.encode(showEffect.output, report.value) });
  },
};

type From = (
  modification: string,
  given: Given,
  runtime: Parameters<Command['run']>[1],
  directory: string,
) => Promise<Result<EffectReport>>;

const fromRecord: From = async (modification, given, runtime) => {
  const result = await runtime.withRecord(given.values.get('data')?.[0] ?? null, async ({ ports }) => {
    const { wordings } = await readWordings(ports, modification);
    const options = choicesOf(given, wordings);
    if (!options.ok) return options;
    return runDecoded(showEffect, { ports, actor: READER }, { modification, ...options.value });
  });
  return result.ok ? result.value : result;
};

const fromCase: From = async (modification, given, runtime, directory) => {
  const read = await runtime.cases.read(directory);
  if (!read.ok) return refuse(rejection('input-invalid', writeFaults(directory, read.faults)));
  if (read.case.proposal.id !== modification) {
    return refuse(rejection('not-found', `The case in ${directory} is ${read.case.proposal.id}, not ${modification}`));
  }
  const options = choicesOf(given, [...read.rulebook.wordings, ...read.case.proposal.wordings]);
  if (!options.ok) return options;
  const decoded = z.safeDecode(z.strictObject(effectOptionFields), options.value as never);
  if (!decoded.success) return refuse(inputFault(decoded.error));
  return effectOfCase(read.case, read.rulebook, decoded.data);
};
