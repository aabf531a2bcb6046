import type { AssessmentRule } from '../assurance/assessment.ts';
import type { CodeText } from '../code/provision.ts';
import type { VersionPublished } from '../code/version.ts';
import type { Citation } from '../kernel/citation.ts';
import type { Day } from '../kernel/day.ts';
import type { Parameter } from '../kernel/parameter.ts';
import type { PartialDate } from '../kernel/partial-date.ts';
import type { Wordings } from '../kernel/reading.ts';
import type { Calendar } from '../kernel/working-days.ts';
import type { History } from '../modification/history/history.ts';
import type { Profile } from '../modification/profile/profile.ts';
import type { ReleaseCalendar } from '../modification/timetable/release-calendar.ts';
import type { FactKind } from '../obligation/fact.ts';
import type { Obligation } from '../obligation/obligation.ts';
import type { MeetingCalendar } from '../party/meeting-calendar.ts';
import type { Body, Listed, PartyCategory } from '../party/party.ts';

/** Everything that the data of one code says, validated. Nothing in it is program. */
export interface Rulebook {
  /** SHA-256 (hex) over its files, by which a proposal pins it. */
  readonly digest: string;
  /** `sec`. */
  readonly code: string;
  readonly title: string;
  /** Codes and other instruments: their texts from the first day in the record. */
  readonly instruments: readonly Instrument[];
  readonly objectives: readonly Listed[];
  readonly partyCategories: readonly PartyCategory[];
  /** Roles in which a party uses the system, several at once; they are no categories. */
  readonly userRoles: readonly Listed[];
  readonly votingCategories: readonly Listed[];
  readonly impactCategories: readonly Listed[];
  readonly systemImpactCategories: readonly Listed[];
  readonly bodies: readonly Body[];
  /** The tests of the clause that sends a proposal to the Authority. */
  readonly pathTests: readonly PathTest[];
  readonly parameters: readonly Parameter[];
  readonly profiles: readonly Profile[];
  readonly obligations: readonly Obligation[];
  readonly wordings: readonly Wordings[];
  readonly factKinds: readonly FactKind[];
  readonly assessmentRules: readonly AssessmentRule[];
  readonly calendars: readonly Calendar[];
  /** When bodies meet; a body that is not here has no recorded meetings. */
  readonly meetingCalendars: readonly MeetingCalendar[];
  /** What is known of real modifications, by which the processes are seen to fit. */
  readonly histories: readonly History[];
  /** When versions are released; null when that is not recorded. */
  readonly releaseCalendar: ReleaseCalendar | null;
}

/** A test that decides the path, with the words by which a text is seen to speak of it. */
interface PathTest extends Listed {
  readonly words: readonly string[];
}

/** A code, licence or other instrument that holds provisions. */
export interface Instrument {
  readonly id: string;
  readonly title: string;
  /** `SEC`, as references and citations write it. */
  readonly shortTitle: string;
  /** Prefix of its permanent addresses: `sec`. */
  readonly path: string;
  /** Since when it is in force, as precisely as the source says. */
  readonly since: PartialDate;
  /** Always present: whose words these are. */
  readonly notice: string;
  readonly base: { readonly label: string; readonly inForceFrom: Day; readonly text: CodeText };
  /** Versions already published when the record starts. */
  readonly versions: readonly (VersionPublished & { readonly citation: Citation })[];
}
