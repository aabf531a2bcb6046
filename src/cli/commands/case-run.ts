import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { showEffect } from '../../app/effect/show-effect.ts';
import { listModifications } from '../../app/modification/list-modifications.ts';
import { showModification } from '../../app/modification/show-modification.ts';
import { done, type Operation, type Result, refuse } from '../../app/operation.ts';
import { operations } from '../../app/operations.ts';
import { draftPaper } from '../../app/paper/draft-paper.ts';
import type { Ports } from '../../app/ports.ts';
import { loadDemonstration } from '../../app/record/load-demonstration.ts';
import { playAct } from '../../app/record/play-act.ts';
import { runDecoded } from '../../app/run-operation.ts';
import { calendarEntries } from '../../core/document/calendar-entries.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { Case } from '../../core/rulebook/case.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { icsCalendar } from '../../format/ics/timetable.ts';
import { renderPaper } from '../../format/paper.ts';
import type { Command, Printed, Runtime } from '../command.ts';
import { READER } from '../operation-command.ts';
import { outFault } from '../out-folder.ts';
import { writeFaults } from './case-check.ts';

type PaperName = z.input<typeof draftPaper.input>['paper'];

/** `case run DIR`: plays a case through a throwaway database, every act through the same door as any person. */
export const caseRun: Command = {
  path: ['case', 'run'],
  summary: 'Play a case through a throwaway database and write its papers, timetable, effect and register.',
  positionals: [{ name: 'DIR', required: true, description: 'Folder of the case: rulebook/cases/secmp0065.' }],
  options: [
    { name: 'out', value: 'DIR', repeatable: false, description: 'Where the files go (default ./<case>-papers).' },
  ],
  run: async ({ positionals: [directory = ''], values }, runtime) => {
    const read = await runtime.cases.read(directory);
    if (!read.ok) return refuse(rejection('input-invalid', writeFaults(directory, read.faults)));
    const out = values.get('out')?.[0] ?? `${read.case.id}-papers`;
    const fault = await outFault(out);
    if (fault !== null) return refuse(rejection('input-invalid', fault));
    return runtime.withThrowaway(read.case, ({ ports }) => play(ports, read.case, read.rulebook, out, runtime));
  },
};

async function play(
  ports: Ports,
  given: Case,
  rulebook: Rulebook,
  out: string,
  runtime: Runtime,
): Promise<Result<Printed>> {
  await ports.rulebooks.current(rulebook.code);
  const loaded = await loadDemonstration(ports, given, rulebook);
  if (!loaded.ok) return loaded;
  for (const [index, act] of given.acts.entries()) {
    const result = await playAct(ports, operations, given, act);
    runtime.progress(
      `${index + 1}/${given.acts.length} ${act.at} ${act.by}: ${act.operation}${result.ok ? '' : ' refused'}`,
    );
    if (!result.ok) return result;
  }
  const files = await filesOf(ports, given);
  if (!files.ok) return files;
  await mkdir(out, { recursive: true });
  for (const { name, bytes } of files.value) await writeFile(join(out, name), bytes);
  const names = files.value.map((file) => file.name);
  const text = [
    `${given.acts.length} acts played; ${names.length} files in ${out}:`,
    ...names.map((name) => `  ${name}`),
  ];
  return done({ text: text.join('\n'), json: { case: given.id, acts: given.acts.length, out, files: names } });
}

interface WrittenFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/** The report and the legal text as they went to the first body that read them; the rest as the case ended. */
async function filesOf(ports: Ports, given: Case): Promise<Result<WrittenFile[]>> {
  const modification = given.proposal.id;
  const submitted = given.acts.find((act) => act.operation === 'submit-paper')?.at ?? null;
  const files: WrittenFile[] = [];
  const wanted: [PaperName, readonly ('html' | 'pdf' | 'docx')[]][] = [
    ['initial-modification-report', ['html', 'pdf', 'docx']],
    ['legal-text', ['html', 'docx']],
  ];
  for (const [paper, formats] of wanted) {
    const drafted = await ask(ports, draftPaper, { modification, paper, knownAt: submitted });
    if (!drafted.ok) return drafted;
    for (const format of formats) {
      const { bytes, fileName } = await renderPaper(drafted.value, format);
      files.push({ name: fileName, bytes });
    }
  }
  const shown = await ask(ports, showModification, { modification });
  const effect = await ask(ports, showEffect, { modification });
  const register = await ask(ports, listModifications, {});
  if (!shown.ok) return shown;
  if (!effect.ok) return effect;
  if (!register.ok) return register;
  const view = z.encode(showModification.output, shown.value);
  files.push(
    { name: 'timetable.json', bytes: json(view.progression) },
    {
      name: 'timetable.ics',
      bytes: icsCalendar(`${modification} timetable`, calendarEntries(shown.value), given.proposal.report.paper.dated),
    },
    { name: 'effect.json', bytes: json(z.encode(showEffect.output, effect.value)) },
    { name: 'register.json', bytes: json(z.encode(listModifications.output, register.value)) },
  );
  return done(files);
}

function ask<I extends z.ZodType, O extends z.ZodType>(
  ports: Ports,
  operation: Operation<I, O>,
  input: z.input<I>,
): Promise<Result<z.output<O>>> {
  return runDecoded(operation, { ports, actor: READER }, input);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
