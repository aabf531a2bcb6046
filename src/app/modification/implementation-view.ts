import { writeCommencement } from '../../core/document/prose.ts';
import { type Day, writeDay } from '../../core/kernel/day.ts';
import type { ProposalRules } from '../../core/modification/context.ts';
import {
  APPROVAL,
  implementationOf,
  implementationsOf,
  occurrencesOf,
  planAsOf,
} from '../../core/modification/implementation/implementation.ts';
import { releaseOfDay } from '../../core/modification/implementation/release-of-day.ts';
import type { RaisedProposal } from '../../core/modification/state.ts';
import { commencementOf, type LegalTextPart } from '../../core/modification/text/part.ts';
import { releasesFrom } from '../../core/modification/timetable/meeting-days.ts';
import type { NextAct } from '../../core/modification/what-next.ts';
import type { ModificationView } from './view.schema.ts';

/** The parts of a legal text as they stand, those in force first; none when it is undivided. */
export function partViews(state: RaisedProposal, rules: ProposalRules): ModificationView['parts'] {
  const { content, legalText, implemented } = state;
  const release = (day: Day | null) => day && releaseOfDay(day, state, rules);
  if (content.parts === undefined && legalText.parts === undefined) return [];
  const inForce = implemented.map((one) => ({
    ...{ id: one.part, title: one.title, commences: writeDay(one.inForceFrom), until: null, amendments: 0 },
    day: one.inForceFrom,
    release: release(one.inForceFrom),
    ...{ basis: 'in-force' as const, awaiting: [], published: one.label },
  }));
  const left = implementationsOf(state, rules.profile).flatMap(({ part, day, basis, awaiting }) => {
    if (implemented.some((one) => one.part === part.id)) return [];
    return [{ ...partView(part, state), day, release: release(day), basis, awaiting }];
  });
  return [...inForce, ...left];
}

/** A part of a legal text as it was drafted, of which nothing is known further. */
export function partView(part: LegalTextPart, { content }: RaisedProposal): ModificationView['parts'][number] {
  const { id, title, amendments, until } = part;
  const commences = writeCommencement(commencementOf(part, content));
  const ends = until === undefined ? null : writeCommencement(until);
  const open = { day: null, release: null, basis: 'unknown', awaiting: [], published: null } as const;
  return { id, title, commences, until: ends, amendments, ...open };
}

/** When a modification takes effect, with which release, and with which it could. */
export function implementationView(
  state: RaisedProposal,
  rules: ProposalRules,
  today: Day,
  next: readonly NextAct[],
): ModificationView['implementation'] {
  const { profile } = rules;
  const { implementation } = state.content;
  const approval = occurrencesOf(state, profile)(APPROVAL);
  const plan = planAsOf(state.content, typeof approval === 'number' ? approval : today, state.occurred);
  const isOutOfTime = approval === null && plan.day === null;
  const known = isOutOfTime ? plan : implementationOf(state, profile);
  const day = known.day ?? plan.day;
  const choosing = next.some(({ operation }) => operation === 'set-implementation-date');
  return {
    ...known,
    release: day && releaseOfDay(day, state, rules),
    choices: choosing
      ? releasesFrom(today, rules, state.raisedOn, 4).map((one) => ({ title: one.title, day: one.day }))
      : [],
    planned: plan.day,
    decidedBy: implementation.kind === 'decision' ? implementation.by : null,
  };
}
