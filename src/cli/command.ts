import type { Result } from '../app/operation.ts';
import type { Cases, Ports } from '../app/ports.ts';
import type { Actor } from '../core/party/actor.ts';
import type { Case } from '../core/rulebook/case.ts';

/** A command of the `proviso` program. */
export interface Command {
  /** Words that call it: `['working-days', 'add']`. */
  readonly path: readonly string[];
  readonly summary: string;
  /** Values given by place, in order. */
  readonly positionals: readonly Positional[];
  readonly options: readonly Option[];
  readonly run: (given: Given, runtime: Runtime) => Promise<Result<Printed>>;
}

export interface Positional {
  readonly name: string;
  readonly required: boolean;
  readonly description: string;
}

export interface Option {
  /** `known-at`, given as `--known-at VALUE`. */
  readonly name: string;
  /** Word shown for its value; null for a switch. */
  readonly value: string | null;
  readonly repeatable: boolean;
  readonly description: string;
}

/** What a person typed, after its form was checked. */
export interface Given {
  readonly positionals: readonly string[];
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly switches: ReadonlySet<string>;
}

/** What a command says: text for a person, JSON for a program, and the exit code when it is not 0. */
export interface Printed {
  readonly text: string;
  readonly json: unknown;
  readonly exit?: number;
}

/** What commands need of the world; `main.ts` gives it. */
export interface Runtime {
  readonly version: string;
  /**
   * Runs on the record of a data folder: joins the server that is running on it, or opens it for as long as this takes.
   * A folder that does not exist is refused unless the command is there to `make` a record.
   */
  readonly withRecord: <T>(
    data: string | null,
    use: (world: World) => Promise<T>,
    make?: boolean,
  ) => Promise<Result<T>>;
  /** Runs on an empty record in a throwaway database with a case clock. */
  readonly withThrowaway: <T>(given: Case, use: (world: World) => Promise<T>) => Promise<T>;
  readonly cases: Cases;
  /** For operations that read no record: its store throws when it is asked. */
  readonly recordless: Ports;
  /** Serves until the process is told to stop. */
  readonly serve: (options: ServeOptions) => Promise<Result<Printed>>;
  /** Where a long answer goes, line by line; and where progress is told. */
  readonly write: (line: string) => void;
  readonly progress: (line: string) => void;
}

export interface World {
  readonly ports: Ports;
  /** The account that `--as EMAIL` names. */
  readonly actor: (email: string) => Promise<Actor | null>;
}

export interface ServeOptions {
  readonly port: number;
  readonly data: string | null;
  readonly demo: boolean;
}
