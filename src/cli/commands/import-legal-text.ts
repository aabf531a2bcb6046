import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import { done, refuse } from '../../app/operation.ts';
import { runOperation } from '../../app/run-operation.ts';
import { importLegalText } from '../../app/text/import-legal-text.ts';
import { LARGEST_DOCUMENT } from '../../core/code/document-file.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { Command } from '../command.ts';
import { driftLines } from '../drift-text.ts';
import { READER, RECORD_OPTIONS } from '../operation-command.ts';
import { tellingOf } from '../reading-progress.ts';

type Imported = z.input<typeof importLegalText.output>;

/** `legal-text import FILE --modification SECMP0065`: the tracked changes of a Word file as amendments. */
export const legalTextImport: Command = {
  path: ['legal-text', 'import'],
  summary: importLegalText.summary,
  positionals: [{ name: 'FILE', required: true, description: 'A Word file with tracked changes.' }],
  options: [
    {
      name: 'modification',
      value: 'ID',
      repeatable: false,
      description: 'Against the version it was drafted against.',
    },
    { name: 'code', value: 'ID', repeatable: false, description: 'Instrument by id, with --version.' },
    { name: 'version', value: 'LABEL', repeatable: false, description: 'The version that the changes are against.' },
    ...RECORD_OPTIONS.filter((option) => option.name === 'data'),
  ],
  run: async ({ positionals: [path = ''], values }, runtime) => {
    const size = await stat(path).then(
      (found) => (found.isFile() ? found.size : null),
      () => null,
    );
    if (size === null) return refuse(rejection('input-invalid', `There is no file "${path}"`));
    if (size > LARGEST_DOCUMENT) {
      return refuse(rejection('input-invalid', `${path} has ${size} bytes; at most ${LARGEST_DOCUMENT} are read`));
    }
    const bytes = await readFile(path);
    const [modification, instrument, version] = ['modification', 'code', 'version'].map(
      (name) => values.get(name)?.[0] ?? null,
    );
    const input = { modification, instrument, version, fileName: basename(path), file: bytes.toString('base64') };
    const result = await runtime.withRecord(values.get('data')?.[0] ?? null, ({ ports }) =>
      runOperation(importLegalText, { ports: tellingOf(ports, runtime), actor: READER }, input),
    );
    if (!result.ok) return result;
    if (!result.value.ok) return result.value;
    const json = result.value.value as Imported;
    return done({ text: asText(json), json });
  },
};

function asText({ instrument, against, amendments, instructions, drift, report }: Imported): string {
  const apart = driftLines(drift);
  const listed = report.listed.map(
    (one) => `  ${one.path}: ${one.sentence}${one.times > 1 ? ` (${one.times} times)` : ''}`,
  );
  return [
    `${amendments.length} amendments of ${instrument.shortTitle} v${against.label}; nothing is stored.`,
    ...instructions.map((one, at) => `${String(at + 1).padStart(4)}. ${one}`),
    ...(apart.length === 0 ? [] : ['', 'Where the file was made on another text:', ...apart]),
    ...(listed.length === 0 ? [] : ['', 'Guessed, or in the file and not carried:', ...listed]),
  ].join('\n');
}
