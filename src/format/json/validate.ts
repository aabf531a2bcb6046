import { readFile } from 'node:fs/promises';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { FileResult } from '../../app/ports.ts';
import { parseJson, refusedJson } from './parse.ts';

/** A JSON Schema made ready. */
export interface JsonSchemaFile {
  /** Refuses a file that the schema does not allow, with the first place. */
  readonly validate: (bytes: Uint8Array, fileName: string) => FileResult<null>;
}

/** Formats that the schemas of OSCAL name; any other is taken as a remark. */
const FORMATS = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  date: /^\d{4}-\d\d-\d\d/,
  email: /^\S+@\S+$/,
  'idn-email': /^\S+@\S+$/,
  uri: /^[a-z][a-z0-9+.-]*:\S*$/i,
  'uri-reference': /^[^\s<>"{}|\\^`]*$/,
  ipv4: /^\d{1,3}(\.\d{1,3}){3}$/,
  ipv6: /^[0-9a-f:.]+$/i,
  hostname: /^[\p{L}\p{N}.-]+$/u,
  'idn-hostname': /^[\p{L}\p{N}.-]+$/u,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
};

/** Reads a JSON Schema (draft 7) from a file; nothing that it names is fetched. Refuses what is none. */
export async function openJsonSchema(file: string): Promise<FileResult<JsonSchemaFile>> {
  const bytes = await readFile(file).catch((fault: Error) => fault);
  if (bytes instanceof Error) return refusedJson(file, `The schema cannot be read: ${bytes.message}.`);
  const parsed = parseJson(bytes, file);
  if (!parsed.ok) return parsed;
  try {
    const ajv = new Ajv({ strict: false, unicodeRegExp: true, formats: FORMATS, logger: false });
    const check = ajv.compile(parsed.value as object);
    return { ok: true, value: { validate: (content, name) => validate(check, content, name) } };
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    return refusedJson(file, `The file is not a schema that can be used: ${why}.`);
  }
}

function validate(check: ValidateFunction, bytes: Uint8Array, fileName: string): FileResult<null> {
  const parsed = parseJson(bytes, fileName);
  if (!parsed.ok) return parsed;
  if (check(parsed.value)) return { ok: true, value: null };
  const fault = deepest(check.errors ?? []);
  const field = fault?.instancePath.slice(1) ?? '';
  return refusedJson(
    fileName,
    `The file does not satisfy the schema: ${field === '' ? 'it' : field} ${saying(fault)}.`,
    field,
  );
}

/** Of several faults, which alternatives bring, the one that lies farthest in: it says most. */
function deepest(errors: readonly ErrorObject[]): ErrorObject | undefined {
  const depth = ({ instancePath }: ErrorObject): number => instancePath.split('/').length;
  return errors.toSorted((a, b) => depth(b) - depth(a))[0];
}

function saying(fault: ErrorObject | undefined): string {
  const extra = fault?.params.additionalProperty;
  return extra === undefined
    ? (fault?.message ?? 'is not as it says')
    : `has a member "${extra}" that it does not name`;
}
