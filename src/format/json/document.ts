import { z } from 'zod';
import type { FileResult, ReadOptions } from '../../app/ports.ts';
import { type DocumentVersion, keptIn, type ReadDocument } from '../../core/code/document-file.ts';
import { codeTextSchema } from '../../core/code/provision.schema.ts';
import { versionLabelSchema } from '../../core/code/version.schema.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { rejection } from '../../core/kernel/rejection.ts';

/** Deeper than any text is nested. */
const DEEPEST = 400;

/** A text as JSON: the provisions as the API gives them, under the version that they are of. */
const fileSchema = z.strictObject({
  label: versionLabelSchema.nullable().default(null),
  inForceFrom: daySchema.nullable().default(null),
  text: codeTextSchema,
});

/** A version of an instrument as JSON, two spaces to a level. */
export async function writeJsonDocument({ instrument, provisions, version }: DocumentVersion): Promise<Uint8Array> {
  const json = z.encode(fileSchema, {
    label: version.label,
    inForceFrom: version.inForceFrom,
    text: { code: instrument.id, title: instrument.title, provisions },
  });
  return new TextEncoder().encode(`${JSON.stringify(json, null, 2)}\n`);
}

/** Reads what {@link writeJsonDocument} writes. */
export async function readJsonDocument(
  bytes: Uint8Array,
  { fileName }: ReadOptions,
): Promise<FileResult<ReadDocument>> {
  let json: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (depthOf(text) > DEEPEST) return refused(fileName, `The file is nested more than ${DEEPEST} deep.`);
    json = JSON.parse(text);
  } catch (fault) {
    return refused(fileName, `The file is not JSON: ${fault instanceof Error ? fault.message : String(fault)}.`);
  }
  const read = fileSchema.safeDecode(json as z.input<typeof fileSchema>);
  if (!read.success) {
    const [issue] = read.error.issues;
    return refused(fileName, `The file is not a text: ${issue?.path.join('.')}: ${issue?.message}.`);
  }
  const { label, inForceFrom, text } = read.data;
  const { title, provisions } = text;
  const report = { dialect: 'JSON', kept: keptIn(provisions), listed: [], refused: [] };
  return { ok: true, value: { title, of: title, label, dated: inForceFrom, provisions, amendments: null, report } };
}

/** Whether a file begins as an object of JSON does. */
export function looksLikeJson(bytes: Uint8Array): boolean {
  return /^\s*\{/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replace(/^\xef\xbb\xbf/, ''));
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [mark] of text.matchAll(/"(?:\\.|[^"\\])*"|[{}[\]]/g)) {
    if (mark === '{' || mark === '[') deepest = Math.max(deepest, ++depth);
    else if (mark === '}' || mark === ']') depth -= 1;
  }
  return deepest;
}

function refused<T>(file: string, sentence: string): FileResult<T> {
  return { ok: false, rejection: rejection('input-invalid', sentence, { place: { file } }) };
}
