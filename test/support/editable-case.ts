import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { operations } from '../../src/app/operations.ts';
import type { Rejection } from '../../src/core/kernel/rejection.ts';
import type { Rulebook } from '../../src/core/rulebook/rulebook.ts';
import type { Files } from '../../src/format/rulebook/files.ts';
import { rulebookFiles, SHIPPED_RULEBOOKS } from '../../src/format/rulebook/load.ts';
import { readCase } from '../../src/format/rulebook/read-case.ts';
import { readRulebook } from '../../src/format/rulebook/read-rulebook.ts';

const FOLDER = join(SHIPPED_RULEBOOKS, 'cases', 'secmp0065');
const INPUTS = new Map(operations.map(({ name, input }) => [name, input]));

/** The files of the shipped case, to be read with some of their words replaced. */
interface EditableCase {
  readonly files: Files;
  readonly rulebook: Rulebook;
  /** Faults of the case with words of a file replaced. The words must be there, so that a test cannot go stale. */
  readonly faultsWith: (
    ...edits: readonly (readonly [file: string, from: string, to: string])[]
  ) => readonly Rejection[];
  /** Line of a file on which words first stand. */
  readonly lineOf: (file: string, words: string) => number;
}

/** Reads the files of the shipped case once. */
export async function editableCase(): Promise<EditableCase> {
  const read = readRulebook(await rulebookFiles(join(SHIPPED_RULEBOOKS, 'sec')));
  if (!read.ok) throw new Error(read.faults.map((fault) => fault.sentence).join('\n'));
  const { rulebook } = read;
  const names = (await readdir(FOLDER, { recursive: true })).filter((name) => name.endsWith('.yaml'));
  const files = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(FOLDER, name), 'utf8')] as const)),
  );
  return {
    files,
    rulebook,
    faultsWith: (...edits) => {
      const edited = new Map(files);
      for (const [file, from, to] of edits) {
        const text = edited.get(file) ?? '';
        if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
        edited.set(file, text.replace(from, to));
      }
      const result = readCase(edited, rulebook, { folder: 'the-case', inputs: INPUTS });
      return result.ok ? [] : result.faults;
    },
    lineOf: (file, words) => (files.get(file) ?? '').split(words)[0]?.split('\n').length ?? 0,
  };
}
