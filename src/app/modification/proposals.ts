import { z } from 'zod';
import type { Decision } from '../../core/kernel/decider.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { ProposalCommand } from '../../core/modification/command.ts';
import type { ProposalContext, ProposalRules } from '../../core/modification/context.ts';
import { decide, modificationProposal } from '../../core/modification/decide.ts';
import { evolve, replay } from '../../core/modification/evolve.ts';
import type { ProposalEvent } from '../../core/modification/proposal.ts';
import { findStep } from '../../core/modification/refusal.ts';
import { settle } from '../../core/modification/settle.ts';
import type { ProposalState, RaisedProposal } from '../../core/modification/state.ts';
import { CLOCK, ROLES, type Role } from '../../core/party/actor.ts';
import type { Membership } from '../../core/party/membership.ts';
import { categoryOn } from '../../core/party/party-over-time.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { actOn, type Load } from '../act.ts';
import { readMembership } from '../body/membership.ts';
import { type Context, done, type Result, refuse } from '../operation.ts';
import { readParties } from '../party/estate.ts';
import type { ConfidentialContent, Ports, RecordedEvent } from '../ports.ts';
import { keepProposal, keptProposal } from './kept-proposals.ts';
import type { ModificationView } from './view.schema.ts';
import { viewOf } from './view.ts';

/** How an operation asks which modification it is about. */
export const modificationField = z.string().min(1).meta({ description: 'Modification by id: SECMP0065.' });

/** How an operation asks which step it is about, where the profile may have one only. */
export const stepField = z
  .string()
  .min(1)
  .nullable()
  .default(null)
  .meta({ description: 'Step of the profile by id; left out, the open one of its kind.' });

/** How an operation asks which part of a legal text it is about. */
export const partField = z
  .string()
  .min(1)
  .nullable()
  .default(null)
  .meta({ description: 'Part of the legal text by id; left out, the next to take effect.' });

/** Everybody who is signed in may ask: whose step it is, the profile says, and refuses with its clause. */
export const SIGNED_IN: readonly Role[] = ROLES.filter((role) => role !== 'public' && role !== 'clock');

/** A proposal as read from the record. */
export interface ReadProposal {
  readonly state: RaisedProposal;
  readonly version: number;
  readonly rules: ProposalRules;
}

/** The stream of a modification. */
export function streamOf(modification: string): string {
  return `modification/${modification}`;
}

/** What happened to a modification, as known at an instant (null: now), the passing of time up to then counted in. */
export async function readProposal(
  { ports, now }: Pick<Context, 'ports' | 'now'>,
  modification: string,
  knownAt: Instant | null,
): Promise<Result<ReadProposal>> {
  const recorded = await ports.store.read(streamOf(modification), knownAt);
  const folded = { id: modification, version: recorded.length };
  const at = knownAt ?? now;
  const before = keptProposal(ports.store, folded, at);
  if (before !== null) return done(before);
  const state = stateOf(recorded);
  if (state.status === 'none') return refuse(notFound(modification));
  keepProposal(ports.store, folded, { state, rules: await rulesOf(ports, state) }, at);
  return done(keptProposal(ports.store, folded, at) as ReadProposal);
}

/**
 * Every open modification, in order of identifiers; `ended` asks also for those that time alone has brought to an end.
 * Of what has not changed since it was read last, no stream is read.
 */
export async function readOpenProposals(
  context: Pick<Context, 'ports' | 'now'>,
  knownAt: Instant | null,
  ended = false,
): Promise<readonly ReadProposal[]> {
  const { store } = context.ports;
  const open = await store.openModifications(knownAt);
  const read = await Promise.all(
    open.map(async (row) => {
      const kept = keptProposal(store, row, knownAt ?? context.now);
      return kept === null ? readProposal(context, row.id, knownAt) : done(kept);
    }),
  );
  return read.flatMap((one) => (one.ok && (ended || one.value.state.status === 'open') ? one.value : []));
}

/** Every open modification as an act has to find it again when it writes; the passing of time is counted in. */
export async function loadOpenProposals(
  { ports, now }: Pick<Context, 'ports' | 'now'>,
  load: Load,
): Promise<readonly ReadProposal[]> {
  const open: ReadProposal[] = [];
  for (const { id } of await ports.store.openModifications(null)) {
    const loaded = await load<ProposalEvent>(streamOf(id));
    const state = replay(loaded.events);
    if (state.status !== 'open') continue;
    const rules = await rulesOf(ports, state);
    if (settle(state, now, rules).reduce<ProposalState>(evolve, state).status !== 'open') continue;
    open.push({ state, version: loaded.version, rules });
  }
  return open;
}

