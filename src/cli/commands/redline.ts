import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { readInstrument } from '../../app/instruments.ts';
import { type Context, done, type Result, refuse } from '../../app/operation.ts';
import type { KnownBy } from '../../core/code/align.ts';
import { LARGEST_DOCUMENT } from '../../core/code/document-file.ts';
import { redlineBlockSchema } from '../../core/code/redline.schema.ts';
import { redline as compare } from '../../core/code/redline.ts';
import type { Forest } from '../../core/code/tree.ts';
import { timelineOf, versionOn } from '../../core/code/version.ts';
import { redlinePaper, redlineSummary } from '../../core/document/redline-paper.ts';
import { parseDay } from '../../core/kernel/day.ts';
import { dayOfInstant } from '../../core/kernel/instant.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { readCodeText } from '../../format/code/read-code-file.ts';
import { documentFormats } from '../../format/document-formats.ts';
import { renderPaper } from '../../format/paper.ts';
import type { Command, Runtime, World } from '../command.ts';
import { READER, RECORD_OPTIONS } from '../operation-command.ts';
import { redlineLines } from '../text.ts';

const FORMATS = ['text', 'html', 'docx', 'pdf', 'json'] as const;

type Format = (typeof FORMATS)[number];

/** A text to compare, what it is called, and whether its identities are those of a record. */
interface Side {
  readonly name: string;
  readonly text: Forest;
  readonly notice: string | null;
  readonly known: KnownBy;
}

/** `redline A B`: one comparison of two files or versions, in any form. */
export const redline: Command = {
  path: ['redline'],
  summary: 'Compares two texts, each a file or a version of a code, and prints the redline in any form.',
  positionals: [
    {
      name: 'A',
      required: true,
      description: 'A file (JSON, YAML, DOCX, Akoma Ntoso), or sec@5.20, or sec@2018-10-12.',
    },
    { name: 'B', required: true, description: 'Likewise; the redline goes from A to B.' },
  ],
  options: [
    { name: 'format', value: 'FORMAT', repeatable: false, description: `${FORMATS.join(', ')} (default text).` },
    {
      name: 'output',
      value: 'FILE',
      repeatable: false,
      description: 'Where it goes (docx and pdf: default redline.FORMAT).',
    },
    { name: 'changes', value: null, repeatable: false, description: 'Leave out provisions that did not change.' },
    ...RECORD_OPTIONS.filter((option) => option.name === 'data'),
  ],
  run: async ({ positionals: [a = '', b = ''], values, switches }, runtime) => {
    const format = FORMATS.find(
      (one) => one === (values.get('format')?.[0] ?? (switches.has('json') ? 'json' : 'text')),
    );
    if (format === undefined) {
      const sentence = `--format is "${values.get('format')?.[0]}"; expected ${FORMATS.join(', ')}`;
      return refuse(rejection('input-invalid', sentence));
    }
    const sides = await readSides([a, b], values.get('data')?.[0] ?? null, runtime);
    if (!sides.ok) return sides;
    const [before, after] = sides.value;
    const known = before.known === 'identity' && after.known === 'identity' ? 'identity' : 'words';
    const blocks = compare(before.text, after.text, known);
    const dated = dayOfInstant(runtime.recordless.clock.now());
    const notice = after.notice ?? before.notice ?? 'A comparison of two texts; the words are those of their authors.';
    const changesOnly = switches.has('changes');
    const paper = redlinePaper({ before: before.name, after: after.name, blocks, dated, notice, changesOnly });
    const [shown] = paper.blocks.flatMap((block) => (block.kind === 'redline' ? [block.blocks] : []));
    const json = { before: before.name, after: after.name, summary: redlineSummary(blocks), blocks: shown ?? [] };
    const words = (): string => [paper.title, redlineSummary(blocks), '', ...redlineLines(shown ?? [])].join('\n');
    const bytes =
      format === 'text' || format === 'json'
        ? format === 'text'
          ? words()
          : JSON.stringify({ ...json, blocks: z.array(redlineBlockSchema).parse(json.blocks) }, null, 2)
        : (await renderPaper(paper, format)).bytes;
    return give(bytes, format, values.get('output')?.[0] ?? null, json);
  },
};

