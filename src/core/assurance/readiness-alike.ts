import { sameValue } from '../kernel/steps.ts';
import type { Continuity } from './continuity.ts';
import type { DutyReadiness } from './readiness.ts';

/** Duties and systems of a party with one and the same answer. */
export interface AlikeDuties {
  readonly subjects: readonly { readonly id: string; readonly title: string }[];
  readonly provisions: readonly string[];
  readonly duty: DutyReadiness;
  /** Of those of the duties in whose place others are meant to stand, each answer once. */
  readonly continuity: readonly { readonly provision: string; readonly continuity: Continuity }[];
}

/** The answers for a party, those that differ in nothing but the duty or the systems in one. */
export function alikeDuties(duties: readonly DutyReadiness[]): readonly AlikeDuties[] {
  return [...Map.groupBy(duties, answerOf).values()].flatMap((alike) => {
    const [duty] = alike;
    if (duty === undefined) return [];
    const subjects = new Map(alike.map((one) => [one.subject, one.subjectTitle]));
    return [
      {
        subjects: [...subjects].map(([id, title]) => ({ id, title })),
        provisions: [...new Set(alike.map((one) => one.provision))],
        duty,
        continuity: alike
          .flatMap(({ provision, continuity }) => (continuity === null ? [] : [{ provision, continuity }]))
          .filter((one, at, all) => all.findIndex((other) => sameValue(other, one)) === at),
      },
    ];
  });
}

function answerOf({ chain, shown, exposure, assessments, standing, instrument }: DutyReadiness): string {
  return JSON.stringify([instrument, standing, chain, shown, exposure, assessments]);
}
