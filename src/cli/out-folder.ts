import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Why no files can be written into a folder that may still have to be made: something on its way is no folder. Null when they can. */
export async function outFault(folder: string): Promise<string | null> {
  const found = await stat(folder).catch(() => null);
  if (found !== null) {
    return found.isDirectory() ? null : `--out: "${folder}" is a file; expected a folder, or a name that is free.`;
  }
  const above = dirname(folder);
  return above === folder ? null : outFault(above);
}
