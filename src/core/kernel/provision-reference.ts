import { type Day, formatDay, parseDay } from './day.ts';

/** A provision by the number printed for it: `G3.28(a)(ii)`, `A1.1 "Working Day"`, licence condition `40.1`. */
export interface ProvisionReference {
  /** The letter of a section; null in an instrument that numbers without one. */
  readonly section: string | null;
  /** The numbers between full stops: `3`, `28`; a later insertion may carry letters, as `40A` does. */
  readonly numbers: readonly string[];
  /** The paragraphs in brackets: `a`, `ii`. */
  readonly paragraphs: readonly string[];
  /** The defined term, for a definition within the provision. */
  readonly definition: string | null;
}

/** A provision as it stood on a day, for ever: `G3.26@2018-10-12`. */
export interface ProvisionAddress {
  readonly reference: ProvisionReference;
  readonly on: Day;
}

const REFERENCE =
  /^(?:([A-Z])(?=\d|[ (]|$))?([1-9]\d{0,3}[A-Z]{0,2}(?:\.[1-9]\d{0,3}[A-Z]{0,2})*)?((?:\((?:[a-z]{1,6}|[1-9]\d{0,2})\))*)(?: "([^"\s]+(?: [^"\s]+)*)")?$/;

/** Reads a reference as printed; null when it is not one. A section's letter alone is a reference to the section. */
export function parseProvisionReference(text: string): ProvisionReference | null {
  const match = REFERENCE.exec(text);
  if (match === null) return null;
  const [, section = null, numbers, paragraphs = '', definition = null] = match;
  if (numbers === undefined && (section === null || paragraphs !== '')) return null;
  return {
    section,
    numbers: numbers?.split('.') ?? [],
    paragraphs: paragraphs === '' ? [] : paragraphs.slice(1, -1).split(')('),
    definition,
  };
}

/** The text that {@link parseProvisionReference} reads back to the same value. */
export function formatProvisionReference(reference: ProvisionReference): string {
  const paragraphs = reference.paragraphs.map((paragraph) => `(${paragraph})`).join('');
  const definition = reference.definition === null ? '' : ` "${reference.definition}"`;
  return `${reference.section ?? ''}${reference.numbers.join('.')}${paragraphs}${definition}`;
}

/** Reads `G3.26@2018-10-12`; null when it is not a permanent address. */
export function parseProvisionAddress(text: string): ProvisionAddress | null {
  const at = text.lastIndexOf('@');
  const reference = at === -1 ? null : parseProvisionReference(text.slice(0, at));
  const on = parseDay(text.slice(at + 1));
  return reference === null || on === null ? null : { reference, on };
}

/** The text that {@link parseProvisionAddress} reads back to the same value. */
export function formatProvisionAddress({ reference, on }: ProvisionAddress): string {
  return `${formatProvisionReference(reference)}@${formatDay(on)}`;
}
