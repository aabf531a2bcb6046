import { z } from 'zod';
import { amendmentSchema } from '../../core/code/amendment.schema.ts';
import type { Amendment } from '../../core/code/amendment.ts';
import { codeTextSchema } from '../../core/code/provision.schema.ts';
import type { CodeText } from '../../core/code/provision.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { type Decoded, decodeFiles } from '../rulebook/decode.ts';
import type { Located } from '../rulebook/located.ts';
import { readYaml } from '../rulebook/read-yaml.ts';

const amendmentsSchema = z.strictObject({ amendments: z.array(amendmentSchema) });

/** The text of a code out of a JSON or YAML file; or every fault, each with its field and, in YAML, its line. */
export function readCodeText(file: string, text: string): Decoded<CodeText> {
  return decode(file, text, codeTextSchema);
}

/** The amendments of a JSON or YAML file, `{amendments: […]}`; the list may stand alone. Or every fault. */
export function readAmendments(file: string, text: string): Decoded<readonly Amendment[]> {
  const decoded = decode(file, text, amendmentsSchema);
  return decoded.ok ? { ok: true, value: decoded.value.amendments } : decoded;
}

function decode<S extends z.ZodType>(file: string, text: string, schema: S): Decoded<z.output<S>> {
  const read = /^\s*[[{]/.test(text) ? readJson(file, text) : readYaml(file, text, 'amendments');
  if (read.map === null) return { ok: false, faults: read.faults };
  const decoded = decodeFiles({ located: read.map, faults: read.faults, whole: true, folder: file }, schema, () => []);
  return decoded.ok ? decoded : { ok: false, faults: decoded.faults.map(withoutLineZero) };
}

function readJson(file: string, text: string): ReturnType<typeof readYaml> {
  try {
    const value: unknown = JSON.parse(text);
    const located = locate(file, Array.isArray(value) ? { amendments: value } : value);
    return { map: located.kind === 'map' ? located : null, faults: [] };
  } catch (error) {
    const sentence = `Not JSON: ${error instanceof Error ? error.message : String(error)}; expected a file that JSON reads.`;
    return { map: null, faults: [rejection('input-invalid', sentence, { place: { file } })] };
  }
}

/** A JSON value, whose lines nobody counted: all of it stands on line 0. */
function locate(file: string, value: unknown): Located {
  const place = { file, line: 0 };
  if (Array.isArray(value)) return { ...place, kind: 'list', items: value.map((item) => locate(file, item)) };
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      ([key, inner]) => [key, { ...place, value: locate(file, inner) }] as const,
    );
    return { ...place, kind: 'map', entries: new Map(entries) };
  }
  return { ...place, kind: 'scalar', value: value as string | number | boolean | null };
}

function withoutLineZero(fault: Rejection): Rejection {
  if (fault.place?.line !== 0) return fault;
  const { line: _, ...place } = fault.place;
  return { ...fault, place };
}
