import { readFile, stat, writeFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { done, type Result, refuse } from '../../app/operation.ts';
import { type Amendment, subjectOf } from '../../core/code/amendment.ts';
import { LARGEST_DOCUMENT } from '../../core/code/document-file.ts';
import { instructedBy } from '../../core/code/legal-text.ts';
import type { CodeText } from '../../core/code/provision.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { readAmendments, readCodeText } from '../../format/code/read-code-file.ts';
import type { Decoded } from '../../format/rulebook/decode.ts';
import type { Command } from '../command.ts';
import { placeOf } from '../run.ts';

/** `amend --base FILE --amendments FILE`: makes amendments outside any record, and says them in plain English. */
export const amend: Command = {
  path: ['amend'],
  summary: 'Make amendments on a text, both from files, and say them in plain English; no record is read or written.',
  positionals: [],
  options: [
    { name: 'base', value: 'FILE', repeatable: false, description: 'The text of a code, JSON or YAML (required).' },
    {
      name: 'amendments',
      value: 'FILE',
      repeatable: false,
      description: 'The amendments in order, JSON or YAML by docs/reference/amendments.schema.json (required).',
    },
    {
      name: 'out',
      value: 'FILE',
      repeatable: false,
      description: 'Where the amended text goes: .json, .yaml or .yml.',
    },
  ],
  run: async ({ values }) => {
    const [base, list, out] = ['base', 'amendments', 'out'].map((name) => values.get(name)?.[0]);
    if (base === undefined) return refuse(rejection('input-invalid', 'Missing --base; expected --base FILE'));
    if (list === undefined) {
      return refuse(rejection('input-invalid', 'Missing --amendments; expected --amendments FILE'));
    }
    if (out !== undefined && !/\.(json|ya?ml)$/.test(out)) {
      return refuse(rejection('input-invalid', `--out is "${out}"; expected a name that ends in .json, .yaml or .yml`));
    }
    const before = await read(base, readCodeText);
    if (!before.ok) return before;
    const amendments = await read(list, readAmendments);
    if (!amendments.ok) return amendments;
    const made = instructedBy(before.value, amendments.value);
    if (!made.ok) {
      const sentence = `Amendment ${made.at + 1} of ${amendments.value.length}, ${say(amendments.value[made.at])}, does not apply. ${made.fault}`;
      return refuse(
        rejection('text-does-not-apply', sentence, { place: { file: list, field: `amendments[${made.at}]` } }),
      );
    }
    const { after, instructions } = made.instructed;
    if (out !== undefined) {
      const fault = await write(out, after);
      if (fault !== null) return refuse(rejection('input-invalid', fault));
    }
    const lines = instructions.flatMap((sentences, index) =>
      sentences.map((sentence, part) => `${part === 0 ? `${index + 1}.`.padStart(4) : '    '} ${sentence}`),
    );
    const end = out === undefined ? [] : [`The amended text is in ${out}.`];
    return done({ text: [...lines, ...end].join('\n'), json: { instructions, text: after } });
  },
};

function say(amendment: Amendment | undefined): string {
  return amendment === undefined ? 'none' : `${amendment.kind} of "${subjectOf(amendment)}"`;
}

async function read<T>(file: string, decode: (file: string, text: string) => Decoded<T>): Promise<Result<T>> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_DOCUMENT) {
      const sentence = `${file} has ${size} bytes; expected at most ${LARGEST_DOCUMENT}.`;
      return refuse(rejection('input-invalid', sentence));
    }
    const decoded = decode(file, await readFile(file, 'utf8'));
    if (decoded.ok) return done(decoded.value);
    const [first] = decoded.faults;
    if (decoded.faults.length === 1 && first !== undefined) return refuse(first);
    return refuse(
      rejection('input-invalid', decoded.faults.map((fault) => `${placeOf(fault)}${fault.sentence}`).join('\n')),
    );
  } catch (error) {
    return refuse(rejection('input-invalid', `${file} cannot be read: ${messageOf(error)}`));
  }
}

async function write(file: string, text: CodeText): Promise<string | null> {
  const words = file.endsWith('.json') ? `${JSON.stringify(text, null, 2)}\n` : stringify(text, { lineWidth: 0 });
  return writeFile(file, words).then(
    () => null,
    (error: unknown) => `${file} cannot be written: ${messageOf(error)}`,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
