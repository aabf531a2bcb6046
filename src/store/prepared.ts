import { type RawBuilder, sql } from 'kysely';
import pg from 'pg';

/** What a statement begins with that each connection plans once and keeps under a name; the same name is the same statement. */
export function prepared(name: string): RawBuilder<unknown> {
  return sql.raw(`/* prepared ${name} */`);
}

/** A connection that knows {@link prepared}: Kysely itself names no statement. */
export class NamingClient extends pg.Client {
  // The signatures of pg are many; only that of a text with its values is Kysely's.
  override query(...given: unknown[]): never {
    const [text, values] = given;
    const name = typeof text === 'string' ? /^\s*\/\* prepared (\S+) \*\//.exec(text)?.[1] : undefined;
    return Reflect.apply(super.query, this, name === undefined ? given : [{ name, text, values }]) as never;
  }
}
