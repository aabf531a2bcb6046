import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { done, type Result, refuse } from '../../app/operation.ts';
import { exportDutyProfile } from '../../app/oscal/export-duty-profile.ts';
import { readOscal } from '../../app/oscal/read-oscal.ts';
import { runDecoded } from '../../app/run-operation.ts';
import { exportDocument, type fileSchema } from '../../app/text/export-document.ts';
import { walk } from '../../core/code/tree.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { openJsonSchema } from '../../format/json/validate.ts';
import { writeDuties } from '../../format/rulebook/write-duties.ts';
import type { Command, Given, Option, Printed, Runtime } from '../command.ts';
import { holdAgainst } from '../hold-against.ts';
import { section } from '../import-text.ts';
import { READER, RECORD_OPTIONS } from '../operation-command.ts';
import { readWhole } from '../read-file.ts';
import { documentImport, takeIn } from './document.ts';

const SCHEMA: Option = {
  name: 'schema',
  value: 'FILE',
  repeatable: false,
  description: 'A JSON Schema that the file must satisfy: that of OSCAL 1.2.1 for a catalog or a profile.',
};
const option = (name: string, value: string, description: string): Option => ({
  name,
  value,
  repeatable: false,
  description,
});

/** `oscal export --catalog sec`, `--profile large-supplier`, `--modification SECMP0065`. */
export const oscalExport: Command = {
  path: ['oscal', 'export'],
  summary:
    'Gives the provisions of an instrument, what binds a class of parties, or what a modification changes, as OSCAL.',
  positionals: [],
  options: [
    option('catalog', 'CODE', 'The provisions of an instrument by id, as a catalog: sec.'),
    option('profile', 'CLASS', 'What binds a party category by id, as a profile: large-supplier.'),
    option('modification', 'ID', 'What a modification changes, as a profile: SECMP0065.'),
    option('code', 'CODE', 'Rulebook of the class (default sec).'),
    option('on', 'DAY', 'The day (default: today by the clock of the record).'),
    option('known-at', 'INSTANT', 'As the record was known at this instant.'),
    { name: 'life', value: null, repeatable: false, description: 'Of a catalog: since when each provision reads so.' },
    option('out', 'FILE', 'Where to write it (default: standard output).'),
    SCHEMA,
    ...RECORD_OPTIONS.filter(({ name }) => name === 'data'),
  ],
  run: async (given, runtime) => {
    const asked = ['catalog', 'profile', 'modification'].filter((name) => given.values.has(name));
    if (asked.length !== 1) {
      const found = asked.length === 0 ? 'none of them' : asked.map((name) => `--${name}`).join(' and ');
      const sentence = `Expected one of --catalog CODE, --profile CLASS and --modification ID, found ${found}.`;
      return refuse(rejection('input-invalid', sentence));
    }
    const made = await runtime.withRecord(given.values.get('data')?.[0] ?? null, ({ ports }) => exported(given, ports));
    if (!made.ok) return made;
    if (!made.value.ok) return made.value;
    return written(made.value.value, given, runtime);
  },
};

type File = z.output<typeof fileSchema>;

function exported(
  { values, switches }: Given,
  ports: Parameters<typeof runDecoded>[1]['ports'],
): Promise<Result<File>> {
  const given = (name: string): string | null => values.get(name)?.[0] ?? null;
  const caller = { ports, actor: READER };
  const knownAt = given('known-at');
  const instrument = given('catalog');
  const on = given('on') ?? ports.clock.now().slice(0, 10);
  if (instrument !== null) {
    return runDecoded(exportDocument, caller, { instrument, on, knownAt, format: 'oscal', life: switches.has('life') });
  }
  const [category, modification] = [given('profile'), given('modification')];
  const code = given('code') ?? undefined;
  return runDecoded(exportDutyProfile, caller, { class: category, modification, code, on, knownAt });
}

