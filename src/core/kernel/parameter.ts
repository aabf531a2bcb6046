import type { Citation } from './citation.ts';
import type { Day } from './day.ts';

/** A number or word of the law: dated values, each with its citation. Never a literal in the program. */
export interface Parameter {
  /** `full-assessment-threshold`. */
  readonly id: string;
  readonly title: string;
  /** `Devices`, `Working Days`, `seats`; the unit is part of the meaning. */
  readonly unit: string;
  readonly values: readonly ParameterValue[];
}

/** A value from a day on; `from` null means from before anything in the record. */
export interface ParameterValue {
  readonly from: Day | null;
  readonly value: number | string;
  readonly citation: Citation;
}

/** The value in force on a day, or null when none has begun. */
export function parameterOn(parameter: Parameter, on: Day): ParameterValue | null {
  const begun = parameter.values.filter((value) => value.from === null || value.from <= on);
  return begun.reduce<ParameterValue | null>(
    (latest, value) => (latest === null || (value.from ?? -Infinity) >= (latest.from ?? -Infinity) ? value : latest),
    null,
  );
}
