import { stringify } from 'yaml';
import { z } from 'zod';
import { wordingsSchema } from '../../core/kernel/reading.schema.ts';
import type { Wordings } from '../../core/kernel/reading.ts';
import { obligationSchema } from '../../core/obligation/obligation.schema.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';

const obligations: z.ZodType<readonly Obligation[]> = z.array(obligationSchema);
const wordings: z.ZodType<readonly Wordings[]> = z.array(wordingsSchema);

/** Duties and their wordings as a file of a rulebook's `obligations/`. */
export function writeDuties(duties: {
  readonly obligations: readonly Obligation[];
  readonly wordings: readonly Wordings[];
}): string {
  const file = {
    obligations: z.encode(obligations, duties.obligations),
    wordings: z.encode(wordings, duties.wordings),
  };
  return stringify(file, { aliasDuplicateObjects: false, lineWidth: 0 });
}