/** Writes what was made to a file, or gives it as words. */
async function give(
  made: string | Uint8Array,
  format: Format,
  output: string | null,
  json: { readonly summary: string },
) {
  const file = output ?? (format === 'docx' || format === 'pdf' ? `redline.${format}` : null);
  if (file === null) return done({ text: typeof made === 'string' ? made : new TextDecoder().decode(made), json });
  const fault = await writeFile(file, made).then(
    () => null,
    (error: Error) => error.message,
  );
  if (fault !== null) return refuse<never>(rejection('input-invalid', `${file} cannot be written: ${fault}`));
  return done({ text: `${json.summary}\nThe redline is in ${file}.`, json: { ...json, file } });
}

async function readSides(
  names: readonly [string, string],
  data: string | null,
  runtime: Runtime,
): Promise<Result<readonly [Side, Side]>> {
  const sides: Side[] = [];
  for (const name of names) {
    const read = (await isFile(name)) ? await readFileSide(name) : await readVersionSide(name, data, runtime);
    if (!read.ok) return read;
    sides.push(read.value);
  }
  return done([sides[0] as Side, sides[1] as Side]);
}

async function isFile(name: string): Promise<boolean> {
  return stat(name).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function readFileSide(file: string): Promise<Result<Side>> {
  const { size } = await stat(file);
  if (size > LARGEST_DOCUMENT) {
    return refuse(rejection('input-invalid', `${file} has ${size} bytes; expected at most ${LARGEST_DOCUMENT}.`));
  }
  const bytes = await readFile(file);
  const side = { name: basename(file), notice: null };
  if (/\.ya?ml$/.test(file) || isCodeText(file, bytes)) {
    const decoded = readCodeText(file, bytes.toString('utf8'));
    if (decoded.ok) return done({ ...side, text: decoded.value, known: 'identity' });
    return refuse(decoded.faults[0] ?? rejection('input-invalid', `${file} is not the text of a code.`));
  }
  const read = await documentFormats.read(bytes, { fileName: file, format: null, base: null });
  if (!read.ok) return read;
  // identities in files of any origin are mostly numbers, which would pair what only has the same number
  return done({ ...side, text: read.value, known: 'words' });
}

function isCodeText(file: string, bytes: Buffer): boolean {
  return (
    file.endsWith('.json') &&
    /^\s*\{/.test(bytes.toString('utf8', 0, 64)) &&
    bytes.includes('"provisions"') &&
    bytes.includes('"code"')
  );
}

/** `sec@5.20` or `sec@2018-10-12`, out of the record. */
async function readVersionSide(name: string, data: string | null, runtime: Runtime): Promise<Result<Side>> {
  const [instrument = '', at] = name.split('@');
  if (at === undefined || at === '') {
    const sentence = `"${name}" is neither a file nor a version; expected a file, or a code with a label or day: sec@5.20`;
    return refuse(rejection('input-invalid', sentence));
  }
  const read = await runtime.withRecord(data, ({ ports }) => readInstrument(contextOf(ports), instrument, null));
  if (!read.ok) return read;
  if (!read.value.ok) return read.value;
  const history = read.value.value;
  const timeline = timelineOf(history, null);
  const on = parseDay(at);
  const version = on === null ? timeline.find(({ label }) => label === at) : versionOn(timeline, on);
  if (version === undefined || version === null) {
    return refuse(rejection('not-found', `The ${history.shortTitle} has no version "${at}".`));
  }
  const { shortTitle, notice } = history;
  const called = on === null ? `${shortTitle} v${at}` : `${shortTitle} on ${at}`;
  return done({ name: called, text: version.text, notice, known: 'identity' });
}

function contextOf(ports: World['ports']): Context {
  const now = ports.clock.now();
  return { ports, actor: READER, now, today: dayOfInstant(now) };
}
