import type { z } from 'zod';
import type { Amendment } from '../../core/code/amendment.ts';
import { subjectOf } from '../../core/code/amendment.ts';
import type { OpenConflict, OpenConflictClass } from '../../core/code/conflict.ts';
import { conflictDescriber } from '../../core/code/conflict-view.ts';
import type { CodeText } from '../../core/code/provision.ts';
import type { InstrumentHistory } from '../../core/code/publish-version.ts';
import type { Clash } from '../../core/code/weave.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { StoredResolution } from '../../core/modification/proposal.ts';
import { madeBy, resolutionsBetween, type StuckText } from '../../core/modification/text/pending-text.ts';
import { type Context, done, type Result, refuse } from '../operation.ts';
import type { conflictSchema, stuckSchema } from './conflict.schema.ts';
import {
  amendmentsIn,
  type CountedConflict,
  countConflicts,
  firstStuck,
  inPartsOf,
  notYet,
  type OpenModification,
  type OpenTexts,
  onLast,
  readOpenTexts,
  resolversOf,
} from './open-texts.ts';
import { readProposal } from './proposals.ts';

/** A conflict as it is asked for. */
export interface AskedConflict {
  readonly modification: string;
  readonly with: string;
  readonly class: OpenConflictClass;
  readonly provision: string;
}

/** One of two texts that meet. */
export interface MeetingText {
  readonly reference: string;
  readonly amendments: readonly Amendment[];
}

/** Two texts that meet in a conflict, with all that settling it needs. */
export interface Meeting {
  /** The conflict as it is listed. */
  readonly described: z.infer<typeof conflictSchema>;
  /** The text that both amend. */
  readonly base: CodeText;
  /** The modification asked about, which keeps what is settled. */
  readonly own: MeetingText;
  readonly other: MeetingText;
  /** Label of the version that the other has become; null while both are open. */
  readonly stuckOver: string | null;
  /** Every provision at which the two meet, by id. */
  readonly at: readonly string[];
  /** What was settled between them. */
  readonly resolutions: readonly StoredResolution[];
  /** One of the two that takes effect in parts, so that no contingent text can be recorded; null where neither does. */
  readonly inParts: string | null;
}

/** Reads a conflict of an open modification with another, or with a version that holds its text up. Refuses `not-found`. */
export async function readMeeting(context: Context, asked: AskedConflict): Promise<Result<Meeting>> {
  const proposal = await readProposal(context, asked.modification, null);
  if (!proposal.ok) return proposal;
  const read = await readOpenTexts(context, proposal.value.state.content.code, null);
  if (!read.ok) return read;
  const texts = read.value;
  const own = texts.open.find(({ id }) => id === asked.modification);
  const meeting =
    own === undefined
      ? null
      : !own.text.ok && madeBy(own.text.over) === asked.with
        ? stuckMeeting(texts, own, own.text, asked)
        : openMeeting(texts, own, asked);
  if (meeting !== null) {
    const { described } = meeting;
    const pair = texts.open.filter(({ id }) => id === asked.modification || id === asked.with);
    const fault = described.waits === null ? null : notYet(pair);
    return fault === null ? done(meeting) : refuse(fault);
  }
  if (asked.with === asked.modification) {
    const sentence = `${asked.modification} is in no conflict with itself; expected another modification.`;
    return refuse(rejection('not-found', sentence));
  }
  const sentence = `${asked.modification} and ${asked.with} are in no conflict "${asked.class}" at "${asked.provision}"; it may have been settled by a change of the text, or one of the two is no longer open.`;
  return refuse(rejection('not-found', sentence));
}

