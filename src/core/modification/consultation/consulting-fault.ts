import { type Role, rolesInSentence } from '../../party/actor.ts';
import type { ProposalRules } from '../context.ts';
import type { Step } from '../profile/profile.ts';
import { questionsFault } from './questionnaire.ts';

/** Roles that a consultation's rules speak of. */
export function consultingRoles({ consulting }: Step): readonly Role[] {
  return [...(consulting?.late?.by ?? []), ...(consulting?.extension?.by ?? [])];
}

/** What is wrong with what a profile says of a consultation, as sentences. */
export function consultingFaults(
  { kind, title, consulting }: Step,
  { profile, parameters }: ProposalRules,
): readonly string[] {
  if (consulting === undefined) return [];
  const { late, extension, questions } = consulting;
  const asked = questions === undefined ? null : questionsFault(questions);
  return [
    ...(kind === 'consultation' ? [] : [`"${title}" says how it is answered and is no consultation.`]),
    ...(late === undefined || profile.steps.some((step) => step.id === late.before)
      ? []
      : [`"${title}" takes late responses until "${late.before}", which is no step.`]),
    ...(extension === undefined || parameters.some((one) => one.id === extension.workingDays)
      ? []
      : [`"${title}" is extended by "${extension.workingDays}" at least, which is no parameter.`]),
    ...(asked === null ? [] : [`"${title}": ${asked.sentence}`]),
  ];
}

/** What a profile says of the answers to a consultation, in words. */
export function describeConsulting({ title, consulting }: Step, { profile, bodies }: ProposalRules): string {
  if (consulting === undefined) return title;
  const { publishes, late, extension } = consulting;
  const before = profile.steps.find((step) => step.id === late?.before)?.title;
  return [
    `${title}: ${publishes === 'after-close' ? 'published after the close but for what is confidential' : 'not published'}`,
    late === undefined ? 'none late' : `late ones recorded by ${rolesInSentence(late.by, bodies)} before "${before}"`,
    extension === undefined ? 'no extension' : `extended by ${rolesInSentence(extension.by, bodies)}`,
  ].join('; ');
}
