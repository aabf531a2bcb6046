import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { done, type Result, refuse } from '../../app/operation.ts';
import { type Caller, runDecoded } from '../../app/run-operation.ts';
import { checkDocument } from '../../app/text/check-document.ts';
import { exportDocument, type fileSchema } from '../../app/text/export-document.ts';
import { exportLegalText } from '../../app/text/export-legal-text.ts';
import { importDocument } from '../../app/text/import-document.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { openSchema } from '../../format/xml/validate.ts';
import type { Command, Given, Printed, Runtime } from '../command.ts';
import { holdAgainst } from '../hold-against.ts';
import { reportText } from '../import-text.ts';
import { READER, RECORD_OPTIONS } from '../operation-command.ts';
import { readWhole } from '../read-file.ts';
import { tellingOf } from '../reading-progress.ts';
import { redlineLine } from '../text.ts';

const SCHEMA = {
  name: 'schema',
  value: 'FILE',
  repeatable: false,
  description: 'A W3C XML Schema that the file must satisfy.',
};
const FORMAT = { name: 'format', value: 'FORMAT', repeatable: false };
const READ_AS = { ...FORMAT, description: 'akn, docx, json or oscal (default: by what is in the file).' };
const WRITE_AS = { ...FORMAT, description: 'akn, docx, pdf, html, json or oscal (default akn).' };

/** `document import FILE --code C --document D`: a file becomes the first text or the next version of an instrument. */
export const documentImport: Command = {
  path: ['document', 'import'],
  summary: importDocument.summary,
  positionals: [
    {
      name: 'FILE',
      required: true,
      description: 'Akoma Ntoso, Word, an OSCAL catalog, or JSON as "document export" writes it.',
    },
  ],
  options: [
    { name: 'code', value: 'CODE', repeatable: false, description: 'Instrument by id: sec (required).' },
    {
      name: 'document',
      value: 'ID',
      repeatable: false,
      description: 'Document of it by id; left out, the whole text.',
    },
    { name: 'as-of', value: 'DAY', repeatable: false, description: 'First day in force (default: as the file says).' },
    {
      name: 'made-by',
      value: 'NAME',
      repeatable: false,
      description: 'What makes the version, such as a designation (default: the file by name).',
    },
    { name: 'dry-run', value: null, repeatable: false, description: 'Report what would become of it; store nothing.' },
    READ_AS,
    SCHEMA,
    ...RECORD_OPTIONS,
  ],
  run: async (given, runtime) => {
    const {
      positionals: [file = ''],
      values,
    } = given;
    const option = (name: string): string | null => values.get(name)?.[0] ?? null;
    if (option('code') === null) return missing('--code', 'the instrument by id: sec');
    const read = await readWhole(file, runtime);
    if (!read.ok) return read;
    const held = await holdAgainst(option('schema'), openSchema, { bytes: read.value, name: file }, runtime);
    return held.ok ? takeIn(given, read.value, option('format'), runtime) : held;
  },
};

/** Takes a file in as a text, or with `--dry-run` says what would become of it. */
export async function takeIn(
  { positionals: [file = ''], values, switches }: Given,
  bytes: Uint8Array,
  format: string | null,
  runtime: Runtime,
): Promise<Result<Printed>> {
  const option = (name: string): string | null => values.get(name)?.[0] ?? null;
  const input = {
    instrument: option('code') ?? '',
    document: option('document'),
    fileName: basename(file),
    file: Buffer.from(bytes).toString('base64'),
    format,
    asOf: option('as-of'),
    madeBy: option('made-by'),
  };
  const dry = switches.has('dry-run');
  runtime.progress(dry ? 'Reading it as a text; nothing is stored' : 'Reading it as a text and storing it');
  const result = await runtime.withRecord(option('data'), async ({ ports, actor }) => {
    const email = option('as');
    const who = email === null ? READER : await actor(email);
    if (who === null) return refuse<Printed>(rejection('not-found', `There is no account "${email}" in this record`));
    const caller = { ports: tellingOf(ports, runtime), actor: who };
    return dry ? checked(await runDecoded(checkDocument, caller, input), file) : stored(caller, input, file);
  });
  return result.ok ? result.value : result;
}

