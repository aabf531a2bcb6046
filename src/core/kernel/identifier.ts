/** An identifier of lower-case words joined by hyphens: `brightwater-energy`. */
export type Slug = string & { readonly __slug: unique symbol };

/** A step of a profile, in the grammar of a condition's names since conditions speak of steps: `authority_timetable`. */
export type StepId = string & { readonly __stepId: unique symbol };

/** A modification in a code's register: a series, its number with its zeros, and what it was split into. */
export interface ModificationId {
  /** `SECMP`, `DP`, `MP`. */
  readonly series: string;
  /** `0065`. */
  readonly digits: string;
  /** The letter of one of several proposals made out of one: `A` of `MP102A`. */
  readonly split: string | null;
  /** One of several parts decided apart: 2 of `SECMP0062/2`. */
  readonly part: number | null;
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const STEP_ID = /^[a-z_][a-z0-9_]*$/;
const MODIFICATION_ID = /^([A-Z]{1,8})(\d{2,5})([A-Z])?(?:\/([1-9]\d?))?$/;

/** Reads a slug; null when it is not one. Its text form is itself. */
export function parseSlug(text: string): Slug | null {
  return SLUG.test(text) ? (text as Slug) : null;
}

/** Reads a step's identifier; null when it is not one. Its text form is itself. */
export function parseStepId(text: string): StepId | null {
  return STEP_ID.test(text) ? (text as StepId) : null;
}

/** Reads `SECMP0065`, `DP112`, `MP102A` or `SECMP0062/2`; null when it is not a modification's identifier. */
export function parseModificationId(text: string): ModificationId | null {
  const match = MODIFICATION_ID.exec(text);
  if (match === null) return null;
  const [, series = '', digits = '', split = null, part] = match;
  return { series, digits, split, part: part === undefined ? null : Number(part) };
}

/** The text that {@link parseModificationId} reads back to the same value. */
export function formatModificationId({ series, digits, split, part }: ModificationId): string {
  return `${series}${digits}${split ?? ''}${part === null ? '' : `/${part}`}`;
}
