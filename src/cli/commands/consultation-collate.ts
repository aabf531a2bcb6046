import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { collateConsultation } from '../../app/consultation/collate-consultation.ts';
import { done, type Result, refuse } from '../../app/operation.ts';
import { operations } from '../../app/operations.ts';
import { loadDemonstration } from '../../app/record/load-demonstration.ts';
import { playAct } from '../../app/record/play-act.ts';
import { runDecoded } from '../../app/run-operation.ts';
import { collationDocument } from '../../core/document/collation-paper.ts';
import { answerWords, choiceWords, totalsSentence } from '../../core/document/collation-words.ts';
import { dayOfInstant } from '../../core/kernel/instant.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { Collation } from '../../core/modification/consultation/collation.ts';
import { collationCsv } from '../../format/collation-csv.ts';
import { PAPER_FORMATS, renderPaper } from '../../format/paper.ts';
import type { Command, Given, Printed, Runtime, World } from '../command.ts';
import { READER, RECORD_OPTIONS } from '../operation-command.ts';
import { writeFaults } from './case-check.ts';

const FORMATS = ['text', 'json', 'csv', ...PAPER_FORMATS] as const;

/** `consultation collate MODIFICATION`: the responses side by side, from a record or from the acts of a case. */
export const consultationCollate: Command = {
  path: ['consultation', 'collate'],
  summary: collateConsultation.summary,
  positionals: [{ name: 'MODIFICATION', required: true, description: 'SECMP0065.' }],
  options: [
    {
      name: 'step',
      value: 'STEP',
      repeatable: false,
      description: 'Which consultation; left out, the one opened last.',
    },
    { name: 'public', value: null, repeatable: false, description: 'The redacted set, as everybody may read it.' },
    {
      name: 'case',
      value: 'DIR',
      repeatable: false,
      description: 'Play a case up to its last response; needs no record.',
    },
    { name: 'format', value: FORMATS.join('|'), repeatable: false, description: 'Form of the answer (default text).' },
    {
      name: 'output',
      value: 'FILE',
      repeatable: false,
      description: 'Where a file goes; csv and json also to standard output.',
    },
    ...RECORD_OPTIONS,
  ],
  run: async (given, runtime) => {
    const format = FORMATS.find((one) => one === (given.values.get('format')?.[0] ?? 'text'));
    const output = given.values.get('output')?.[0];
    if (format === undefined) {
      return refuse(rejection('input-invalid', `--format is not known; expected one of ${FORMATS.join(', ')}.`));
    }
    if (output === undefined && PAPER_FORMATS.some((one) => one === format)) {
      return refuse(rejection('input-invalid', `A ${format} file is no text: expected --output FILE.`));
    }
    const directory = given.values.get('case')?.[0];
    const collated = await (directory === undefined ? fromRecord(given, runtime) : fromCase(given, runtime, directory));
    if (!collated.ok) return collated;
    return written(collated.value, format, output);
  },
};

async function written(
  collation: Collation,
  format: (typeof FORMATS)[number],
  output: string | undefined,
): Promise<Result<Printed>> {
  const json = z.encode(collateConsultation.output, collation);
  const paper = PAPER_FORMATS.find((one) => one === format);
  const body =
    paper !== undefined
      ? (await renderPaper(collationDocument(collation, dayOfInstant(collation.closes)), paper)).bytes
      : format === 'csv'
        ? collationCsv(collation)
        : format === 'json'
          ? JSON.stringify(json, null, 2)
          : collationText(collation);
  if (output === undefined) return done({ text: String(body).trimEnd(), json });
  await writeFile(output, body);
  return done({ text: `${totalsSentence(collation)}\nWritten to ${output}.`, json });
}

async function fromRecord(given: Given, runtime: Runtime): Promise<Result<Collation>> {
  const email = given.values.get('as')?.[0];
  const result = await runtime.withRecord(given.values.get('data')?.[0] ?? null, async ({ ports, actor }) => {
    const who = email === undefined ? READER : await actor(email);
    if (who === null) return refuse<Collation>(rejection('not-found', `There is no account "${email}" in this record`));
    return runDecoded(collateConsultation, { ports, actor: who }, inputOf(given));
  });
  return result.ok ? result.value : result;
}

/** Plays the acts of a case up to the end of its consultation, and collates as the account named or as a reader. */
async function fromCase(given: Given, runtime: Runtime, directory: string): Promise<Result<Collation>> {
  const read = await runtime.cases.read(directory);
  if (!read.ok) return refuse(rejection('input-invalid', writeFaults(directory, read.faults)));
  return runtime.withThrowaway(read.case, async ({ ports, actor }: World): Promise<Result<Collation>> => {
    await ports.rulebooks.current(read.rulebook.code);
    const loaded = await loadDemonstration(ports, read.case, read.rulebook);
    if (!loaded.ok) return loaded;
    const last = read.case.acts.findLastIndex((act) => act.operation === 'respond');
    for (const act of read.case.acts.slice(0, last + 2)) {
      const played = await playAct(ports, operations, read.case, act);
      if (!played.ok) return played;
    }
    const email = given.values.get('as')?.[0];
    const who = email === undefined ? READER : await actor(email);
    if (who === null) return refuse(rejection('not-found', `The case has no account "${email}"`));
    return runDecoded(collateConsultation, { ports, actor: who }, inputOf(given));
  });
}

function inputOf({ positionals: [modification = ''], values, switches }: Given) {
  const step = values.get('step')?.[0] ?? null;
  return { modification, step, audience: switches.has('public') ? ('public' as const) : ('reader' as const) };
}

const WIDTH = 24;

function collationText(collation: Collation): string {
  const lines = [`${collation.modification} ${collation.title}: ${collation.consultation}`, totalsSentence(collation)];
  const most = Math.max(1, ...collation.questions.flatMap(({ counts }) => counts.map(({ count }) => count)));
  for (const { question, counts, confidential, withheld } of collation.questions) {
    lines.push(
      '',
      `${question.text}${question.about === undefined ? '' : ` (${question.about.kind} ${question.about.id})`}`,
    );
    const longest = Math.max(0, ...counts.map(({ answer }) => answer.length));
    for (const { answer, count } of counts) {
      lines.push(
        `  ${choiceWords(answer).padEnd(longest)}  ${String(count).padStart(3)} ${'#'.repeat(Math.round((count / most) * WIDTH))}`.trimEnd(),
      );
    }
    if (counts.length > 0) continue;
    for (const response of collation.responses) {
      for (const answer of response.answers.filter((one) => one.question === question.id)) {
        lines.push(`  ${response.name}: ${answerWords(answer)}`);
      }
    }
    if (withheld > 0) lines.push(`  ${withheld} not shown here.`);
    if (confidential > 0) lines.push(`  ${confidential} confidential.`);
  }
  return lines.join('\n');
}
