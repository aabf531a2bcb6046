import type { z } from 'zod';
import type { replayStream } from '../app/record/replay-stream.ts';

/** A replay for a terminal: a line for each event, what it changed below it, and what all came to. */
export function replayText(output: unknown): string {
  const { stream, events, state, agrees } = output as z.input<typeof replayStream.output>;
  const lines = events.flatMap(({ version, recordedAt, type, actor, cause, changes }) => [
    `${String(version).padStart(4)}  ${recordedAt.slice(0, 16).replace('T', ' ')}  ${type}  (${actor}, ${cause})`,
    ...changes.map((change) => `${' '.repeat(6)}${change}`),
  ]);
  const end =
    state === null
      ? `${stream}: ${events.length} events.`
      : `${state.named} after ${events.length} events: ${state.end?.title ?? state.tracker.find((one) => one.status === 'current')?.title ?? state.status}.`;
  const held = agrees === null ? '' : agrees ? ' The register says the same.' : ' The register says OTHERWISE.';
  return [...lines, '', `${end}${held}`].join('\n');
}
