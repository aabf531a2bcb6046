import { done } from '../../app/operation.ts';
import { writeCitation } from '../../core/kernel/citation.ts';
import type { Rejection } from '../../core/kernel/rejection.ts';
import { findings } from '../../core/rulebook/findings.ts';
import type { Command } from '../command.ts';
import { EXIT, placeOf } from '../run.ts';

/** `case check DIR`: every fault by file, line and field; of a sound case, what a careful reader finds in it. */
export const caseCheck: Command = {
  path: ['case', 'check'],
  summary: 'Check a case and its rulebook: faults by file, line and field, or else what a careful reader finds.',
  positionals: [{ name: 'DIR', required: true, description: 'Folder of the case: rulebook/cases/secmp0065.' }],
  options: [
    {
      name: 'rulebooks',
      value: 'DIR',
      repeatable: false,
      description: 'Folder of rulebooks and calendars to check it by (default: those of the program).',
    },
  ],
  run: async ({ positionals: [directory = ''], values }, runtime) => {
    const read = await runtime.cases.read(directory, values.get('rulebooks')?.[0]);
    if (!read.ok) {
      return done({ text: writeFaults(directory, read.faults), json: { faults: read.faults }, exit: EXIT.fault });
    }
    const found = findings(read.case, read.rulebook);
    const lines = found.map((finding, index) => {
      const sources = finding.citations.map(writeCitation).join('; ');
      return `${String(index + 1).padStart(2)}. ${finding.sentence}\n    ${finding.where}${sources === '' ? '' : ` · ${sources}`}`;
    });
    const { code, digest } = read.rulebook;
    const checkedBy = `rulebook ${code} from ${read.from}, digest ${digest}`;
    const head = `${read.case.id}: no faults. A careful reader finds ${found.length === 0 ? 'nothing' : `${found.length}`}:`;
    return done({
      text: [checkedBy, head, ...lines].join('\n'),
      json: { case: read.case.id, rulebook: { code, from: read.from, digest }, faults: [], findings: found },
    });
  },
};

/** Every fault of a folder, one a line, and how many there are. */
export function writeFaults(directory: string, faults: readonly Rejection[]): string {
  const lines = faults.map((fault) => `${placeOf(fault)}${fault.sentence}`);
  return [
    ...lines,
    `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in ${directory}; nothing was stored.`,
  ].join('\n');
}
