import { done, type Result } from '../app/operation.ts';
import type { Runtime } from './command.ts';

/** A schema that files can be held against. */
interface OpenedSchema {
  readonly validate: (bytes: Uint8Array, name: string) => Result<null>;
  /** Gives back what it holds outside the program's own memory. */
  readonly dispose?: () => void;
}

/** Holds a file against the schema that the user names; without one there is nothing to hold it against. */
export async function holdAgainst(
  schema: string | null,
  open: (file: string) => Promise<Result<OpenedSchema>>,
  file: { readonly bytes: Uint8Array; readonly name: string },
  runtime: Pick<Runtime, 'progress'>,
): Promise<Result<null>> {
  if (schema === null) return done(null);
  runtime.progress(`Holding it against ${schema}`);
  const opened = await open(schema);
  if (!opened.ok) return opened;
  const held = opened.value.validate(file.bytes, file.name);
  opened.value.dispose?.();
  return held;
}