/** `document export CODE DOCUMENT --on DAY --format akn`: the text in force on a day as a file. */
export const documentExport: Command = {
  path: ['document', 'export'],
  summary: exportDocument.summary,
  positionals: [
    { name: 'CODE', required: false, description: 'Instrument by id: sec.' },
    { name: 'DOCUMENT', required: false, description: 'Document of it by id or number; left out, the whole text.' },
  ],
  options: [
    {
      name: 'on',
      value: 'DAY',
      repeatable: false,
      description: 'The day (default: today by the clock of the record).',
    },
    { name: 'known-at', value: 'INSTANT', repeatable: false, description: 'As the record was known at this instant.' },
    WRITE_AS,
    {
      name: 'life',
      value: null,
      repeatable: false,
      description: 'Tell every version, and since when each provision reads so.',
    },
    { name: 'modification', value: 'ID', repeatable: false, description: 'Instead: the legal text of a modification.' },
    { name: 'output', value: 'FILE', repeatable: false, description: 'Where to write it (default: standard output).' },
    SCHEMA,
    ...RECORD_OPTIONS.filter((option) => option.name === 'data'),
  ],
  run: async (given, runtime) => {
    const option = (name: string): string | null => given.values.get(name)?.[0] ?? null;
    if (given.positionals.length === 0 && option('modification') === null) {
      return missing('CODE', 'an instrument by id, or --modification');
    }
    const made = await runtime.withRecord(option('data'), ({ ports }) => exported(given, ports));
    if (!made.ok) return made;
    if (!made.value.ok) return made.value;
    const { bytes, fileName, mediaType } = made.value.value;
    const held = await holdAgainst(option('schema'), openSchema, { bytes, name: fileName }, runtime);
    if (!held.ok) return held;
    const output = option('output') ?? (/\bxml|json|text\//.test(mediaType) ? null : fileName);
    if (output === null) {
      const text = new TextDecoder().decode(bytes).trimEnd();
      return done({ text, json: { fileName, mediaType, text } });
    }
    const fault = await writeFile(output, bytes).catch((error: Error) => error);
    if (fault instanceof Error)
      return refuse(rejection('input-invalid', `${output} cannot be written: ${fault.message}`));
    return done({
      text: `${output} written (${bytes.length} bytes).`,
      json: { fileName: output, mediaType, bytes: bytes.length },
    });
  },
};

function checked(result: Result<z.output<typeof checkDocument.output>>, file: string): Result<Printed> {
  if (!result.ok) return result;
  const { blocks, ...taken } = result.value;
  const lines = blocks.slice(0, SHOWN).map(redlineLine);
  const more = blocks.length > SHOWN ? [`… and ${blocks.length - SHOWN} provisions more (--json gives all)`] : [];
  const changes = taken.outcome === 'published' ? ['', 'What would change:', ...lines, ...more] : [];
  const text = [reportText(taken, file, true), ...changes].join('\n');
  return done({ text, json: z.encode(checkDocument.output, result.value) });
}

async function stored(caller: Caller, input: Input, file: string): Promise<Result<Printed>> {
  const result = await runDecoded(importDocument, caller, input);
  if (!result.ok) return result;
  return done({ text: reportText(result.value, file, false), json: z.encode(importDocument.output, result.value) });
}

/** Changed provisions that a dry run prints. */
const SHOWN = 100;

type Input = z.input<typeof importDocument.input>;
type File = z.output<typeof fileSchema>;

function exported(
  { positionals, values, switches }: Given,
  ports: Parameters<typeof runDecoded>[1]['ports'],
): Promise<Result<File>> {
  const option = (name: string): string | undefined => values.get(name)?.[0];
  const caller = { ports, actor: READER };
  const format = option('format') ?? 'akn';
  const modification = option('modification');
  if (modification !== undefined) return runDecoded(exportLegalText, caller, { modification, format });
  const on = option('on') ?? ports.clock.now().slice(0, 10);
  const [instrument = '', document = null] = positionals;
  const knownAt = option('known-at') ?? null;
  return runDecoded(exportDocument, caller, { instrument, document, on, knownAt, format, life: switches.has('life') });
}

function missing<T>(what: string, expected: string): Result<T> {
  return refuse(rejection('input-invalid', `${what} is missing; expected ${expected}.`));
}
