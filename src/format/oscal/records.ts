import type { z } from 'zod';
import { OURS, ours, type Property, plainValue } from './vocabulary.ts';

const JSON_CLASS = 'json';

/**
 * A record as properties of our namespace under one group: `judgementWords` as one `judgement-words` for each word, what
 * is no text as JSON. What is empty is left out. The record is as its schema encodes it.
 */
export function propsOf(kind: string, group: string, record: Readonly<Record<string, unknown>>): Property[] {
  const fields = Object.entries(record).flatMap(([key, value]) => fieldProps(kebab(key), value, group));
  return [ours('record', kind, { group }), ...fields];
}

function fieldProps(name: string, value: unknown, group: string): Property[] {
  if (value === null || value === undefined) return [];
  if (typeof value === 'string') return [ours(name, value, { group })];
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) {
    return value.map((one) => ours(name, one, { group }));
  }
  if (Array.isArray(value) && value.length === 0) return [];
  return [ours(name, plainJson(value), { group, class: JSON_CLASS })];
}

/** A record whose fields depend on its kind: whole as JSON, beside what a person reads of it. */
export function wholePropsOf(
  kind: string,
  group: string,
  record: unknown,
  readable: Readonly<Record<string, string>>,
): Property[] {
  const read = Object.entries(readable).map(([name, value]) => ours(name, value, { group }));
  return [ours('record', kind, { group }), ...read, ours(WHOLE, plainJson(record), { group, class: JSON_CLASS })];
}

const WHOLE = 'whole';

/** What {@link wholePropsOf} was given, or the first fault in it. */
export function wholeRecordOf<T extends z.ZodType>({ fields }: FoundRecord, schema: T): Decoded<z.output<T>> {
  const [whole] = fields.get(WHOLE) ?? [];
  return decodedBy(schema, whole === undefined ? null : jsonOrText(whole));
}

/** JSON in which nothing ends a line for any reader. */
function plainJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u2028\u2029]/g, (one) => (one === '\u2028' ? '\\u2028' : '\\u2029'));
}

/** A record as it stands in a file: its kind, and the values of each field in order. */
export interface FoundRecord {
  readonly kind: string;
  readonly group: string;
  readonly fields: ReadonlyMap<string, readonly Property[]>;
}

/** The records among properties, in the order in which they begin. */
export function recordsIn(props: readonly Property[]): FoundRecord[] {
  const groups = new Map<string, { kind: string | null; fields: Map<string, Property[]> }>();
  for (const prop of props) {
    if (prop.ns !== OURS || prop.group === undefined) continue;
    const found = groups.get(prop.group) ?? { kind: null, fields: new Map() };
    groups.set(prop.group, found);
    if (prop.name === 'record') found.kind = prop.value;
    else found.fields.set(prop.name, [...(found.fields.get(prop.name) ?? []), prop]);
  }
  return [...groups].flatMap(([group, { kind, fields }]) => (kind === null ? [] : [{ kind, group, fields }]));
}

/** What was read, or what is wrong with it. */
export type Decoded<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: string };

/** What a record says under a schema with these fields, or the first fault in it. */
export function recordOf<T extends z.ZodObject>({ fields }: FoundRecord, schema: T): Decoded<z.output<T>> {
  const raw: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(schema.shape)) {
    const given = (fields.get(kebab(key)) ?? []).map(jsonOrText);
    const accepts = (value: unknown): boolean => (field as z.ZodType).safeParse(value).success;
    const [first] = given;
    if (given.length === 0) {
      // what is empty was left out
      const empty = [null, []].find(accepts);
      if (empty !== undefined) raw[key] = empty;
    } else raw[key] = given.length === 1 && (accepts(first) || !accepts(given)) ? first : given;
  }
  return decodedBy(schema, raw);
}

function decodedBy<T extends z.ZodType>(schema: T, raw: unknown): Decoded<z.output<T>> {
  const read = schema.safeParse(raw);
  if (read.success) return { ok: true, value: read.data };
  const [issue] = read.error.issues;
  return { ok: false, fault: `${kebab(issue?.path.join('.') ?? '')}: ${issue?.message}` };
}

function jsonOrText(prop: Property): unknown {
  const text = plainValue(prop);
  if (prop.class !== JSON_CLASS) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
