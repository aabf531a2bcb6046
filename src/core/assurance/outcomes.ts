import type { Day } from '../kernel/day.ts';
import type { AssessmentType } from './assessment.ts';
import type { EffectReport, GroupEffect } from './effect.ts';

/** What an effect comes to, without its reasons: what is predicted, signed and compared. */
export interface Outcomes {
  readonly implementation: Day | null;
  readonly parties: readonly PartyOutcome[];
}

export interface PartyOutcome {
  readonly party: string;
  readonly name: string;
  readonly category: string;
  readonly duties: readonly DutyOutcome[];
  readonly assessments: readonly {
    readonly assessment: string;
    readonly on: Day;
    readonly without: AssessmentType | null;
    readonly with: AssessmentType | null;
    readonly exposed: boolean | 'unknown';
  }[];
}

/** What changes of one duty on one group of systems, or on the party itself. */
export interface DutyOutcome {
  readonly subject: string;
  readonly title: string;
  readonly obligation: string;
  readonly provision: string;
  readonly changes: readonly OutcomeChange[];
}

export interface OutcomeChange {
  readonly from: Day;
  readonly until: Day | null;
  readonly change: GroupEffect['difference'][number]['change'] | 'otherwise';
}

/** What an effect comes to under the first of its combinations of readings. */
export function outcomesOf({ implementation, combinations }: EffectReport): Outcomes {
  return {
    implementation: implementation.day,
    parties: (combinations[0]?.parties ?? []).map((party) => ({
      party: party.party,
      name: party.name,
      category: party.category,
      duties: party.groups.map(({ group, title, obligation, provision, difference, otherwise }) => ({
        subject: group,
        title,
        obligation,
        provision,
        changes: [
          ...difference.map(({ interval, change }) => ({ ...interval, change })),
          ...otherwise
            .filter(({ what }) => what.some((one) => one !== 'words'))
            .map(({ interval }) => ({ ...interval, change: 'otherwise' as const })),
        ],
      })),
      assessments: party.assessments.map((one) => ({
        assessment: one.assessment,
        on: one.on,
        without: one.without.type,
        with: one.with.type,
        exposed: one.exposedWith,
      })),
    })),
  };
}
