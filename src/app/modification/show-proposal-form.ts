import { z } from 'zod';
import { citationSchema } from '../../core/kernel/citation.schema.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { mayRaise, pathsFor, solutionAsked } from '../../core/modification/form/proposal-form.ts';
import { RAISING } from '../../core/modification/state.ts';
import { releasesFrom } from '../../core/modification/timetable/meeting-days.ts';
import { rolesInSentence } from '../../core/party/actor.ts';
import type { Listed } from '../../core/party/party.ts';
import { done, operation } from '../operation.ts';
import { codeField } from '../party/estate.ts';
import { formGround, plannedRows } from './proposal-form.ts';

const listed = z.array(z.strictObject({ id: z.string(), title: z.string() })).readonly();

/** What the form of a proposal asks today, and what can be chosen in it. */
export const showProposalForm = operation({
  name: 'show-proposal-form',
  room: 'modification',
  kind: 'read',
  summary: 'Shows what the form of a proposal asks under the process of today, and what can be chosen in it.',
  roles: 'anyone',
  input: z.strictObject({ code: codeField }),
  output: z.strictObject({
    code: z.string(),
    title: z.string(),
    profile: z.strictObject({ id: z.string(), title: z.string() }),
    mayRaise: z.boolean().meta({ description: 'Whether whoever asks may raise a proposal.' }),
    who: z.string().meta({ description: 'Who may.' }),
    act: z.string(),
    citation: citationSchema,
    id: z.string().meta({ description: 'The next free identifier; empty where none can be told.' }),
    proposer: z.strictObject({ id: z.string(), name: z.string() }),
    draftedAgainst: z.string(),
    solution: z.enum(['asked', 'later']),
    objectives: listed,
    parties: listed,
    systems: listed,
    urgencyGrounds: listed,
    paths: listed,
    timetable: z
      .array(z.strictObject({ step: z.string(), title: z.string(), from: daySchema, to: daySchema }))
      .readonly()
      .meta({ description: 'What is planned for it from today, where it is not urgent.' }),
    releases: z
      .array(
        z.strictObject({
          title: z.string(),
          day: daySchema,
          scopeFreeze: daySchema.nullable(),
          citation: citationSchema,
        }),
      )
      .readonly(),
  }),
  run: async (context, { code }) => {
    const ground = await formGround(context, code);
    if (!ground.ok) return ground;
    const { rulebook, rules, next, against, proposer } = ground.value;
    const { profile, bodies } = rules;
    const { role } = context.actor;
    const raising = profile.steps.find(({ id }) => id === RAISING);
    const names = (all: readonly Pick<Listed, 'id' | 'title'>[] = []) => all.map(({ id, title }) => ({ id, title }));
    return done({
      code,
      title: rulebook.title,
      profile: { id: profile.id, title: profile.title },
      mayRaise: mayRaise(role, profile),
      who: rolesInSentence(raising?.by ?? [], bodies),
      act: raising?.act ?? 'raise a proposal',
      citation: raising?.citation ?? profile.citation,
      id: next,
      proposer,
      draftedAgainst: against,
      solution: solutionAsked(profile) ? ('asked' as const) : ('later' as const),
      timetable: plannedRows(context, ground.value),
      objectives: names(rulebook.objectives),
      parties: names(rulebook.impactCategories),
      systems: names(rulebook.systemImpactCategories),
      urgencyGrounds: names(profile.urgencyGrounds),
      paths: names(pathsFor(role, profile)),
      releases: releasesFrom(context.today, rules, context.today, 4).map(({ title, day, scopeFreeze, citation }) => ({
        title,
        day,
        scopeFreeze,
        citation,
      })),
    });
  },
});
