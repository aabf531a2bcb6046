import type { CodeEvent } from '../../code/code-event.ts';
import { writeDay } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { ProposalRules } from '../../modification/context.ts';
import { replay } from '../../modification/evolve.ts';
import type { ProposalEvent } from '../../modification/proposal.ts';
import type { Actor, Named } from '../../party/actor.ts';
import type { RecordEvent } from '../../rulebook/record-event.ts';
import type { Block } from '../block.ts';
import { paragraph } from '../build.ts';
import { MEETING_TELLERS } from './meeting-notices.ts';
import { NOTHING_TOLD, type Notice, type Told } from './notice.ts';
import { OBLIGATION_TELLERS } from './obligation-notices.ts';
import { PARTY_TELLERS } from './party-notices.ts';
import { proposalNotices, TELLERS } from './proposal-notices.ts';
import { note } from './words.ts';

/** An event as it was recorded, as far as notices go. */
export interface Happened {
  readonly event: RecordEvent;
  readonly actor: Actor;
  readonly recordedAt: Instant;
  /** Its place in its stream, counted from 1. */
  readonly version: number;
  /** By which the record chains it. */
  readonly hash: string;
}

/** What an event of another stream than a modification's tells; the stream ends with it. */
type Teller<E> = (event: E, stream: readonly Happened[], bodies: readonly Named[]) => Told;

type OtherEvent = Exclude<RecordEvent, ProposalEvent>;

/** Every event that is no proposal's: a new type says here what it tells, or null. */
const OTHERS: { readonly [T in OtherEvent['type']]: Teller<Extract<OtherEvent, { type: T }>> | null } = {
  'code-adopted': null,
  'version-published': published,
  'version-moved': moved,
  ...MEETING_TELLERS,
  'member-appointed': null,
  'membership-ended': null,
  'alternate-named': null,
  'alternate-ended': null,
  ...PARTY_TELLERS,
  'fact-recorded': null,
  'fact-withdrawn': null,
  ...OBLIGATION_TELLERS,
  'evidence-recorded': null,
  'evidence-withdrawn': null,
  'assessor-capacity-recorded': null,
  'rulebook-adopted': null,
  'demonstration-loaded': null,
  'clock-advanced': null,
  'checkpoint-made': null,
  'correction-noted': null,
};

/** Whether an event is of a type that tells anything. */
export function canBeNews(event: RecordEvent): boolean {
  return isOther(event) ? OTHERS[event.type] !== null : TELLERS[event.type] !== null;
}

/** Whether an event is a proposal's and tells something, so that the rules which the proposal pinned are needed. */
export function tellsByRules(event: RecordEvent): event is ProposalEvent {
  return !isOther(event) && TELLERS[event.type] !== null;
}

/**
 * What the last event of a stream gives people to know; `rules` are those that a proposal pinned, null for all else, and
 * `bodies` those of the code, by which a meeting is named.
 */
export function noticesOf(
  stream: readonly Happened[],
  rules: ProposalRules | null,
  bodies: readonly Named[] = [],
): Told {
  const last = stream.at(-1);
  if (last === undefined) return NOTHING_TOLD;
  const { event, actor, recordedAt: at, version, hash } = last;
  if (isOther(event)) {
    // the entry of a type takes the event of that type, which the compiler does not follow through the look-up
    const teller = OTHERS[event.type] as Teller<OtherEvent> | null;
    return teller === null ? NOTHING_TOLD : teller(event, stream, bodies);
  }
  const after = replay(stream.map((one) => one.event as ProposalEvent));
  if (rules === null || after.status === 'none') return NOTHING_TOLD;
  return proposalNotices(event, { after, rules, actor, at, version, hash });
}

function isOther(event: RecordEvent): event is OtherEvent {
  return Object.hasOwn(OTHERS, event.type);
}

type Adopted = Extract<CodeEvent, { type: 'code-adopted' }>;

/** A version was published; those that came with the code when the record began are history, and no news. */
function published(event: Extract<CodeEvent, { type: 'version-published' }>, stream: readonly Happened[]): Told {
  const { label, inForceFrom, source } = event;
  if (stream[0]?.recordedAt === stream.at(-1)?.recordedAt) return NOTHING_TOLD;
  const made = { modification: 'Modification', designation: 'Designation', unknown: 'What made it' }[source.kind];
  return aboutCode(stream, {
    what: 'version-published',
    subject: `version ${label} is published, in force from ${writeDay(inForceFrom)}`,
    blocks: [
      paragraph(`Version ${label} is published. It is in force from ${writeDay(inForceFrom)}.`),
      paragraph(`${made}: ${source.reference}.`),
    ],
    modification: source.kind === 'modification' ? source.reference : null,
  });
}

function moved(event: Extract<CodeEvent, { type: 'version-moved' }>, stream: readonly Happened[]): Told {
  const { label, inForceFrom, reasons } = event;
  return aboutCode(stream, {
    what: 'version-moved',
    subject: `version ${label} was moved to ${writeDay(inForceFrom)}`,
    blocks: [paragraph(`Version ${label} now is in force from ${writeDay(inForceFrom)}.`), note('Reasons', reasons)],
    modification: null,
  });
}

function aboutCode(
  stream: readonly Happened[],
  told: Pick<Notice, 'what' | 'subject' | 'modification'> & { readonly blocks: readonly Block[] },
): Told {
  const adopted = stream.map(({ event }) => event).find((event): event is Adopted => event.type === 'code-adopted');
  const at = stream.at(-1)?.recordedAt;
  if (adopted === undefined || at === undefined) return NOTHING_TOLD;
  const { instrument, shortTitle, title } = adopted;
  const notice: Notice = {
    topic: 'version',
    what: told.what,
    modification: told.modification,
    code: instrument,
    concerns: [{ kind: 'role', role: 'code-administrator' }],
    isPublic: true,
    subject: `${shortTitle}: ${told.subject}`,
    body: [
      paragraph([{ kind: 'strong', text: title }]),
      ...told.blocks,
      paragraph([{ kind: 'link', text: `Open the ${shortTitle}`, href: `/${encodeURIComponent(instrument)}` }]),
    ],
    at,
    until: null,
    reminds: null,
  };
  return { ...NOTHING_TOLD, notices: [notice] };
}
