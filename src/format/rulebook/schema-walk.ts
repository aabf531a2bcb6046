import { z } from 'zod';
import { type Located, type Path, partAt, plainOf } from './located.ts';

/** The keys that a schema knows at a path of a value; empty when that place holds no map. */
export function keysAt(schema: z.ZodType, path: Path, located: Located): string[] {
  const value = plainOf(partAt(located, path) ?? located);
  const objects = schemasAt(schema, path)
    .flatMap(alternatives)
    .filter((one) => one instanceof z.ZodObject);
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  const meant = objects.filter((one) => kind === undefined || matches(one.shape.kind, kind));
  return [...new Set(meant.flatMap((one) => Object.keys(one.shape)))];
}

/** The literal values that a schema allows at a path. */
export function optionsAt(schema: z.ZodType, path: Path): string[] {
  return schemasAt(schema, path)
    .flatMap(alternatives)
    .flatMap((one) => {
      if (one instanceof z.ZodLiteral) return [...one.values].map(String);
      return one instanceof z.ZodEnum ? one.options.map(String) : [];
    });
}

function schemasAt(schema: z.ZodType, path: Path): z.ZodType[] {
  const [first, ...rest] = path;
  if (first === undefined) return [schema];
  return alternatives(schema).flatMap((one) => {
    if (one instanceof z.ZodObject) {
      const inner: unknown = one.shape[first];
      return inner instanceof z.ZodType ? schemasAt(inner, rest) : [];
    }
    return one instanceof z.ZodArray && one.element instanceof z.ZodType ? schemasAt(one.element, rest) : [];
  });
}

/** What a schema comes to with its wrappers taken off: one schema, or those of a union. */
function alternatives(schema: unknown): z.ZodType[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(alternatives);
  if (schema instanceof z.ZodPipe) return alternatives(schema.in);
  if (schema instanceof z.ZodLazy) return alternatives(schema.unwrap());
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return alternatives(schema.unwrap());
  }
  return schema instanceof z.ZodType ? [schema] : [];
}

function matches(schema: unknown, value: unknown): boolean {
  return !(schema instanceof z.ZodType) || schema.safeParse(value).success;
}