function openMeeting(texts: OpenTexts, own: OpenModification, asked: AskedConflict): Meeting | null {
  const other = texts.open.find(({ id }) => id === asked.with && id !== own.id);
  if (other === undefined) return null;
  const between = countConflicts(texts, own.id).filter(({ conflict: { one, other: side } }) =>
    [one.modification, side.modification].includes(other.id),
  );
  const met = between.find(({ conflict }) => conflict.class === asked.class && conflict.provision === asked.provision);
  if (met === undefined) return null;
  return {
    described: describer(texts)(met),
    base: texts.last.text,
    own: { reference: own.id, amendments: onLast(own.text) },
    other: { reference: other.id, amendments: onLast(other.text) },
    stuckOver: null,
    at: between.flatMap(({ conflict: { provision, one, other: side } }) => [provision, one.subject, side.subject]),
    resolutions: resolutionsBetween(own.state, other.state),
    inParts: inPartsOf([own, other]),
  };
}

function stuckMeeting(
  { history }: OpenTexts,
  own: OpenModification,
  text: StuckText,
  asked: AskedConflict,
): Meeting | null {
  const stuck = describeStuck(history, own, text);
  const met = stuck.clashes.find((one) => one.class === asked.class && one.provision === asked.provision);
  if (met === undefined) return null;
  const { instrument, resolvers, over } = stuck;
  return {
    described: { instrument, resolvers, waits: null, ...met },
    base: text.before,
    own: { reference: own.id, amendments: text.amendments },
    other: { reference: asked.with, amendments: text.over.published?.amendments ?? [] },
    stuckOver: over,
    at: text.clashes.map((clash) => clash.provision),
    resolutions: own.state.resolutions.filter((one) => one.with === asked.with),
    inParts: inPartsOf([own]),
  };
}

/** Describes conflicts among open texts; what each text makes of the code is worked out once. */
export function describer(texts: OpenTexts): (counted: CountedConflict) => z.infer<typeof conflictSchema> {
  const { history, last, open } = texts;
  const find = (id: string) => open.find((one) => one.id === id);
  const describe = conflictDescriber(last.text, amendmentsIn(texts));
  return ({ conflict, settled }) => {
    const described = describe(conflict);
    const both = [conflict.one, conflict.other].flatMap((side) => find(side.modification) ?? []);
    const stuck = firstStuck(both);
    return {
      instrument: history.instrument,
      class: conflict.class,
      provision: conflict.provision,
      ...described,
      sides: described.sides.map((side) => ({ ...side, title: find(side.modification)?.state.content.title ?? '' })),
      resolutions: settled,
      resolvers: resolversOf(both),
      waits: stuck === null ? null : { modification: stuck.modification, sentence: stuck.sentence },
    };
  };
}

/** An open text that a version holds up, with what the version made of each place and what the text wants there. */
export function describeStuck(
  { instrument }: InstrumentHistory,
  { id, state }: OpenModification,
  { over, before, amendments, clashes, fault }: StuckText,
): z.infer<typeof stuckSchema> {
  const source = madeBy(over);
  const { title } = state.content;
  const describe = conflictDescriber(before, (reference) =>
    reference === id ? amendments : (over.published?.amendments ?? []),
  );
  return {
    instrument,
    modification: id,
    title,
    over: over.label,
    with: source,
    clashes: clashes.map((clash) => {
      const described = describe(conflictOf(clash, id, source));
      const { class: kind, provision } = clash;
      const resolutions = state.resolutions.filter(
        (one) => one.with === source && one.class === kind && one.provision === provision,
      );
      const sides = described.sides.map((side) => ({
        ...side,
        title: side.modification === id ? title : `Version ${over.label}`,
      }));
      return { class: kind, provision, ...described, sides, resolutions };
    }),
    sentence: clashes.map((clash) => clash.sentence).join(' ') || (fault ?? ''),
    resolvers: resolversOf([{ id, state }]),
  };
}

function conflictOf({ class: kind, provision, ours, theirs }: Clash, us: string, them: string): OpenConflict {
  return {
    class: kind,
    provision,
    one: { modification: us, subject: subjectOf(ours) },
    other: { modification: them, subject: subjectOf(theirs) },
  };
}
