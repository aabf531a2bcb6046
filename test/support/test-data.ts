import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of third-party test data, or null; a suite that needs it says in its title why it skips. */
const folder = process.env.PROVISO_TEST_DATA ?? '';

/** A folder of the third-party test data by name (`docx-tracked/triples`), or null where it is not to be had. */
export function testData(name: string): string | null {
  const path = join(folder, name);
  return folder !== '' && existsSync(path) ? path : null;
}

/** Why a suite skips, for its title; empty where the data is there. */
export function whyWithout(data: string | null): string {
  return data === null ? ' (skipped: PROVISO_TEST_DATA names no folder with the data)' : '';
}
