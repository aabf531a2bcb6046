import type { Citation } from '../../kernel/citation.ts';
import type { Expression } from '../../kernel/condition.ts';
import type { Interval } from '../../kernel/interval.ts';
import type { Role } from '../../party/actor.ts';
import type { Listed } from '../../party/party.ts';
import type { Voting } from '../ballot/voting.ts';
import type { CriticalFriendRules } from '../comment/comment.ts';
import type { Consulting } from '../consultation/consulting.ts';
import type { FormRules } from '../form/proposal-form.ts';
import type { HoldRules } from '../hold/hold.ts';
import type { ImpactRules } from '../impact/impact.ts';
import type { FastTrackRules, PathChangeRules } from '../path/path-change.ts';
import type { RefinementRule } from '../refinement/refinement-rule.ts';
import type { Replanning } from '../timetable/replanning.ts';
import type { WithdrawalRules } from '../withdrawal/withdrawal.ts';

/**
 * The change process as data: a net of steps. A step is open when its `opens` condition is true over the outcomes of
 * the others, waits while it is unknown, and is excluded when it is false; so what a refused act waits for, and who can
 * bring that about, follows from the data and is never typed.
 */
export interface Profile {
  /** `sec-2016`. */
  readonly id: string;
  readonly title: string;
  /** Days on which proposals are raised under it. */
  readonly applies: Interval;
  readonly citation: Citation;
  readonly stages: readonly Stage[];
  readonly steps: readonly Step[];
  /** Named conditions over outcomes, to say a thing once: `approved`, `timetable_settled`. */
  readonly facts: readonly NamedCondition[];
  /** How a proposal ends: the first whose condition is true. */
  readonly ends: readonly End[];
  /** The right of whoever proposed it to take it back; absent: the process has none. */
  readonly withdrawal?: WithdrawalRules;
  /** How a proposal rests and goes on; absent: the process has no hold. */
  readonly hold?: HoldRules;
  /** How a proposal is named, and from which step on; absent: as its proposer names it. */
  readonly identifiers?: readonly Identifier[];
  /** Which way it is decided, each once its condition holds. */
  readonly paths?: readonly Path[];
  /** Who may change the path once it was determined; absent: nobody. */
  readonly pathChange?: PathChangeRules;
  /** How a Fast-Track proposal is raised and what is left of the process for it; absent: there is none. */
  readonly fastTrack?: FastTrackRules;
  /** What its form asks; absent: the issue and its solution. */
  readonly form?: FormRules;
  /** Who helps the proposer with the proposal; absent: nobody comments. */
  readonly criticalFriend?: CriticalFriendRules;
  /** Who signs the impact on Parties; absent: nobody. */
  readonly impactStatement?: ImpactRules;
  /** The step by id from whose beginning on the legal text is not drafted anew; absent: the first paper. */
  readonly textUntil?: string;
  /** Ways in which the code changes beside the process. */
  readonly beside?: readonly Beside[];
  /** How a proposal is refined by a Working Group; absent: it has none. */
  readonly refinement?: RefinementRule;
  /** What makes a proposal urgent; absent: not recorded. */
  readonly urgencyGrounds?: readonly Listed[];
  /** Who may put another timetable in the place of the one that holds; absent: nobody. */
  readonly replanning?: Replanning;
  /** How approved changes are released; absent: not recorded. */
  readonly releases?: Releases;
  /** From which profiles a proposal that is open can be moved to this one. */
  readonly transitions?: readonly Transition[];
  /** What of the process is not known to us and therefore left out, in sentences. */
  readonly notKnown?: readonly string[];
}

/** How a proposal is named from a step on: `DP112` once raised, `MP112` once it was converted. */
export interface Identifier {
  /** Step by id. */
  readonly from: string;
  readonly prefix: string;
  /** How many digits follow at least. */
  readonly digits: number;
  readonly citation: Citation;
}

/** A way of deciding: who decides in the end, and the tests by which it is chosen. */
export interface Path extends NamedCondition {
  readonly title: string;
  readonly decides: Role;
  /** Tests of the rulebook by id that lead to it when one is met; none for what is left. */
  readonly tests: readonly string[];
  readonly citation: Citation;
}

/** A way in which the code changes beside the process, in one sentence. */
interface Beside {
  readonly says: string;
  readonly citation: Citation;
}

/** How approved changes become versions. */
interface Releases {
  readonly kinds: readonly ('scheduled' | 'ad-hoc')[];
  /** What follows when a text changes after the scope of its release was frozen: it is told, or refused; absent: it is told. */
  readonly late?: 'told' | 'refused';
  readonly citation: Citation;
}

/** A move of an open proposal to this profile. */
export interface Transition {
  /** Profile by id. */
  readonly from: string;
  readonly by: readonly Role[];
  /** Steps of the other profile by id, and the step here that counts as done when they are; others fall away. */
  readonly steps: Readonly<Record<string, string>>;
  readonly citation: Citation;
}

