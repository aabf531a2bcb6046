import type { z } from 'zod';
import { type Amendment, subjectOf } from '../../core/code/amendment.ts';
import { printedAt } from '../../core/code/both-in-force.ts';
import { conflictsAmong, conflictsWith, type OpenConflict } from '../../core/code/conflict.ts';
import { type Naming, namingOf } from '../../core/code/links.ts';
import type { InstrumentHistory } from '../../core/code/publish-version.ts';
import { settles } from '../../core/code/resolution.ts';
import { type TracedText, trace } from '../../core/code/trace.ts';
import { type TextVersion, timelineOf } from '../../core/code/version.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import type { StoredResolution } from '../../core/modification/proposal.ts';
import { partsOf } from '../../core/modification/text/part.ts';
import { resolutionsBetween, type TextAtLast, textAtLast } from '../../core/modification/text/pending-text.ts';
import { ROLE_IN_SENTENCE } from '../../core/party/actor.ts';
import { readInstrument } from '../instruments.ts';
import { type Context, done, type Result } from '../operation.ts';
import type { notComparedSchema, resolverSchema } from './conflict.schema.ts';
import { type ReadProposal, readOpenProposals } from './proposals.ts';

/** An open modification with its legal text for the last text of its code. */
export interface OpenModification extends ReadProposal {
  readonly id: string;
  readonly text: TextAtLast;
}

/** The open modifications of one code, on its last text. */
export interface OpenTexts {
  readonly history: InstrumentHistory;
  readonly last: TextVersion;
  readonly open: readonly OpenModification[];
}

/**
 * A conflict with what was settled of it and holds: none while nobody has, or when it no longer fits the text; one; or
 * one for each order in which the two may come into force.
 */
export interface CountedConflict {
  readonly conflict: OpenConflict;
  readonly settled: readonly StoredResolution[];
}

/** Reads the open modifications of a code, as known at an instant. Refuses `not-found`. */
export async function readOpenTexts(
  context: Context,
  instrument: string,
  knownAt: Instant | null,
): Promise<Result<OpenTexts>> {
  const read = await readInstrument(context, instrument, knownAt);
  if (!read.ok) return read;
  const proposals = await readOpenProposals(context, knownAt);
  const mine = proposals.filter(({ state }) => state.content.code === instrument);
  const before = lastRead.get(read.value);
  const isSame =
    before?.open.length === mine.length && before.open.every(({ state }, index) => state === mine[index]?.state);
  const texts = before !== undefined && isSame ? before : openTextsOf(read.value, mine);
  lastRead.set(read.value, texts);
  return done(texts);
}

/** By history, which is another after each event of its code: the open texts last read, good as long as none has changed. */
const lastRead = new WeakMap<InstrumentHistory, OpenTexts>();

/** The open modifications of a code among those read. */
export function openTextsOf(history: InstrumentHistory, proposals: readonly ReadProposal[]): OpenTexts {
  const timeline = timelineOf(history, null);
  const open = proposals
    .filter(({ state }) => state.content.code === history.instrument)
    .map((one) => ({ ...one, id: one.state.content.id, text: textAtLast(timeline, one.state) }));
  return { history, last: timeline.at(-1) as TextVersion, open };
}

/**
 * The conflicts among open modifications, or of one with all others. Of a text that cannot be mapped to the last one, what
 * can be is compared; `notCompared` says what is not.
 */
export function countConflicts(texts: OpenTexts, modification: string | null): readonly CountedConflict[] {
  const known = counted.get(texts) ?? new Map<string | null, readonly CountedConflict[]>();
  counted.set(texts, known);
  const conflicts = known.get(modification) ?? countAnew(texts, modification);
  known.set(modification, conflicts);
  return conflicts;
}

/** By open texts and modification: counted once, for every page that says how many there are. */
const counted = new WeakMap<OpenTexts, Map<string | null, readonly CountedConflict[]>>();

function countAnew({ last, open }: OpenTexts, modification: string | null): readonly CountedConflict[] {
  const naming = namingOf(last.text);
  const traced = open.map(({ id, text }) => tracedOnce(naming, id, onLast(text)));
  const asked = traced.find((one) => one.modification === modification);
  const conflicts =
    modification === null ? conflictsAmong(traced) : asked === undefined ? [] : conflictsWith(asked, traced);
  return conflicts.map((conflict) => ({ conflict, settled: settledOf(last, open, conflict) }));
}