/** The rules that a proposal pinned. Throws an Error when the record has lost them. */
export async function rulesOf(ports: Ports, state: RaisedProposal): Promise<ProposalRules> {
  const rulebook = await ports.rulebooks.byDigest(state.rulebook);
  const profile = rulebook.profiles.find((one) => one.id === state.profile);
  if (profile === undefined) throw new Error(`The rulebook ${state.rulebook} has no profile "${state.profile}".`);
  return rulesWith(rulebook, profile);
}

/** What decisions need of a rulebook. */
export function rulesWith(rulebook: Rulebook, profile: ProposalRules['profile']): ProposalRules {
  const { parameters, calendars, bodies, partyCategories, objectives, meetingCalendars, releaseCalendar } = rulebook;
  return {
    profile,
    parameters,
    calendars,
    bodies,
    partyCategories,
    objectives,
    meetings: meetingCalendars,
    releases: releaseCalendar,
  };
}

/** Records what time has brought about for a proposal, as the clock's own act; gives its rules and what happened. */
export async function settleProposal(
  context: Context,
  modification: string,
): Promise<
  Result<{ readonly rules: ProposalRules; readonly events: readonly ProposalEvent[]; readonly state: RaisedProposal }>
> {
  const stream = streamOf(modification);
  const state = stateOf(await context.ports.store.read(stream, null));
  if (state.status === 'none') return refuse(notFound(modification));
  const rules = await rulesOf(context.ports, state);
  if (settle(state, context.now, rules).length === 0) return done({ rules, events: [], state });
  const settled = await actOn<ProposalState, ProposalEvent>(
    { ...context, actor: CLOCK },
    'clock',
    stream,
    modificationProposal,
    (latest) => ({ ok: true, events: settle(latest, context.now, rules) }),
  );
  if (!settled.ok) return settled;
  const { events, state: after } = settled.value;
  return done({ rules, events, state: after as RaisedProposal });
}

type ActedCommand = Exclude<ProposalCommand, { type: 'raise-proposal' | 'implement-modification' | 'move-to-profile' }>;

/** Commands that speak of Parties. */
const FOR_PARTIES = ['respond', 'refer-decision', 'open-ballot', 'appoint-working-group', 'adopt-proposal'];

/** What becomes of a command, which may depend on how the proposal stands: time settles first, then the actor acts, each in its own append. */
export async function actOnProposal(
  context: Context,
  modification: string,
  command: ActedCommand | ((state: RaisedProposal, rules: ProposalRules) => ActedCommand),
  confidential: readonly ConfidentialContent[] = [],
): Promise<Result<ModificationView>> {
  const settled = await settleProposal(context, modification);
  if (!settled.ok) return settled;
  const { rules } = settled.value;
  const asked = typeof command === 'function' ? command(settled.value.state, rules) : command;
  const isForParty = FOR_PARTIES.includes(asked.type);
  const parties = isForParty ? await partiesOn(context) : [];
  const members = await membersFor(context, asked, settled.value);
  const acted = await actOn(
    context,
    asked.type,
    streamOf(modification),
    modificationProposal,
    (state): Decision<ProposalEvent> => {
      const now = typeof command === 'function' && state.status !== 'none' ? command(state, rules) : asked;
      return decide(now, state, { ...rules, ...context, parties, ...(members === null ? {} : { members }) });
    },
    confidential,
  );
  if (!acted.ok) return acted;
  const { state, version } = acted.value;
  return state.status === 'none' ? refuse(notFound(modification)) : done(viewOf(state, version, rules, context.now));
}

/** Who sits in the body whose seats vote at the step of a command; null where it is not about a vote of seats. */
async function membersFor(
  { ports }: Context,
  asked: ActedCommand,
  { rules, state }: { readonly rules: ProposalRules; readonly state: RaisedProposal },
): Promise<Membership | null> {
  if (state.status !== 'open' || !BALLOT_COMMANDS.includes(asked.type) || !('step' in asked)) return null;
  const found = findStep(asked.step, 'ballot', state, rules);
  if (!found.ok || found.step.voting?.unit !== 'seat') return null;
  return readMembership(ports, state.content.code, found.step.voting.body, null);
}

const BALLOT_COMMANDS: readonly ActedCommand['type'][] = [
  'open-ballot',
  'cast-vote',
  'withdraw-vote',
  'give-proxy',
  'declare-interest',
];

/** The parties admitted by today, each in its category of today. */
export async function partiesOn(context: Context): Promise<ProposalContext['parties']> {
  const { today } = context;
  return (await readParties(context, null))
    .filter(({ party }) => party.admittedOn <= today)
    .map(({ party }) => ({ ...party, category: categoryOn(party, today) }));
}

/** That the register does not hold a modification. */
export function notFound(modification: string) {
  return rejection('not-found', `The register holds no modification "${modification}".`, {
    place: { field: 'modification' },
  });
}

function stateOf(recorded: readonly RecordedEvent[]): ProposalState {
  return replay(recorded.map((one) => one.event as ProposalEvent));
}
