import type { Amendment } from '../code/amendment.ts';
import type { Day } from '../kernel/day.ts';
import { fold } from '../kernel/decider.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Tally } from './ballot.ts';
import type { LegalTextPart } from './part.ts';
import type {
  ContentRef,
  Elector,
  ImplementedPart,
  Position,
  ProposalContent,
  ProposalEvent,
  StoredResolution,
  VotedText,
} from './proposal.ts';
import type { Timetable } from './timetable.ts';

/** The step that raising completes in every profile. */
export const RAISING = 'raise';

/** A step that has come to an outcome. */
export interface DoneStep {
  readonly step: string;
  readonly outcome: string;
  readonly on: Day;
  readonly reasons: string | null;
}

/** A timetable that a body set in place of the one before. */
interface TimetableSet {
  readonly step: string;
  readonly on: Day;
  readonly timetable: Timetable;
}

/** What a party answered; its words are kept beside the chain. */
export interface ConsultationResponse {
  readonly party: string;
  readonly stance: 'support' | 'oppose' | 'neutral';
  readonly content: ContentRef;
  readonly on: Day;
}

/** A consultation that was opened. */
export interface Consultation {
  readonly from: Day;
  readonly closes: Instant;
  readonly responses: readonly ConsultationResponse[];
}

/** One seat's vote. */
interface CastVote {
  readonly seat: string;
  readonly position: Position;
  readonly reasons: string;
  readonly on: Day;
}

/** An interest that a voter declared. */
interface Recusal {
  readonly seat: string;
  readonly reasons: string;
  readonly on: Day;
}

/** One holding of a ballot; without a quorum it is held again. */
export interface HeldBallot {
  readonly electorate: readonly Elector[];
  readonly openedOn: Day;
  readonly closes: Instant;
  /** The legal text that is voted on; null in a record from before texts were told apart. */
  readonly text: VotedText | null;
  readonly votes: readonly CastVote[];
  /** Voters who declared an interest and do not vote. */
  readonly recused: readonly Recusal[];
  readonly result: {
    readonly tally: Tally;
    readonly outcome: 'approve' | 'reject' | 'no-quorum';
    readonly on: Day;
  } | null;
}

/** A day of implementation that a body set. */
interface SetImplementation {
  readonly step: string;
  /** The part by id; absent when the text is undivided. */
  readonly part?: string;
  readonly day: Day;
  readonly on: Day;
  readonly reasons: string;
}

/** A party's referral of a decision. */
interface Referral {
  readonly step: string;
  readonly party: string;
  readonly grounds: string;
  readonly on: Day;
}

/** The legal text as it now stands. */
export interface CurrentLegalText {
  readonly amendments: readonly Amendment[];
  /** Its parts that are not in force yet; absent when it is undivided. */
  readonly parts?: readonly LegalTextPart[];
  /** The label of the version that it amends. */
  readonly against: string;
  /** Labels of versions that were put before that one since and that it does not count in; absent when there are none. */
  readonly without?: readonly string[];
  /** Counts the texts from 1; the first is the one that was raised. */
  readonly revision: number;
  /** What it was mapped over last; null when the proposer's own words stand. */
  readonly over: Extract<ProposalEvent, { type: 'legal-text-rebased' }>['over'] | null;
}

/** What is known of a proposal once it is raised, open or closed. */
export interface ProposalLife {
  /** As raised; what the legal text has become since is `legalText`. */
  readonly content: ProposalContent;
  readonly legalText: CurrentLegalText;
  /** What was settled of conflicts with others and kept here. */
  readonly resolutions: readonly StoredResolution[];
  /** Events that the implementation waited for, by name. */
  readonly occurred: Readonly<Record<string, Day>>;
  readonly raisedOn: Day;
  readonly profile: string;
  readonly rulebook: string;
  /** In the order in which they were done. */
  readonly done: readonly DoneStep[];
  readonly timetables: readonly TimetableSet[];
  /** By step. */
  readonly consultations: Readonly<Record<string, Consultation>>;
  /** By step, in the order in which they were held. */
  readonly ballots: Readonly<Record<string, readonly HeldBallot[]>>;
  readonly referrals: readonly Referral[];
  /** Days of implementation that a body set, in the order in which they were set. */
  readonly dated: readonly SetImplementation[];
  /** Parts that are in force. */
  readonly implemented: readonly ImplementedPart[];
  /** Last days of windows whose length was given, by step. */
  readonly windows: Readonly<Record<string, Day>>;
  /** The label of the version that implemented it. */
  readonly label: string | null;
  /** That whoever proposed it took it back; null when nobody has. */
  readonly withdrawn: Withdrawn | null;
}

