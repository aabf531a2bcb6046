import { z } from 'zod';
import { effectOfCase } from '../../app/effect/effect-of-case.ts';
import { effectOptionFields } from '../../app/effect/effect-options.ts';
import { readWordings } from '../../app/effect/read-wordings.ts';
import { showEffect } from '../../app/effect/show-effect.ts';
import { showJointEffect } from '../../app/effect/show-joint-effect.ts';
import { done, type Result, refuse } from '../../app/operation.ts';
import { inputFault, runDecoded } from '../../app/run-operation.ts';
import type { EffectReport } from '../../core/assurance/effect.ts';
import type { JointEffect } from '../../core/assurance/joint-effect.ts';
import { MOST_TOGETHER } from '../../core/assurance/order.ts';
import { effectPaper } from '../../core/document/effect-paper.ts';
import { orderSentences } from '../../core/document/joint-order.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { effectCsv } from '../../format/effect-csv.ts';
import { renderPaper } from '../../format/paper.ts';
import type { Command, Given, Printed } from '../command.ts';
import { choicesOf } from '../effect-choices.ts';
import { effectAsText } from '../effect-text.ts';
import { jointEffectAsText } from '../joint-effect-text.ts';
import { READER, RECORD_OPTIONS } from '../operation-command.ts';
import { writeFaults } from './case-check.ts';

const FORMATS = ['text', 'json', 'csv', 'html'] as const;

type Format = (typeof FORMATS)[number];

/** `effect SECMP0065`: who is bound when, with and without the modification, under each reading. */
export const effect: Command = {
  path: ['effect'],
  summary: showEffect.summary,
  positionals: [
    { name: 'MODIFICATION', required: true, description: 'SECMP0065.' },
    ...Array.from({ length: MOST_TOGETHER - 1 }, () => ({
      name: 'AND',
      required: false,
      description: 'Another one: each is told alone, and all of them together.',
    })),
  ],
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
    { name: 'format', value: 'FORMAT', repeatable: false, description: `${FORMATS.join(', ')} (default text).` },
    ...RECORD_OPTIONS.filter((option) => option.name === 'data'),
  ],
  run: async (given, runtime) => {
    const [modification = '', ...others] = given.positionals;
    const format = FORMATS.find((one) => one === (given.values.get('format')?.[0] ?? 'text'));
    if (format === undefined) {
      const sentence = `--format is "${given.values.get('format')?.[0]}"; expected one of ${FORMATS.join(', ')}`;
      return refuse(rejection('input-invalid', sentence));
    }
    if (others.length > 0) {
      if (given.values.has('case'))
        return refuse(rejection('input-invalid', 'A case has one modification; expected one, or a record'));
      const joint = await jointFromRecord(given, runtime);
      if (!joint.ok) return joint;
      const { alone, together } = joint.value;
      const reports = [...alone, together];
      return printed(format, z.encode(showJointEffect.output, joint.value), () =>
        written(format, reports, orderSentences(joint.value), () => jointEffectAsText(joint.value)),
      );
    }
    const directory = given.values.get('case')?.[0];
    const report = await (directory === undefined ? fromRecord : fromCase)(
      modification,
      given,
      runtime,
      directory ?? '',
    );
    if (!report.ok) return report;
    const json = z.encode(showEffect.output, report.value);
    const { value } = report;
    return printed(format, json, () => written(format, [value], [], () => effectAsText(value)));
  },
};

async function printed(format: Format, json: unknown, text: () => Promise<string>): Promise<Result<Printed>> {
  return done({ text: format === 'json' ? JSON.stringify(json, null, 2) : await text(), json });
}

async function written(
  format: Format,
  reports: readonly EffectReport[],
  opening: readonly string[],
  asText: () => string,
): Promise<string> {
  if (format === 'text') return asText();
  if (format === 'csv') return effectCsv(reports);
  const dated = reports[0]?.on;
  if (dated === undefined) throw new RangeError('there is no effect to print');
  return new TextDecoder().decode((await renderPaper(effectPaper({ reports, opening, dated }), 'html')).bytes);
}

async function jointFromRecord(given: Given, runtime: Parameters<Command['run']>[1]): Promise<Result<JointEffect>> {
  const result = await runtime.withRecord(given.values.get('data')?.[0] ?? null, async ({ ports }) => {
    const wordings = await Promise.all(given.positionals.map((one) => readWordings(ports, one)));
    const known = new Map(wordings.flatMap((one) => one.wordings).map((one) => [one.id, one]));
    const options = choicesOf(given, [...known.values()]);
    if (!options.ok) return options;
    return runDecoded(
      showJointEffect,
      { ports, actor: READER },
      { modifications: given.positionals, ...options.value },
    );
  });
  return result.ok ? result.value : result;
}

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
