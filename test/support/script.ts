import { operations } from '../../src/app/operations.ts';
import type { ScriptedAct } from '../../src/core/rulebook/case.ts';
import { shippedCase } from './case.ts';
import { Visitor } from './visitor.ts';

/** The acts of SECMP0065 after its raising, done over the API of a demonstration by the accounts that the script names. */
export class Script {
  readonly #address: string;
  readonly #answers: Readonly<Record<string, string>>;
  readonly #people = new Map<string, Promise<Visitor>>();
  #acts: readonly ScriptedAct[] = [];
  #emails: ReadonlyMap<string, string> = new Map();

  private constructor(address: string, answers: Readonly<Record<string, string>>) {
    this.#address = address;
    this.#answers = answers;
  }

  /** Opens the script for a server; `answers` are outcomes of determinations, by step, where they differ from it. */
  static async of(address: string, answers: Readonly<Record<string, string>> = {}): Promise<Script> {
    const script = new Script(address, answers);
    const { case: seed } = await shippedCase();
    script.#acts = seed.acts.filter((act) => act.operation !== 'raise-proposal');
    script.#emails = new Map(seed.accounts.map((account) => [account.id, account.email]));
    return script;
  }

  /** A person of the demonstration by the id of the account, signed in once. */
  person(id: string): Promise<Visitor> {
    const known = this.#people.get(id) ?? Visitor.as(this.#address, this.email(id));
    this.#people.set(id, known);
    return known;
  }

  /** The e-mail address of an account, by which commands name it. */
  email(id: string): string {
    const email = this.#emails.get(id);
    if (email === undefined) throw new Error(`the demonstration has no account "${id}"`);
    return email;
  }

  /** Does every act before the first that is of this operation (and of this step, when one is given). */
  async before(operation: string, step?: string): Promise<void> {
    await this.#play(
      found(
        this.#acts.findIndex((act) => fits(act, operation, step)),
        operation,
      ),
    );
  }

  /** Does every act up to and with the last that is of this operation (and of this step, when one is given). */
  async through(operation: string, step?: string): Promise<void> {
    await this.#play(
      found(
        this.#acts.findLastIndex((act) => fits(act, operation, step)),
        operation,
      ) + 1,
    );
  }

  async #play(count: number): Promise<void> {
    const acts = this.#acts.slice(0, count);
    this.#acts = this.#acts.slice(count);
    for (const { at, by, operation, input } of acts) {
      const person = await this.person(by);
      const clock = JSON.parse((await person.get('/health')).body) as { now: string };
      if (at > clock.now) await person.write('record/advance-clock', { to: at });
      const { step } = input as { step?: string };
      const outcome = step === undefined ? undefined : this.#answers[step];
      const room = operations.find((one) => one.name === operation)?.room;
      await person.write(`${room}/${operation}`, { ...input, ...(outcome === undefined ? {} : { outcome }) });
    }
  }
}

function found(index: number, operation: string): number {
  if (index === -1) throw new Error(`nothing is left of the script that is "${operation}"`);
  return index;
}

function fits(act: ScriptedAct, operation: string, step: string | undefined): boolean {
  return act.operation === operation && (step === undefined || (act.input as { step?: string }).step === step);
}
