import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { listDrafts } from '../../app/modification/list-drafts.ts';
import { done, type Result, refuse } from '../../app/operation.ts';
import type { Ports } from '../../app/ports.ts';
import { exportRecord } from '../../app/record/export-record.ts';
import { importRecord } from '../../app/record/import-record.ts';
import { runDecoded } from '../../app/run-operation.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { Actor } from '../../core/party/actor.ts';
import type { Command } from '../command.ts';

/** Who can read the data folder can read the record: the command needs no account. */
const OPERATOR: Actor = { id: 'operator', name: 'Operator at the command line', role: 'code-administrator' };

const DATA = {
  name: 'data',
  value: 'DIR',
  repeatable: false,
  description: 'The data folder (default ./data, or DATABASE_URL).',
};

/** `record export`: the whole record as NDJSON on standard output. */
export const recordExport: Command = {
  path: ['record', 'export'],
  summary: exportRecord.summary,
  positionals: [],
  options: [DATA],
  run: async ({ values }, runtime) => {
    let lines = 0;
    const result = await runtime.withRecord(values.get('data')?.[0] ?? null, async ({ ports }: { ports: Ports }) => {
      const exported = await runDecoded(exportRecord, { ports, actor: OPERATOR }, {});
      if (!exported.ok) return exported;
      for await (const line of exported.value.lines) {
        runtime.write(line);
        lines += 1;
      }
      const drafts = await runDecoded(listDrafts, { ports, actor: OPERATOR }, {});
      return done(drafts.ok ? drafts.value.drafts : []);
    });
    if (!result.ok) return result;
    if (!result.value.ok) return result.value;
    runtime.progress(`${lines} lines written; accounts are not part of a record.`);
    for (const { modification, by } of result.value.value) {
      runtime.progress(`Not written: the working draft of ${modification}, last saved by ${by}; put it forward first.`);
    }
    return done({ text: '', json: undefined });
  },
};

/** `record import FILE`: restores an exported record into an empty database. */
export const recordImport: Command = {
  path: ['record', 'import'],
  summary: importRecord.summary,
  positionals: [
    { name: 'FILE', required: true, description: 'The NDJSON that "record export" wrote; - for standard input.' },
  ],
  options: [DATA],
  run: async ({ positionals: [file = '-'], values }, runtime): Promise<Result<{ text: string; json: unknown }>> => {
    const lines = readLines(file);
    const first = await lines.next().catch((fault: Error) => fault);
    if (first instanceof Error) return refuse(rejection('input-invalid', `${file} cannot be read: ${first.message}`));
    const whole = (async function* () {
      if (!first.done) yield first.value;
      yield* lines;
    })();
    const result = await runtime.withRecord(
      values.get('data')?.[0] ?? null,
      ({ ports }) => runDecoded(importRecord, { ports, actor: OPERATOR }, { lines: whole }),
      true,
    );
    if (!result.ok) return result;
    if (!result.value.ok) return result.value;
    const { events } = result.value.value;
    return done({ text: `${events} events restored and verified.`, json: { events } });
  },
};

async function* readLines(file: string): AsyncGenerator<string> {
  const input = file === '-' ? process.stdin : createReadStream(file, 'utf8');
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}
