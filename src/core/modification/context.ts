import type { Day } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Parameter } from '../kernel/parameter.ts';
import type { Calendar } from '../kernel/working-days.ts';
import type { Actor } from '../party/actor.ts';
import type { MeetingCalendar } from '../party/meeting-calendar.ts';
import type { Membership } from '../party/membership.ts';
import type { Body, Listed, Party, PartyCategory } from '../party/party.ts';
import type { Profile } from './profile/profile.ts';
import type { ReleaseCalendar } from './timetable/release-calendar.ts';

/** The rules that a proposal pinned when it was raised. */
export interface ProposalRules {
  readonly profile: Profile;
  /** Their values on the day of raising hold for the whole life of the proposal. */
  readonly parameters: readonly Parameter[];
  readonly calendars: readonly Calendar[];
  readonly bodies: readonly Body[];
  readonly partyCategories: readonly PartyCategory[];
  /** What a change is held against; absent where nobody asks. */
  readonly objectives?: readonly Listed[];
  /** Of the bodies whose meetings are recorded. */
  readonly meetings: readonly MeetingCalendar[];
  /** Null when no releases are recorded. */
  readonly releases: ReleaseCalendar | null;
}

/** The pinned rules at an instant: what is still to come, and what is overdue. */
export interface TimedRules extends ProposalRules {
  readonly now: Instant;
}

/** A Party as far as the process knows it. */
type PartyName = Pick<Party, 'id' | 'name' | 'category' | 'group'>;

/** What a decision about a proposal may know beside the proposal: who acts when, the pinned rules, the parties. */
export interface ProposalContext extends TimedRules {
  readonly today: Day;
  readonly actor: Actor;
  /** Parties to the code on `today`; empty for commands that ask for none. */
  readonly parties: readonly PartyName[];
  /** Who sits in the body whose seats vote; absent where nothing of it is read. */
  readonly members?: Membership;
}
