import { z } from 'zod';
import { instantSchema } from '../../core/kernel/day.schema.ts';
import { evolve } from '../../core/modification/evolve.ts';
import { statusOf } from '../../core/modification/profile/net.ts';
import type { ProposalEvent } from '../../core/modification/proposal.ts';
import { standingOf } from '../../core/modification/standing.ts';
import { NO_PROPOSAL, type ProposalState, type RaisedProposal } from '../../core/modification/state.ts';
import { rulesOf } from '../modification/proposals.ts';
import { modificationViewSchema } from '../modification/view.schema.ts';
import { viewOf } from '../modification/view.ts';
import { type Context, done, operation, refuse } from '../operation.ts';
import type { RecordedEvent } from '../ports.ts';
import { noVersion, readLog, streamField } from './read-log.ts';

const replayedSchema = z.strictObject({
  version: z.int().positive(),
  type: z.string(),
  recordedAt: instantSchema,
  actor: z.string().meta({ description: 'Who did it, by name.' }),
  cause: z.string().meta({ description: 'The operation that it came through, or clock.' }),
  changes: z
    .array(z.string())
    .meta({ description: 'What the event changed, in words: a step that opened or was done.' }),
});

/** Folds a stream anew, event by event, and holds what comes out to what the register says. */
export const replayStream = operation({
  name: 'replay-stream',
  room: 'record',
  kind: 'read',
  summary: 'Replays a stream event by event: what each changed, what it comes to, and whether the register agrees.',
  roles: 'anyone',
  input: z.strictObject({
    stream: streamField,
    to: z.int().positive().nullable().default(null).meta({ description: 'The last version to replay; left out, all.' }),
  }),
  output: z.strictObject({
    stream: z.string(),
    events: z.array(replayedSchema),
    state: modificationViewSchema
      .nullable()
      .meta({ description: 'What a modification has become; null for other streams.' }),
    agrees: z
      .boolean()
      .nullable()
      .meta({ description: 'Whether the register says the same of a modification that is replayed to its end.' }),
  }),
  run: async (context, { stream, to }) => {
    const read = await readLog(context, stream, null);
    if (!read.ok) return read;
    const all = read.value;
    if (to !== null && to > all.length) return refuse(noVersion(stream, to, all.length));
    const recorded = all.slice(0, to ?? all.length);
    if (!stream.startsWith('modification/')) {
      const events = recorded.map((one) => ({ ...frameOf(one), changes: [] }));
      return done({ stream, events, state: null, agrees: null });
    }
    const { events, state: last } = await replayed(context, recorded);
    if (last.status === 'none') throw new Error(`${stream} does not begin with a proposal`);
    const rules = await rulesOf(context.ports, last);
    const at = recorded.at(-1)?.recordedAt ?? context.now;
    const view = viewOf(last, recorded.length, rules, at);
    return done({
      stream,
      events,
      state: view,
      agrees: recorded.length < all.length ? null : await agreesWithRegister(context, last, recorded.length),
    });
  },
});

async function replayed(context: Context, recorded: readonly RecordedEvent[]) {
  const events: z.output<typeof replayedSchema>[] = [];
  let before: ReadonlyMap<string, string> = new Map();
  let state: ProposalState = NO_PROPOSAL;
  for (const one of recorded) {
    state = evolve(state, one.event as ProposalEvent);
    const after = state.status === 'none' ? new Map<string, string>() : await standingsOf(context, state);
    const changes = [...after].flatMap(([title, kind]) => {
      const was = before.get(title) ?? null;
      return was === kind ? [] : [was === null ? `${title}: ${kind}` : `${title}: ${was} → ${kind}`];
    });
    events.push({ ...frameOf(one), changes });
    before = after;
  }
  return { events, state };
}

/** How every step stands, by its title; a step that waits for another is not told until it no longer does. */
async function standingsOf({ ports }: Context, state: RaisedProposal): Promise<ReadonlyMap<string, string>> {
  const { profile } = await rulesOf(ports, state);
  const entries = profile.steps.flatMap((step): [string, string][] => {
    const status = statusOf(step, state, profile);
    if (status.kind === 'waiting') return [];
    if (status.kind !== 'done') return [[step.title, status.kind === 'open' ? 'open' : 'ruled out']];
    const { outcome } = status.done;
    return [[step.title, (step.outcomes.find((one) => one.id === outcome)?.title ?? outcome).toLowerCase()]];
  });
  return new Map([...entries, ...(state.status === 'closed' ? [['The proposal', state.end.title] as const] : [])]);
}

async function agreesWithRegister({ ports }: Context, state: RaisedProposal, version: number): Promise<boolean> {
  const row = (await ports.store.register(null)).find((one) => one.id === state.content.id);
  const { profile } = await rulesOf(ports, state);
  const { stage, status } = standingOf(state, profile);
  return row !== undefined && row.stage === stage && row.status === status && row.version === version;
}

function frameOf({ version, event, recordedAt, actor, cause }: RecordedEvent) {
  return { version, type: event.type, recordedAt, actor: actor.name, cause };
}
