import { readFile, stat, writeFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { z } from 'zod';
import { done, type Result, refuse } from '../../app/operation.ts';
import { amendmentSchema } from '../../core/code/amendment.schema.ts';
import { type Amendment, subjectOf } from '../../core/code/amendment.ts';
import { sentenceOf } from '../../core/code/broken-links.ts';
import { consequencesOf } from '../../core/code/consequences.ts';
import { LARGEST_DOCUMENT } from '../../core/code/document-file.ts';
import { faultsOfDraft } from '../../core/code/draft-fault.ts';
import { instructedBy } from '../../core/code/legal-text.ts';
import type { CodeText } from '../../core/code/provision.ts';
import { referenceOf } from '../../core/code/tree.ts';
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
    {
      name: 'consequences',
      value: null,
      repeatable: false,
      description:
        'Make the consequential amendments too: references and uses of a term that would name something else.',
    },
  ],
  run: async ({ values, switches }) => {
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
    const { instructions } = made.instructed;
    const none = amendments.value.length === 0 ? [`${list} holds no amendment; the text stays as it is.`] : [];
    const consequent = consequencesOf(before.value, amendments.value);
    if (!consequent.ok) return refuse(rejection('text-does-not-apply', consequent.fault));
    const { consequences } = consequent;
    const further = instructedBy(consequences.after, consequences.amendments);
    if (!further.ok) return refuse(rejection('text-does-not-apply', further.fault));
    const taken = switches.has('consequences');
    const after = taken ? further.instructed.after : made.instructed.after;
    if (out !== undefined) {
      const fault = await write(out, after);
      if (fault !== null) return refuse(rejection('input-invalid', fault));
    }
    const end = out === undefined ? [] : [`The amended text is in ${out}.`];
    const faults = faultsOfDraft(before.value, after).map(
      ({ provision, sentence }) => `${referenceOf(after, provision) ?? provision}: ${sentence}`,
    );
    const left = consequences.left.map((one) => sentenceOf(one, consequences.after));
    return done({
      text: [
        ...none,
        ...numbered(instructions),
        ...titled(
          'What is wrong with the text that they make:',
          faults.map((line) => `  ${line}`),
        ),
        ...titled(
          taken ? 'Consequential amendments, made:' : 'Consequential amendments, to be made with --consequences:',
          numbered(further.instructed.instructions),
        ),
        ...titled(
          'Left for a person to look at:',
          left.map((line) => `  ${line}`),
        ),
        ...end,
      ].join('\n'),
      json: {
        instructions,
        faults,
        consequences: {
          made: taken,
          amendments: z.encode(z.array(amendmentSchema), [...consequences.amendments]),
          instructions: further.instructed.instructions,
          left,
        },
        text: after,
      },
    });
  },
};

function numbered(instructions: readonly (readonly string[])[]): readonly string[] {
  return instructions.flatMap((sentences, index) =>
    sentences.map((sentence, part) => `${part === 0 ? `${index + 1}.`.padStart(4) : '    '} ${sentence}`),
  );
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}

function say(amendment: Amendment | undefined): string {
  return amendment === undefined ? 'none' : `${amendment.kind} of "${subjectOf(amendment)}"`;
}

async function read<T>(file: string, decode: (file: string, text: string) => Decoded<T>): Promise<Result<T>> {
  try {
    const found = await stat(file);
    if (!found.isFile()) return refuse(rejection('input-invalid', `${file} is not a file; expected one to read.`));
    const { size } = found;
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
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'there is no such file or folder';
  return error instanceof Error ? error.message : String(error);
}
