import { z } from 'zod';
import { readDutyWordings } from '../../app/obligation/asked-party.ts';
import { showObligationRegister } from '../../app/obligation/show-obligation-register.ts';
import { done, refuse } from '../../app/operation.ts';
import { runDecoded } from '../../app/run-operation.ts';
import { type Day, writeDay } from '../../core/kernel/day.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { obligationRegisterCsv } from '../../format/obligation-register-csv.ts';
import type { Command, Option } from '../command.ts';
import { choicesOf } from '../effect-choices.ts';
import { READER, RECORD_OPTIONS } from '../operation-command.ts';
import { DUTY_OPTIONS } from './duty-options.ts';

/** Fields of the operation by the options that give them. */
const FIELDS = {
  party: ['party', 'PARTY', 'Only of this party, by id: pebblewick.'],
  category: ['category', 'ID', 'Only of parties in this category on some of the days: large-supplier.'],
  obligation: ['obligation', 'ID', 'Only this obligation, by id, or those of this provision: G3.26.'],
  modality: ['modality', 'WORD', 'must, must-not, may or must-procure.'],
  bound: ['bound', 'WORD', 'bound, unknown, not-bound, or any: what binds or may (default).'],
  on: ['on', 'DAY', 'One day (default: today).'],
  from: ['from', 'DAY', 'The first day of a span.'],
  to: ['to', 'DAY', 'The last day of a span, included (default: it has no end).'],
  code: ['code', 'CODE', 'Code by id (default: sec).'],
  'known-at': ['knownAt', 'INSTANT', 'As the record was known at an instant.'],
} as const;

const FORMATS = ['csv', 'lines', 'json'] as const;

/** `obligations register --on 2018-10-12 --format csv`: who is bound by what on which days, and why. */
export const obligationsRegister: Command = {
  path: ['obligations', 'register'],
  summary: showObligationRegister.summary,
  positionals: [],
  options: [
    ...Object.entries(FIELDS).map(
      ([name, [, value, description]]): Option => ({ name, value, repeatable: false, description }),
    ),
    ...DUTY_OPTIONS.filter(({ name }) => name === 'reading' || name === 'assume'),
    {
      name: 'format',
      value: 'FORMAT',
      repeatable: false,
      description: 'csv, lines (of JSON) or json (default: lines to read).',
    },
    ...RECORD_OPTIONS.filter((option) => option.name === 'data'),
  ],
  run: async (given, runtime) => {
    const option = (name: string) => given.values.get(name)?.[0];
    const format = FORMATS.find((one) => one === option('format')) ?? null;
    if (option('format') !== undefined && format === null) {
      const sentence = `--format is "${option('format')}"; expected ${FORMATS.join(', ')}`;
      return refuse(rejection('input-invalid', sentence, { place: { field: 'format' } }));
    }
    const fields = Object.entries(FIELDS).flatMap(([name, [field]]) => {
      const value = option(name);
      return value === undefined ? [] : [[field, value] as const];
    });
    const result = await runtime.withRecord(option('data') ?? null, async ({ ports }) => {
      const choices = choicesOf(given, await readDutyWordings(ports, option('code') ?? 'sec'));
      if (!choices.ok) return choices;
      const { readings, assume } = choices.value;
      const input = { ...Object.fromEntries(fields), readings, assume };
      return runDecoded(showObligationRegister, { ports, actor: READER }, input as never);
    });
    if (!result.ok) return result;
    if (!result.value.ok) return refuse(result.value.rejection);
    const shown = result.value.value;
    const json = z.encode(showObligationRegister.output, shown);
    switch (format) {
      case 'csv':
        return done({ text: obligationRegisterCsv(shown.rows).replace(/\r\n$/, ''), json });
      case 'lines':
        return done({ text: json.rows.map((row) => JSON.stringify(row)).join('\n'), json });
      case 'json':
        return done({ text: JSON.stringify(json, null, 2), json });
      case null:
        return done({ text: told(shown), json });
    }
  },
};

function told({ from, to, counts, rows }: z.output<typeof showObligationRegister.output>): string {
  const days =
    to === from ? `on ${writeDay(from)}` : `from ${writeDay(from)} ${to === null ? 'on' : `to ${writeDay(to)}`}`;
  const { parties, obligations, bound, unknown } = counts;
  return [
    `Register of obligations ${days}: ${bound} bound, ${unknown} not settled; ${parties === 1 ? '1 party' : `${parties} parties`}, ${obligations === 1 ? '1 obligation' : `${obligations} obligations`}`,
    ...rows.map(
      (row) =>
        `${row.name}${row.systems === null ? '' : `, ${row.systems}`}  ${row.provision}  ${span(row.from, row.until)}  ${row.reason}`,
    ),
  ].join('\n');
}

function span(from: Day | null, until: Day | null): string {
  const first = from === null ? 'always' : `from ${writeDay(from)}`;
  return until === null ? first : `${first} until ${writeDay(until)}`;
}
