import type { Continuity } from './continuity.ts';
import type { DutyReadiness } from './readiness.ts';

/** An answer on continuity with the systems of a party that it is for. */
export interface AlikeContinuity {
  readonly subjects: AlikeDuties['subjects'];
  readonly provision: string;
  readonly continuity: Continuity;
  /** Without the modification that is asked about; null where none is. */
  readonly without: Continuity | null;
}

/** Duties and systems of a party with one and the same answer. */
export interface AlikeDuties {
  readonly subjects: readonly { readonly id: string; readonly title: string }[];
  readonly provisions: readonly string[];
  readonly duty: DutyReadiness;
  /** Of those of the duties in whose place others are meant to stand, each answer once with the systems that it is for. */
  readonly continuity: readonly AlikeContinuity[];
}

/** The answers for a party, those that differ in nothing but the duty or the systems in one. */
export function alikeDuties(duties: readonly DutyReadiness[]): readonly AlikeDuties[] {
  return [...Map.groupBy(duties, answerOf).values()].flatMap((alike) => {
    const [duty] = alike;
    if (duty === undefined) return [];
    return [
      {
        subjects: subjectsOf(alike),
        provisions: [...new Set(alike.map((one) => one.provision))],
        duty,
        continuity: alikeContinuity(alike),
      },
    ];
  });
}

function alikeContinuity(duties: readonly DutyReadiness[]): AlikeContinuity[] {
  const asked = duties.filter((one) => one.continuity !== null);
  const alike = Map.groupBy(asked, ({ provision, continuity, without }) =>
    JSON.stringify([provision, continuity, without?.continuity]),
  );
  return [...alike.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined || first.continuity === null) return [];
    return [
      {
        subjects: subjectsOf(all),
        provision: first.provision,
        continuity: first.continuity,
        without: first.without?.continuity ?? null,
      },
    ];
  });
}

function subjectsOf(duties: readonly DutyReadiness[]): AlikeDuties['subjects'] {
  return [...new Map(duties.map((one) => [one.subject, one.subjectTitle]))].map(([id, title]) => ({ id, title }));
}

function answerOf({ chain, shown, exposure, assessments, standing, instrument, without }: DutyReadiness): string {
  return JSON.stringify([instrument, standing, chain, shown, exposure, assessments, without?.exposure]);
}