async function written(
  { bytes, fileName, mediaType, losses }: File,
  { values }: Given,
  runtime: Runtime,
): Promise<Result<Printed>> {
  const held = await holdAgainst(values.get('schema')?.[0] ?? null, openJsonSchema, { bytes, name: fileName }, runtime);
  if (!held.ok) return held;
  const out = values.get('out')?.[0] ?? null;
  if (out === null) {
    for (const loss of losses) runtime.progress(loss);
    const text = new TextDecoder().decode(bytes).trimEnd();
    return done({ text, json: { fileName, mediaType, losses, text } });
  }
  const fault = await writeFile(out, bytes).catch((error: Error) => error);
  if (fault instanceof Error) return refuse(rejection('input-invalid', `${out} cannot be written: ${fault.message}`));
  const text = [`${out} written (${bytes.length} bytes).`, ...losses].join('\n');
  return done({ text, json: { fileName: out, mediaType, bytes: bytes.length, losses } });
}

/** `oscal import FILE`: a report of what is in it; with `--code` the text of a catalog is taken in. */
export const oscalImport: Command = {
  path: ['oscal', 'import'],
  summary:
    'Reads a file of OSCAL: reports what is understood, and with --code takes the text of a catalog into the record.',
  positionals: [
    { name: 'FILE', required: true, description: 'A catalog or a profile of OSCAL 1.0 to 1.2.1, as JSON.' },
  ],
  options: [
    ...documentImport.options.filter(({ name }) => name !== 'schema' && name !== 'format'),
    option('out', 'FILE', 'Of a profile made by Proviso: where to write its duties, as a file for a rulebook.'),
    SCHEMA,
  ].map((one) =>
    one.name === 'code'
      ? { ...one, description: 'Instrument by id, to store the text; left out, only a report.' }
      : one,
  ),
  run: async (given, runtime) => {
    const { positionals, values } = given;
    const [file = ''] = positionals;
    const read = await readWhole(file, runtime);
    if (!read.ok) return read;
    const held = await holdAgainst(
      values.get('schema')?.[0] ?? null,
      openJsonSchema,
      { bytes: read.value, name: file },
      runtime,
    );
    if (!held.ok) return held;
    if (values.has('code')) return takeIn(given, read.value, 'oscal', runtime);
    const input = { fileName: basename(file), file: Buffer.from(read.value).toString('base64') };
    const result = await runDecoded(readOscal, { ports: runtime.recordless, actor: READER }, input);
    return result.ok ? reported(result.value, file, values.get('out')?.[0] ?? null) : result;
  },
};

async function reported(
  found: z.output<typeof readOscal.output>,
  file: string,
  out: string | null,
): Promise<Result<Printed>> {
  const { root, title, ours, provisions, includes, obligations, wordings, changes, amendments, report } = found;
  if (out !== null) {
    if (obligations.length === 0) {
      return refuse(
        rejection('input-invalid', `${file} carries no duties of ours, so there is nothing to write to ${out}.`),
      );
    }
    const fault = await writeFile(out, writeDuties({ obligations, wordings })).catch((error: Error) => error);
    if (fault instanceof Error) return refuse(rejection('input-invalid', `${out} cannot be written: ${fault.message}`));
  }
  const controls = includes.reduce((sum, one) => sum + (one.controls?.length ?? 0), 0);
  const counts = [
    [walk({ provisions }).length, 'provisions'],
    [controls, 'controls taken from catalogs'],
    [obligations.length, 'duties'],
    [wordings.length, 'wordings'],
    [changes.length, 'changes of duties'],
    [amendments.length, 'amendments'],
  ].filter(([count]) => count !== 0);
  const held = counts.length === 0 ? 'nothing that a code holds' : counts.map((one) => one.join(' ')).join(', ');
  const text = [
    `${file} is ${report.dialect} "${title}"${ours ? ', made by Proviso' : ''}: ${held}.`,
    storedSentence(root, obligations.length > 0),
    ...(out === null ? [] : [`${out} written: put it into obligations/ of a rulebook.`]),
    ...section('Kept as words, or here as it stands', report.listed, file),
  ].join('\n');
  return done({ text, json: z.encode(readOscal.output, found) });
}

function storedSentence(root: string, hasDuties: boolean): string {
  if (root === 'catalog') return 'Nothing is stored; --code CODE takes the text into the record.';
  if (!hasDuties) return 'Nothing is stored.';
  return 'Nothing is stored: duties are data of a rulebook and amendments are put forward in a draft; --out FILE writes the duties.';
}
