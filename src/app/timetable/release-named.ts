import { type Day, parseDay, writeDay } from '../../core/kernel/day.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { ProposalRules } from '../../core/modification/context.ts';
import { releaseOn, releasesFrom } from '../../core/modification/timetable/meeting-days.ts';
import type { Release } from '../../core/modification/timetable/release-calendar.ts';
import { done, type Result, refuse } from '../operation.ts';

/** A release on or after a day, by its own day, recorded or not, or by its name; parameters hold as they stood on `parametersOn`. */
export function releaseNamed(named: string, from: Day, rules: ProposalRules, parametersOn: Day): Result<Release> {
  const day = parseDay(named);
  if (day !== null) {
    if (day < from) {
      const sentence = `The release of ${writeDay(day)} is before ${writeDay(from)}, from which the plan begins; expected a later one.`;
      return refuse(rejection('too-late', sentence, { place: { field: 'release' } }));
    }
    const { citation } = rules.profile;
    const adHoc = {
      title: writeDay(day),
      day,
      kind: 'ad-hoc',
      scopeFreeze: null,
      decisionBy: null,
      rule: null,
    } as const;
    return done(releaseOn(day, rules, parametersOn) ?? { ...adHoc, citation });
  }
  const known = releasesFrom(from, rules, parametersOn, 6);
  const found = known.find(({ title }) => title.toLowerCase() === named.trim().toLowerCase());
  if (found !== undefined) return done(found);
  const titles = known.map(({ title }) => title).join(', ');
  const expected = titles === '' ? 'a day, since no releases are recorded' : `a day, or one of ${titles}`;
  return refuse(
    rejection('not-found', `No release "${named}" is recorded; expected ${expected}.`, { place: { field: 'release' } }),
  );
}
