import { z } from 'zod';
import { listModifications } from '../../app/modification/list-modifications.ts';
import { done, refuse } from '../../app/operation.ts';
import { runDecoded } from '../../app/run-operation.ts';
import { writeDay } from '../../core/kernel/day.ts';
import { writeInstant } from '../../core/kernel/instant.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { registerCsv } from '../../format/register-csv.ts';
import type { Command, Option } from '../command.ts';
import { READER, RECORD_OPTIONS } from '../operation-command.ts';

/** Fields of the operation by the options that give them. */
const FIELDS = {
  on: ['on', 'DAY', 'As it stood at the end of this day, YYYY-MM-DD (default: as it stands).'],
  search: ['words', 'WORDS', 'Sought in titles, problems, solutions and reports: enrolment "Supplier Party" -gas.'],
  status: ['status', 'STATUS', '"open", "ended", or how it ended: Implemented.'],
  stage: ['stage', 'ID', 'Stage by id: refinement.'],
  path: ['path', 'TITLE', 'Path by title: "Path 3: Self-Governance".'],
  urgency: ['urgency', 'WORD', 'urgent, asked or not-asked.'],
  decision: ['decision', 'WORD', 'approved, not-approved, withdrawn or none.'],
  proposer: ['proposer', 'NAME', 'Proposer by id, or a part of the name.'],
  category: ['category', 'ID', 'Category of Parties affected: large-supplier.'],
  document: ['document', 'NAME', 'A document that it touches, or a code by id: "Section G".'],
  version: ['version', 'LABEL', 'The version of the code that implemented it: 5.21.'],
  'raised-from': ['raisedFrom', 'DAY', 'Raised on this day or later.'],
  'raised-to': ['raisedTo', 'DAY', 'Raised on this day or earlier.'],
  sort: ['sort', 'ORDER', 'raised, id, title, status or relevance.'],
} as const;

const FORMATS = ['csv', 'json'] as const;

/** `register --on 2018-10-12 --format csv`: the register as it stood on a day, or as it stands. */
export const register: Command = {
  path: ['register'],
  summary: listModifications.summary,
  positionals: [],
  options: [
    ...Object.entries(FIELDS).map(
      ([name, [, value, description]]): Option => ({ name, value, repeatable: false, description }),
    ),
    { name: 'format', value: 'FORMAT', repeatable: false, description: 'csv or json (default: lines to read).' },
    ...RECORD_OPTIONS.filter((option) => option.name === 'data'),
  ],
  run: async ({ values }, runtime) => {
    const option = (name: string) => values.get(name)?.[0];
    const format = FORMATS.find((one) => one === option('format')) ?? null;
    if (option('format') !== undefined && format === null) {
      const sentence = `--format is "${option('format')}"; expected ${FORMATS.join(' or ')}`;
      return refuse(rejection('input-invalid', sentence, { place: { field: 'format' } }));
    }
    const given = Object.entries(FIELDS).flatMap(([name, [field]]) => {
      const value = option(name);
      return value === undefined ? [] : [[field, value] as const];
    });
    const result = await runtime.withRecord(option('data') ?? null, ({ ports }) =>
      runDecoded(listModifications, { ports, actor: READER }, Object.fromEntries(given) as object),
    );
    if (!result.ok) return result;
    if (!result.value.ok) return refuse(result.value.rejection);
    const listed = result.value.value;
    const json = z.encode(listModifications.output, listed);
    if (format === 'csv') return done({ text: registerCsv(listed.modifications).replace(/\r\n$/, ''), json });
    return done({ text: format === 'json' ? JSON.stringify(json, null, 2) : told(listed), json });
  },
};

function told({ asOf, total, counts, modifications }: z.output<typeof listModifications.output>): string {
  const when = asOf === null ? 'as it stands' : `as it stood at ${writeInstant(asOf)}`;
  const numbers = counts.map(({ status, count }) => `${count} ${status}`).join(', ');
  return [
    `Register ${when}: ${total === 1 ? '1 modification' : `${total} modifications`}${total === 0 ? '' : ` (${numbers})`}`,
    ...modifications.map(
      ({ id, title, status, stage, raisedOn, proposer, published }) =>
        `${id}  ${status === 'open' ? `open, ${stage}` : status}${published === null ? '' : ` in ${published}`}  raised ${writeDay(raisedOn)} by ${proposer}  ${title}`,
    ),
  ].join('\n');
}
