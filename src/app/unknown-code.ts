/** Thrown by whoever gives rulebooks when a code is asked for that it has none of; {@link runDecoded} makes a refusal of it. */
export class UnknownCode extends Error {
  constructor(code: string, known: readonly string[]) {
    super(`No code is known as "${code.slice(0, 60)}"; expected ${known.join(', ')}.`);
  }
}
