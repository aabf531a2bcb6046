import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { done, refuse } from '../../app/operation.ts';
import { checkProof } from '../../app/record/check-proof.ts';
import { runDecoded } from '../../app/run-operation.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { streamProofSchema } from '../../core/rulebook/proof.schema.ts';
import type { Command } from '../command.ts';

/** `audit check FILE`: holds what a server gave to a root that the reader noted, away from that server. */
export const verifyProof: Command = {
  path: ['audit', 'check'],
  summary: checkProof.summary,
  positionals: [
    { name: 'FILE', required: true, description: 'The JSON of /api/record/prove-stream; - for standard input.' },
  ],
  options: [{ name: 'root', value: 'HEX', repeatable: false, description: 'The published root, as you noted it.' }],
  run: async ({ positionals: [file = '-'], values }, runtime) => {
    const read = await readProof(file);
    if (!read.ok) return read;
    const root = values.get('root')?.[0] ?? null;
    const caller = { ports: runtime.recordless, actor: { id: 'reader', name: 'Reader', role: 'public' } as const };
    const checked = await runDecoded(checkProof, caller, { proof: read.value, root });
    if (!checked.ok) return checked;
    const { stream, events, compared } = checked.value;
    const what = `${stream}: ${events} ${events === 1 ? 'event' : 'events'}, each chained to the one before.`;
    const to = compared
      ? `They lead to the root that you gave, ${checked.value.root}.`
      : `They lead to the root ${checked.value.root} of ${checked.value.madeAt}; compare it with the one that was published.`;
    const { later } = checked.value;
    const rest =
      later === 0
        ? ''
        : `\n${later} ${later === 1 ? 'event was' : 'events were'} recorded after that checkpoint: nothing is proved of ${later === 1 ? 'it' : 'them'} yet.`;
    return done({ text: `${what}\n${to}${rest}`, json: checked.value });
  },
};

async function readProof(file: string) {
  try {
    const text = file === '-' ? await readInput() : await readFile(file, 'utf8');
    return done(JSON.parse(text) as z.input<typeof streamProofSchema>);
  } catch (fault) {
    const why = fault instanceof SyntaxError ? 'is not JSON' : `cannot be read: ${(fault as Error).message}`;
    return refuse<never>(
      rejection('input-invalid', `${file} ${why}; expected the JSON of a proof.`, { place: { file } }),
    );
  }
}

async function readInput(): Promise<string> {
  process.stdin.setEncoding('utf8');
  let text = '';
  for await (const chunk of process.stdin) text += chunk;
  return text;
}
