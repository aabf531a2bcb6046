import { readFile, stat } from 'node:fs/promises';
import { done, type Result, refuse } from '../app/operation.ts';
import { LARGEST_DOCUMENT } from '../core/code/document-file.ts';
import { rejection } from '../core/kernel/rejection.ts';
import type { Runtime } from './command.ts';
import { sizeOf } from './reading-progress.ts';

/** The bytes of a file, whose size is asked before it is opened. */
export async function readWhole(file: string, runtime: Runtime): Promise<Result<Uint8Array>> {
  const place = { place: { file } };
  try {
    const { size } = await stat(file);
    if (size > LARGEST_DOCUMENT) {
      const sentence = `The file has ${sizeOf(size)}; at most ${sizeOf(LARGEST_DOCUMENT)} are read.`;
      return refuse(rejection('input-invalid', sentence, place));
    }
    runtime.progress(`Reading ${file} (${sizeOf(size)})`);
    return done(await readFile(file));
  } catch (fault) {
    return refuse(
      rejection('input-invalid', `The file cannot be read: ${fault instanceof Error ? fault.message : fault}`, place),
    );
  }
}
