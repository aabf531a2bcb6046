import type { Citation } from '../../kernel/citation.ts';
import type { Commencement } from '../../kernel/commencement.ts';
import type { Day } from '../../kernel/day.ts';
import { type Rejection, rejection } from '../../kernel/rejection.ts';
import { implementationDateEvent } from '../../kernel/resolve-commencement.ts';
import type { Role } from '../../party/actor.ts';
import type { ProposalRules } from '../context.ts';
import { APPROVAL } from '../implementation/implementation.ts';
import type { Path, Profile } from '../profile/profile.ts';
import type { ProposalContent } from '../proposal.ts';
import type { ObjectiveView, ReportContent, Statement } from '../report/report-content.ts';
import { RAISING } from '../state.ts';

/** What a process asks of whoever raises a proposal, beside its title and what is wrong. */
export interface FormRules {
  /** Whether it must say how that is put right; `later`: it may be found in the process. */
  readonly solution: 'asked' | 'later';
  readonly citation: Citation;
}

/** A proposal as its form is filled in. Blank or absent: nothing is said of it. */
export interface FilledForm {
  readonly title: string;
  readonly problem: string;
  readonly solution: string;
  /** By objective; one without an effect and without words is seen as neutral. */
  readonly objectives: Readonly<
    Record<string, { readonly effect: ObjectiveView['effect'] | null; readonly reason: string }>
  >;
  /** Impact categories of Parties, and systems, by id. */
  readonly parties: readonly string[];
  readonly systems: readonly string[];
  /** Documents of the code that it touches: `Section G`. */
  readonly documents: readonly string[];
  readonly costs: string;
  readonly urgent: boolean;
  /** A ground of the profile by id. */
  readonly urgencyGround: string | null;
  readonly urgencyReason: string;
  /** A path of the profile by id; null: none is asked for. */
  readonly path: string | null;
  /** The day of implementation; null: left open. */
  readonly day: Day | null;
}

/** What the rulebook of a code knows that a form chooses from. */
export interface FormRulebook {
  readonly title: string;
  readonly objectives: readonly { readonly id: string }[];
  readonly impactCategories: readonly { readonly id: string }[];
  readonly systemImpactCategories: readonly { readonly id: string }[];
}

/** Who proposes, on what day, under which name, and against which version of the code. */
export interface RaisedBy {
  readonly id: string;
  readonly code: string;
  readonly proposer: ProposalContent['proposer'];
  readonly on: Day;
  readonly against: string;
}

/** What a process asks where it does not say so. */
export function solutionAsked({ form }: Profile): boolean {
  return form?.solution !== 'later';
}

/** The paths that somebody can ask for: Fast-Track where the role raises such proposals, the others where it raises those. */
export function pathsFor(role: Role, { paths = [], steps, fastTrack }: Profile): readonly Path[] {
  const raises = steps.find(({ id }) => id === RAISING)?.by.includes(role) === true;
  return paths.filter((path) => (isFastTrack(path) ? fastTrack?.by.includes(role) === true : raises));
}

/** Whether somebody may raise a proposal of any kind under a process. */
export function mayRaise(role: Role, { steps, fastTrack }: Profile): boolean {
  return steps.some(({ id, by }) => id === RAISING && by.includes(role)) || fastTrack?.by.includes(role) === true;
}

function isFastTrack({ when }: Path): boolean {
  return when.kind === 'name' && when.name === 'fast_track';
}

/** What is missing from a form or does not fit the rules, with its field; null when it can be raised. */
export function formFault(
  form: FilledForm,
  role: Role,
  { profile }: ProposalRules,
  rulebook: FormRulebook,
): Rejection | null {
  const missing = (field: string, sentence: string) =>
    rejection('input-invalid', sentence, { place: { field }, citation: profile.form?.citation ?? null });
  const isBlank = (words: string) => words.trim() === '';
  if (isBlank(form.title)) return missing('title', 'The proposal has no title; expected a few words that name it.');
  if (isBlank(form.problem))
    return missing('problem', 'Nothing says what is wrong; expected the issue in some sentences.');
  if (solutionAsked(profile) && isBlank(form.solution)) {
    return missing(
      'solution',
      `Under ${profile.title} a proposal says how the issue is put right; expected the solution.`,
    );
  }
  const unknown = unknownIn(form, rulebook);
  if (unknown !== null) return missing(unknown.field, unknown.sentence);
  for (const [id, { effect, reason }] of Object.entries(form.objectives)) {
    if (effect !== null && isBlank(reason))
      return missing(
        `objectives.${id}.reason`,
        `Nothing says why objective (${id}) would be served ${effect}; expected a reason.`,
      );
    if (effect === null && !isBlank(reason))
      return missing(
        `objectives.${id}.effect`,
        `A reason is given for objective (${id}); expected whether it is served better or worse.`,
      );
  }
  return urgencyFault(form, profile, missing) ?? pathFault(form, role, profile, missing);
}

type Missing = (field: string, sentence: string) => Rejection;

