import { join } from 'node:path';
import type { Case } from '../../src/core/rulebook/case.ts';
import type { Rulebook } from '../../src/core/rulebook/rulebook.ts';
import { loadCase, SHIPPED_RULEBOOKS } from '../../src/format/rulebook/load.ts';

/** The case SECMP0065 and its rulebook as they ship. Throws when they have faults. */
export async function shippedCase(): Promise<{ readonly case: Case; readonly rulebook: Rulebook }> {
  const read = await loadCase(join(SHIPPED_RULEBOOKS, 'cases', 'secmp0065'));
  if (read.ok) return read;
  throw new Error(read.faults.map((fault) => `${fault.place?.file}:${fault.place?.line} ${fault.sentence}`).join('\n'));
}
