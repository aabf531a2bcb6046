import { type JsonSchema, jsonSchemaOf, plainSchema } from './json-schema.ts';
import type { Operation } from './operation.ts';

/** A field of an operation's input. */
export interface InputField {
  readonly name: string;
  readonly required: boolean;
  /** As written; a named type is a `$ref`. */
  readonly written: JsonSchema;
  /** The type behind names and "or null". */
  readonly plain: JsonSchema;
}

/** The fields of an operation's input, for commands and the reference. */
export function inputFields(operation: Operation): readonly InputField[] {
  const root = jsonSchemaOf(operation.input);
  const { properties = {}, required = [] } = plainSchema(root, root);
  return Object.entries(properties).map(([name, written]) => ({
    name,
    required: required.includes(name),
    written,
    plain: plainSchema(written, root),
  }));
}