/** A proposal that was taken back: by a person by name, why and when. */
type Withdrawn = Omit<Extract<ProposalEvent, { type: 'proposal-withdrawn' }>, 'type'>;

export interface OpenProposal extends ProposalLife {
  readonly status: 'open';
}

interface ClosedProposal extends ProposalLife {
  readonly status: 'closed';
  readonly end: { readonly id: string; readonly title: string; readonly on: Day };
}

/** A proposal that was raised. */
export type RaisedProposal = OpenProposal | ClosedProposal;

/** A proposal's state, by what has become of it. */
export type ProposalState = { readonly status: 'none' } | RaisedProposal;

/** Before anything happened. */
export const NO_PROPOSAL: ProposalState = Object.freeze({ status: 'none' });

/** State after one more event. Total: an event that does not fit the state leaves it as it is. */
export function evolve(state: ProposalState, event: ProposalEvent): ProposalState {
  if (event.type === 'proposal-raised') return state.status === 'none' ? raised(event) : state;
  return state.status === 'open' ? Object.freeze(lived(state, event)) : state;
}

/** State after a history. */
export function replay(events: Iterable<ProposalEvent>): ProposalState {
  return fold(NO_PROPOSAL, evolve, events);
}

type Raised = Extract<ProposalEvent, { type: 'proposal-raised' }>;

function raised({ content, raisedOn, profile, rulebook }: Raised): OpenProposal {
  return Object.freeze({
    status: 'open',
    content,
    legalText: {
      amendments: content.legalText,
      ...(content.parts && { parts: content.parts }),
      against: content.draftedAgainst,
      revision: 1,
      over: null,
    },
    resolutions: [],
    occurred: {},
    raisedOn,
    profile,
    rulebook,
    done: [{ step: RAISING, outcome: 'submitted', on: raisedOn, reasons: null }],
    timetables: [],
    consultations: {},
    ballots: {},
    referrals: [],
    dated: [],
    implemented: [],
    windows: {},
    label: null,
    withdrawn: null,
  });
}