/** A stage of the cover's tracker: `01 Initial Assessment`. */
export interface Stage {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

export interface NamedCondition {
  readonly id: string;
  readonly when: Expression;
}

export interface End extends NamedCondition {
  /** `rejected`, as the register shows it. */
  readonly title: string;
}

/** What a step is. Each kind has its own commands; all come to an outcome. */
export type StepKind =
  /** A thing is handed in: the proposal, the report. Outcome `submitted`. */
  | 'submission'
  /** A body decides, with reasons: `agreed` or `refused`, `approve` or `reject`, `upheld` or `overturned`. */
  | 'determination'
  /** Parties respond between an opening and a closing day. Outcome `closed`. */
  | 'consultation'
  /** Seats vote. Outcome `approve` or `reject`; `no-quorum` leaves the step open to be held again. */
  | 'ballot'
  /** A period runs from the decision it follows. Outcome `elapsed`, or `referred` when an eligible party refers it. */
  | 'window'
  /** A body sets a day (of implementation). Outcome `set`. */
  | 'dating'
  /** The approved text becomes a version of the code. Outcome `implemented`. */
  | 'implementation';

export interface Step {
  /** Grammar of a condition's name, since conditions speak of it: `authority_timetable`. */
  readonly id: string;
  readonly kind: StepKind;
  readonly stage: string;
  readonly title: string;
  /** What is done, inside a sentence: `decide whether the proposal is progressed`. */
  readonly act: string;
  readonly by: readonly Role[];
  readonly opens: Expression;
  readonly outcomes: readonly StepOutcome[];
  /** Whether the act must carry reasons. */
  readonly reasons: boolean;
  /** A determination whose agreed outcome carries a revised timetable. */
  readonly carriesTimetable: boolean;
  readonly clock: StepClock | null;
  /** What a consultation asks and publishes; absent: the standard. */
  readonly consulting?: Consulting;
  readonly voting: Voting | null;
  /** The question of the first report that the determination answers; absent for every other step. */
  readonly answers?: Question;
  /** Whether a timetable that is set must plan the step while it is still to come; absent: it may. */
  readonly timetabled?: boolean;
  /** Steps by id: until one of them begins, the step may be done again, so that no slip is for good; absent: once. */
  readonly repeatableUntil?: readonly string[];
  /** Whether the day of implementation that follows or was set can be moved at this step until it comes; absent: it cannot. */
  readonly movesDay?: boolean;
  /** With which step it goes where the timetable plans no day for it; absent: with none. */
  readonly dayOf?: DayOf;
  /** The least time between the step and what it waits for; absent: the rules say nothing of it. */
  readonly gap?: Gap;
  /** Party categories by id that may take part; absent: every Party. */
  readonly consultees?: readonly string[];
  /** Which tier of a referral it belongs to, from 1; absent: to none. */
  readonly tier?: number;
  readonly citation: Citation;
}

/** A step on whose day another is done, or ahead of which it is wanted. */
interface DayOf {
  /** Step by id. */
  readonly step: string;
  /** The parameter with the number of Working Days ahead, and the calendar that counts them; absent: on the same day. */
  readonly lead?: { readonly workingDays: string; readonly calendar: string };
}

/** Working Days between a step and what it waits for, by parameters. */
interface Gap {
  readonly workingDays: string;
  /** When the proposal is urgent; absent: as for any. */
  readonly urgentWorkingDays?: string;
}

/** What the first report asks of the Panel. */
export const QUESTIONS = ['progression', 'urgency', 'route', 'timetable', 'path'] as const;

export type Question = (typeof QUESTIONS)[number];

export interface StepOutcome {
  /** `agreed`. */
  readonly id: string;
  /** `Agreed`. */
  readonly title: string;
  /** Steps by id that this outcome sends back, so that they are done anew; absent: none. */
  readonly reopens?: readonly string[];
  /** Whether it must say what is to be done about what is sent back; absent: it may. */
  readonly directs?: boolean;
}

/** How long a step runs, by parameters: ids in the rulebook, unit Working Days. */
export interface StepClock {
  /** The parameter with the (least) number of Working Days; null when only the timetable says. */
  readonly workingDays: string | null;
  /** The parameter with the least number when the proposal is urgent; null: as `workingDays`. */
  readonly urgentWorkingDays: string | null;
  /** Calendar by id. */
  readonly calendar: string;
  /** Whether the first day is counted. */
  readonly countFirst: boolean;
  /** London time at which the last day ends for this step: `17:00`; `24:00` when the day runs to its end. */
  readonly closesAt: string;
  /** Whether its length must be given when it starts, because no rule at hand says it; absent: it need not. */
  readonly given?: boolean;
  /** Who may vary the length, in words of the code; absent: not said. */
  readonly variedBy?: readonly Role[];
}
