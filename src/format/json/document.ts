import { z } from 'zod';
import type { FileResult, ReadOptions } from '../../app/ports.ts';
import { type DocumentVersion, keptIn, type ReadDocument } from '../../core/code/document-file.ts';
import { codeTextSchema } from '../../core/code/provision.schema.ts';
import { versionLabelSchema } from '../../core/code/version.schema.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { parseJson, refusedJson } from './parse.ts';

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
  const parsed = parseJson(bytes, fileName);
  if (!parsed.ok) return parsed;
  const read = fileSchema.safeDecode(parsed.value as z.input<typeof fileSchema>);
  if (!read.success) {
    const [issue] = read.error.issues;
    return refusedJson(fileName, `The file is not a text: ${issue?.path.join('.')}: ${issue?.message}.`);
  }
  const { label, inForceFrom, text } = read.data;
  const { title, provisions } = text;
  const report = { dialect: 'JSON', kept: keptIn(provisions), listed: [], refused: [] };
  return { ok: true, value: { title, of: title, label, dated: inForceFrom, provisions, amendments: null, report } };
}