function lived(state: OpenProposal, event: Exclude<ProposalEvent, Raised>): RaisedProposal {
  switch (event.type) {
    case 'paper-submitted':
      return completed(state, event.step, 'submitted', event.on);
    case 'determination-made': {
      const { step, on, timetable } = event;
      if (timetable === null) return completed(state, step, event.outcome, on, event.reasons);
      // A timetable may be set again; the step then counts as done when it was done last.
      const done = state.done.filter((one) => one.step !== step);
      const timetables = [...state.timetables, { step, on, timetable }];
      return { ...completed({ ...state, done }, step, event.outcome, on, event.reasons), timetables };
    }
    case 'consultation-opened': {
      const { from, closes } = event;
      return withConsultation(state, event.step, () => ({ from, closes, responses: [] }));
    }
    case 'response-received': {
      const { party, stance, content, on } = event;
      return withConsultation(
        state,
        event.step,
        (held) => held && { ...held, responses: [...held.responses, { party, stance, content, on }] },
      );
    }
    case 'consultation-closed':
      return completed(state, event.step, 'closed', event.on);
    case 'ballot-opened': {
      const { electorate, closes, on, text } = event;
      const held: HeldBallot = { electorate, openedOn: on, closes, text, votes: [], recused: [], result: null };
      return withBallots(state, event.step, (before) => [...before, held]);
    }
    case 'vote-cast': {
      const { seat, position, reasons, on } = event;
      return withBallots(state, event.step, (before) =>
        inLast(before, (held) => ({ ...held, votes: [...held.votes, { seat, position, reasons, on }] })),
      );
    }
    case 'interest-declared': {
      const { seat, reasons, on } = event;
      return withBallots(state, event.step, (before) =>
        inLast(before, (held) => ({ ...held, recused: [...held.recused, { seat, reasons, on }] })),
      );
    }
    case 'ballot-closed': {
      const { tally, outcome, on } = event;
      const counted = withBallots(state, event.step, (before) =>
        inLast(before, (held) => ({ ...held, result: { tally, outcome, on } })),
      );
      return outcome === 'no-quorum' ? counted : completed(counted, event.step, outcome, on);
    }
    case 'decision-referred': {
      const { step, party, grounds, on } = event;
      const referrals = [...state.referrals, { step, party, grounds, on }];
      return { ...completed(state, step, 'referred', on, grounds), referrals };
    }
    case 'window-opened':
      return { ...state, windows: { ...state.windows, [event.step]: event.lastDay } };
    case 'steps-reopened':
      return reopened(state, event.steps);
    case 'profile-changed': {
      const { profile, rulebook, steps } = event;
      const done = state.done.flatMap((one) => {
        const step = Object.hasOwn(steps, one.step) ? steps[one.step] : undefined;
        return step === undefined ? [] : [{ ...one, step }];
      });
      return { ...state, profile, rulebook, done, consultations: {}, ballots: {}, windows: {} };
    }
    case 'window-elapsed':
      return completed(state, event.step, 'elapsed', event.on);
    case 'implementation-dated': {
      const { type: _, ...set } = event;
      return { ...completed(state, set.step, 'set', set.on, set.reasons), dated: [...state.dated, set] };
    }
    case 'part-implemented': {
      const { type: _, step: __, ...part } = event;
      return { ...state, implemented: [...state.implemented, part] };
    }
    case 'modification-implemented':
      return { ...completed(state, event.step, 'implemented', event.on), label: event.label };
    case 'legal-text-drafted':
      return { ...state, legalText: revised(state, event, null) };
    case 'legal-text-rebased':
      return { ...state, legalText: revised(state, event, event.over), resolutions: event.resolutions };
    case 'legal-text-anchored': {
      const { without: _, ...text } = state.legalText;
      const { against, without } = event;
      return { ...state, legalText: { ...text, against, ...(without.length > 0 && { without }) } };
    }
    case 'conflict-resolved': {
      const { type: _, ...stored } = event;
      const others = state.resolutions.filter((one) => !isSameConflict(one, stored));
      return { ...state, resolutions: [...others, stored] };
    }
    case 'event-occurred':
      return { ...state, occurred: { ...state.occurred, [event.event]: event.day } };
    case 'proposal-withdrawn': {
      const { type: _, ...withdrawn } = event;
      return { ...state, withdrawn };
    }
    case 'proposal-closed':
      return { ...state, status: 'closed', end: { id: event.end, title: event.title, on: event.on } };
  }
}

/** As if the steps had not begun; what was said in them stays in the log. */
function reopened(state: OpenProposal, steps: readonly string[]): OpenProposal {
  const without = <T>(all: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(all).filter(([step]) => !steps.includes(step)));
  return {
    ...state,
    done: state.done.filter((one) => !steps.includes(one.step)),
    consultations: without(state.consultations),
    windows: without(state.windows),
    dated: state.dated.filter((one) => !steps.includes(one.step)),
  };
}

function revised(
  { legalText }: OpenProposal,
  { amendments, parts, against }: Pick<CurrentLegalText, 'amendments' | 'parts' | 'against'>,
  over: CurrentLegalText['over'],
): CurrentLegalText {
  return { amendments, ...(parts && { parts }), against, revision: legalText.revision + 1, over };
}

function isSameConflict(a: StoredResolution, b: StoredResolution): boolean {
  return a.with === b.with && a.class === b.class && a.provision === b.provision;
}

function completed(state: OpenProposal, step: string, outcome: string, on: Day, reasons: string | null = null) {
  if (state.done.some((one) => one.step === step)) return state;
  return { ...state, done: [...state.done, { step, outcome, on, reasons }] };
}

function withConsultation(
  state: OpenProposal,
  step: string,
  change: (held: Consultation | undefined) => Consultation | undefined,
): OpenProposal {
  const held = change(state.consultations[step]);
  return held === undefined ? state : { ...state, consultations: { ...state.consultations, [step]: held } };
}

function withBallots(
  state: OpenProposal,
  step: string,
  change: (before: readonly HeldBallot[]) => readonly HeldBallot[],
): OpenProposal {
  return { ...state, ballots: { ...state.ballots, [step]: change(state.ballots[step] ?? []) } };
}

function inLast(all: readonly HeldBallot[], change: (held: HeldBallot) => HeldBallot): readonly HeldBallot[] {
  return all.map((held, index) => (index === all.length - 1 ? change(held) : held));
}
