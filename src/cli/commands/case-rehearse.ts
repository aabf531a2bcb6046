import { rulesWith } from '../../app/modification/proposals.ts';
import { done } from '../../app/operation.ts';
import { findProcesses } from '../../app/rulebook/processes.ts';
import { type Acted, compareUnder } from '../../app/rulebook/rehearsals.ts';
import { contains } from '../../core/kernel/interval.ts';
import { positionSchema } from '../../core/modification/ballot/ballot-event.schema.ts';
import type { Case } from '../../core/rulebook/case.ts';
import type { Command } from '../command.ts';
import { asRows } from '../rows.ts';
import { EXIT } from '../run.ts';
import { writeFaults } from './case-check.ts';

/** `case rehearse DIR`: the proposal of a case under every process, the differences as one table. */
export const caseRehearse: Command = {
  path: ['case', 'rehearse'],
  summary:
    'Take the proposal of a case through several processes, as if each were in force, and print the differences.',
  positionals: [{ name: 'DIR', required: true, description: 'Folder of the case: rulebook/cases/secmp0065.' }],
  options: [
    {
      name: 'profile',
      value: 'PROFILE',
      repeatable: true,
      description: 'A process by id (default: all of the program).',
    },
    {
      name: 'all',
      value: null,
      repeatable: false,
      description: 'Rows that are the same too (default: only those that differ).',
    },
  ],
  run: async ({ positionals: [directory = ''], values, switches }, runtime) => {
    const read = await runtime.cases.read(directory);
    if (!read.ok) {
      return done({ text: writeFaults(directory, read.faults), json: { faults: read.faults }, exit: EXIT.fault });
    }
    const found = await findProcesses(runtime.recordless, values.get('profile') ?? [], 'profile');
    if (!found.ok) return found;
    const { proposal, submittedOn } = read.case;
    const own = read.rulebook.profiles.find((one) => contains(one.applies, submittedOn));
    if (own === undefined) throw new Error('a case that was read has a process of its day');
    const compared = compareUnder(
      found.value,
      proposal,
      submittedOn,
      rulesWith(read.rulebook, own),
      actedIn(read.case),
    );
    const shown = compared.rows.filter((row) => switches.has('all') || !row.same);
    const table = asRows(
      ['', ...compared.profiles.map((one) => one.profile)],
      shown.map((row) => [row.what, ...row.answers]),
      26,
    );
    const head = `${compared.modification} under ${compared.profiles.length} processes`;
    const same = `${compared.rows.length - shown.length} of ${compared.rows.length} rows are the same and not shown.`;
    return done({
      text: [
        head,
        ...compared.supposed.map((one) => `- ${one}`),
        '',
        table,
        ...(switches.has('all') ? [] : ['', same]),
      ].join('\n'),
      json: compared,
    });
  },
};

/** What the acts of a case have people say: the outcomes of determinations, and the positions in the order in which they vote. */
function actedIn({ acts }: Case): Acted {
  return {
    outcomes: Object.fromEntries(
      acts
        .filter((act) => act.operation === 'make-determination')
        .map((act) => [String(act.input.step), String(act.input.outcome)]),
    ),
    positions: acts
      .filter((act) => act.operation === 'cast-vote')
      .map((act) => positionSchema.parse(act.input.position)),
  };
}