function urgencyFault(form: FilledForm, profile: Profile, missing: Missing): Rejection | null {
  const { urgent, urgencyGround: ground, urgencyReason } = form;
  if (!urgent) {
    if (ground === null && urgencyReason.trim() === '') return null;
    return missing(
      'urgent',
      'A ground or a reason for urgency is given and urgency is not asked for; expected both or neither.',
    );
  }
  const grounds = profile.urgencyGrounds ?? [];
  if (ground === null ? grounds.length > 0 : grounds.every(({ id }) => id !== ground)) {
    const known =
      grounds.length === 0 ? 'none, since none is recorded' : `one of ${grounds.map(({ id }) => id).join(', ')}`;
    return missing(
      'urgencyGround',
      `Urgency is asked for ${ground === null ? 'on no ground' : `on the ground "${ground}"`}; expected ${known}.`,
    );
  }
  return urgencyReason.trim() === ''
    ? missing('urgencyReason', 'Nothing says why it is urgent; expected a reason.')
    : null;
}

function pathFault({ path, urgent }: FilledForm, role: Role, profile: Profile, missing: Missing): Rejection | null {
  if (path === null) return null;
  const known = pathsFor(role, profile);
  const asked = known.find(({ id }) => id === path);
  if (asked === undefined) {
    return missing(
      'path',
      `"${path}" is no path that can be asked for; expected ${known.map(({ id }) => id).join(', ') || 'none'}.`,
    );
  }
  return isFastTrack(asked) && urgent
    ? missing('urgent', 'A Fast-Track proposal asks for no urgency; expected one or the other.')
    : null;
}

function unknownIn(
  form: FilledForm,
  rulebook: FormRulebook,
): { readonly field: string; readonly sentence: string } | null {
  const lists = [
    ['objectives', Object.keys(form.objectives), rulebook.objectives],
    ['parties', form.parties, rulebook.impactCategories],
    ['systems', form.systems, rulebook.systemImpactCategories],
  ] as const;
  for (const [field, given, known] of lists) {
    const other = given.find((id) => known.every((one) => one.id !== id));
    if (other !== undefined) {
      const expected = known.map(({ id }) => id).join(', ') || 'none';
      return { field, sentence: `The rulebook of ${rulebook.title} has no "${other}" here; expected ${expected}.` };
    }
  }
  return null;
}

/** The implementation of a proposal that names no day for it: a body sets one once it is approved. */
const LEFT_OPEN: Commencement = { kind: 'event', event: implementationDateEvent(APPROVAL) };

/** What is proposed, from a form without fault; its timetable is still to be planned, and its legal text to be drafted. */
export function contentOf(form: FilledForm, by: RaisedBy, profile: Profile): ProposalContent {
  const path = profile.paths?.find(({ id }) => id === form.path);
  const ground = profile.urgencyGrounds?.find(({ id }) => id === form.urgencyGround);
  const reason = [ground === undefined ? '' : `There is ${ground.title}.`, form.urgencyReason.trim()];
  return {
    id: by.id,
    title: form.title.trim(),
    proposer: by.proposer,
    code: by.code,
    urgency: { asked: form.urgent, reason: form.urgent ? reason.filter((one) => one !== '').join(' ') : '' },
    pathAsked: path?.title ?? '',
    ...(path !== undefined && isFastTrack(path) && { fastTrack: true }),
    timetable: { steps: [] },
    implementation: form.day === null ? LEFT_OPEN : { kind: 'on', day: form.day },
    legalText: [],
    draftedAgainst: by.against,
    obligations: [],
    wordings: [],
    report: reportOf(form, by, profile),
  };
}

function reportOf(form: FilledForm, { id, on }: RaisedBy, profile: Profile): ReportContent {
  const said = (name: string, words: string): readonly Statement[] =>
    paragraphsOf(words).map((text, at) => ({
      id: `${name}-${at + 1}`,
      text,
      view: 'proposer',
      citation: { source: `Proposal form of ${id}`, clause: null, certainty: 'stated' },
    }));
  const problem = said('issue', form.problem);
  const solution = said('solution', form.solution);
  const [first = { id: '', text: '', view: 'proposer', citation: profile.citation } satisfies Statement] = problem;
  const before = profile.steps.find((step) => step.kind === 'determination' || step.kind === 'ballot');
  return {
    paper: {
      number: id,
      version: '0.1',
      dated: on,
      classification: 'Public',
      meeting: { body: before?.voting?.body ?? before?.by[0] ?? 'panel' },
      contact: 'The Code Administrator',
    },
    attachments: [],
    abstract: { ...first, id: 'abstract' },
    summaryIssue: problem,
    summarySolution: solution,
    summaryCosts: said('costs', form.costs),
    background: [],
    issue: problem,
    implications: [],
    solution,
    objectiveViews: Object.entries(form.objectives).flatMap(([objective, { effect, reason }]) =>
      effect === null ? [] : [{ objective, effect, reason: reason.trim(), view: 'proposer' as const }],
    ),
    impacts: { parties: form.parties, systems: form.systems, documentsTouched: form.documents },
    glossary: [],
    history: [],
    judgements: [],
  };
}

/** Paragraphs as they were typed: an empty line parts them. */
function paragraphsOf(words: string): readonly string[] {
  return words
    .split(/\r?\n\s*\r?\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
