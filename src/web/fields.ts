import type { z } from 'zod';
import { type JsonSchema, jsonSchemaOf, plainSchema } from '../app/json-schema.ts';

/**
 * The JSON input that fields of a query or form stand for: numbers and booleans by the schema, lists and objects as
 * JSON (a list of texts also by repeating the field), `a.b` inside objects and `a.0` inside lists; a field left blank is
 * not given, nor a row of a list that is left blank whole, and is null where the schema requires it and allows null. What cannot be read is left as text, for the schema to refuse by name.
 */
export function inputOfFields(schema: z.ZodType, fields: Iterable<readonly [string, string]>): Record<string, unknown> {
  const root = jsonSchemaOf(schema);
  const given = new Map<string, string[]>();
  for (const [name, value] of fields) given.set(name, [...(given.get(name) ?? []), value]);
  const input: Record<string, unknown> = {};
  const rows = new Set<unknown>();
  for (const [name, values] of given) place(input, name.split('.'), values, root, root, rows);
  return withoutBlankRows(input, rows) as Record<string, unknown>;
}

/** Lists that came as rows of fields lose the rows that were left blank, so that those after them move up. */
function withoutBlankRows(value: unknown, rows: ReadonlySet<unknown>): unknown {
  if (!isRecord(value)) return value;
  const inner = Object.entries(value).map(([name, one]) => [name, withoutBlankRows(one, rows)] as const);
  if (!Array.isArray(value)) return Object.fromEntries(inner);
  return rows.has(value) ? inner.map(([, one]) => one).filter((one) => !isBlank(one)) : value;
}

function isBlank(value: unknown): boolean {
  return value === '' || value === null || (isRecord(value) && Object.values(value).every(isBlank));
}

function place(
  into: Record<string, unknown>,
  path: readonly string[],
  values: string[],
  at: JsonSchema,
  root: JsonSchema,
  rows: Set<unknown>,
): void {
  const [name = '', ...rest] = path;
  if (name.startsWith('_')) return;
  const others = typeof at.additionalProperties === 'object' ? at.additionalProperties : undefined;
  const declared = at.properties?.[name] ?? others;
  const schema = declared === undefined ? {} : plainSchema(declared, root);
  if (rest.length > 0) {
    const list = schema.type === 'array';
    into[name] ??= list ? [] : {};
    const inner = into[name];
    if (list) rows.add(inner);
    const items = { properties: { [rest[0] ?? '']: schema.items ?? {} } };
    if (isRecord(inner)) place(inner, rest, values, list ? items : schema, root, rows);
    return;
  }
  if (values.every((value) => value.trim() === '')) {
    if (at.required?.includes(name) && declared?.anyOf?.some((one) => one.type === 'null')) into[name] = null;
    else if (at.required?.includes(name) && schema.type === 'string') into[name] = '';
    return;
  }
  into[name] = fieldValue(schema, values, root);
}

function fieldValue(schema: JsonSchema, values: readonly string[], root: JsonSchema): unknown {
  const text = values[0] ?? '';
  switch (schema.type) {
    case 'number':
    case 'integer':
      return Number.isFinite(Number(text)) ? Number(text) : text;
    case 'boolean':
      return text === 'true' || text === 'on' ? true : text === 'false' ? false : text;
    case 'array': {
      const ofTexts = plainSchema(schema.items ?? {}, root).type === 'string';
      return ofTexts && !text.startsWith('[') ? [...values] : parsed(text);
    }
    case 'string':
      return text;
    default:
      return parsed(text);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