/** By amendments, as they are on one text: when one modification changes, the others are not traced anew. */
const traces = new WeakMap<readonly Amendment[], { readonly naming: Naming; readonly traced: TracedText }>();

function tracedOnce(naming: Naming, modification: string, amendments: readonly Amendment[]): TracedText {
  const known = traces.get(amendments);
  if (known?.naming === naming && known.traced.modification === modification) return known.traced;
  const traced = trace(naming, { modification, amendments });
  traces.set(amendments, { naming, traced });
  return traced;
}

function settledOf(
  { text }: TextVersion,
  open: readonly OpenModification[],
  conflict: OpenConflict,
): readonly StoredResolution[] {
  const [one, other] = [conflict.one, conflict.other].map((side) => open.find(({ id }) => id === side.modification));
  if (one === undefined || other === undefined) return [];
  const kept = resolutionsBetween(one.state, other.state);
  const holder = (stored: StoredResolution): string => (stored.with === one.id ? other.id : one.id);
  const holding = kept.filter((stored) => settles(text, holder(stored), stored, conflict));
  // what replaced a resolution that both had kept is kept by both
  return holding.filter((stored, at) => !holding.slice(0, at).some((before) => isSameAct(before, stored)));
}

/** The legal text of each open modification on the last text, by id; so far as it can be mapped to that. */
export function amendmentsIn({ open }: OpenTexts): (modification: string) => readonly Amendment[] {
  return (modification) => {
    const text = open.find(({ id }) => id === modification)?.text;
    return text === undefined ? [] : onLast(text);
  };
}

/** What there is of a legal text on the last text of its code. */
export function onLast(text: TextAtLast): readonly Amendment[] {
  return text.ok ? text.amendments : text.mapped;
}

/** What of the open texts cannot be compared with one of them, or with each other, since it cannot be mapped to the last text. */
export function notCompared({ open }: OpenTexts, modification: string | null): z.infer<typeof notComparedSchema>[] {
  return open.flatMap(({ id, text }) => {
    if (text.ok || text.left.length === 0) return [];
    const { before, amendments, left, over } = text;
    const subjects = [...new Set(left.map(subjectOf))];
    const at = [...new Set(subjects.map((subject) => printedAt(before, [{ amendments }], subject)))];
    const isOther = modification !== null && modification !== id;
    const who = isOther ? `Not compared with ${id}` : `${id} is not compared`;
    const sentence = `${who} at ${at.join(' and ')}, where it cannot be mapped over version ${over.label}.`;
    return [{ modification: id, over: over.label, at, sentence }];
  });
}

/** The first of some modifications that takes effect in parts; null when none does. */
export function inPartsOf(modifications: readonly Pick<OpenModification, 'id' | 'state'>[]): string | null {
  return modifications.find(({ state }) => partsOf(state.legalText).length > 1)?.id ?? null;
}

function isSameAct(a: StoredResolution, b: StoredResolution): boolean {
  const [one, other] = [a, b].map(({ with: _, ...act }) => JSON.stringify(act));
  return one === other;
}

/** The first of some modifications that cannot be mapped to the last text, with who can settle that; null when all can. */
export function firstStuck(modifications: readonly OpenModification[]) {
  const one = modifications.find(({ text }) => !text.ok);
  if (one === undefined || one.text.ok) return null;
  const sentence = `${one.id} cannot be mapped over version ${one.text.over.label}, which has to be settled before.`;
  return { modification: one.id, sentence, resolvers: resolversOf([one]) };
}

/** Why a conflict between modifications cannot be settled yet; null when it can. */
export function notYet(modifications: readonly OpenModification[]): Rejection | null {
  const stuck = firstStuck(modifications);
  if (stuck === null) return null;
  const unblock = stuck.resolvers.map((resolver) => ({ ...resolver, until: null }));
  return rejection('conflict-unsettled', stuck.sentence, { unblock });
}

/** Who can settle a conflict between modifications: those who proposed them, and the Code Administrator. */
export function resolversOf(
  modifications: readonly Pick<OpenModification, 'id' | 'state'>[],
): z.infer<typeof resolverSchema>[] {
  const proposers = modifications.map(({ id, state }) => ({
    who: state.content.proposer.name,
    by: `settle it for ${id}`,
  }));
  return [...proposers, { who: ROLE_IN_SENTENCE['code-administrator'], by: 'record what the proposers agree' }];
}
