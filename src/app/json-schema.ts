import { z } from 'zod';

/** JSON Schema, so far as the doors read it. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/** The JSON that a schema reads or, being a codec, writes. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
}

/** The schema behind a reference or a nullable, with the description that stands nearest. */
export function plainSchema(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const target = schema.$ref === undefined ? undefined : root.$defs?.[schema.$ref.split('/').at(-1) ?? ''];
  const inner = target ?? schema.anyOf?.find((one) => one.type !== 'null');
  if (inner === undefined) return schema;
  const plain = plainSchema(inner, root);
  return schema.description === undefined ? plain : { ...plain, description: schema.description };
}
