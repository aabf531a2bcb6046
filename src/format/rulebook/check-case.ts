import { applyAmendments } from '../../core/code/apply-amendment.ts';
import { daySchema, instantSchema } from '../../core/kernel/day.schema.ts';
import { type Day, formatDay } from '../../core/kernel/day.ts';
import { contains } from '../../core/kernel/interval.ts';
import type { Rejection } from '../../core/kernel/rejection.ts';
import type { Profile } from '../../core/modification/profile/profile.ts';
import { proposalContentSchema } from '../../core/modification/proposal.schema.ts';
import type { Instrument, Rulebook } from '../../core/rulebook/rulebook.ts';
import { checkDuties } from './check-duties.ts';
import { checkEvents } from './check-events.ts';
import { checkFactValues, definitionsOf } from './check-facts.ts';
import { checkReferences, checkUnique, namesAt, type Reference } from './check-references.ts';
import { checkDefaultReadings, checkImplementation, checkReadings } from './check-wordings.ts';
import { describe, faultAt, oneOf } from './fault.ts';
import { referencesOf, textsOf } from './instrument-texts.ts';
import { type Located, partAt, plainOf, select } from './located.ts';

const UNIQUE = [
  'parties.*.id',
  'groups.*.id',
  'assessments.*.id',
  'facts.*.id',
  'accounts.*.id',
  'accounts.*.email',
  'proposal.wordings.*.id',
];

/** Every fault between a case and its rulebook, and between the parts of the case, that no schema of one part can see. */
export function checkCase(located: Located, rulebook: Rulebook): Rejection[] {
  const profile = profileOf(located, rulebook);
  return [
    ...checkUnique(located, UNIQUE),
    ...checkReferences(located, referencesOfCase(located, rulebook, profile)),
    ...(profile === null ? noProfile(located) : []),
    ...checkDefaultReadings(located, 'proposal.wordings.*'),
    ...checkImplementation(located, definitionsOf(rulebook.factKinds)),
    ...checkFactValues(located, rulebook.factKinds),
    ...checkLegalText(located, rulebook),
    ...checkActs(located),
    ...checkAssessmentDays(located, rulebook),
    ...checkEvents(
      located,
      ['proposal.wordings.*.readings.*.**.event', 'proposal.implementation.**.event'],
      rulebook.factKinds,
    ),
    ...checkReadings(located, 'proposal.wordings.*'),
    ...checkDuties(
      located,
      ['proposal.obligations.*.duty', 'proposal.obligations.*.fields'],
      rulebook.factKinds,
      rulebook.obligations,
    ),
  ];
}

function referencesOfCase(located: Located, rulebook: Rulebook, profile: Profile | null): Reference[] {
  const party = { noun: 'a party of the case', known: namesAt(located, 'parties.*.id') };
  const bodies = ids(rulebook.bodies);
  const wording = {
    noun: 'a wording of the rulebook or the proposal',
    known: new Set([...ids(rulebook.wordings), ...namesAt(located, 'proposal.wordings.*.id')]),
  };
  const event = { noun: 'a kind of fact', known: ids(rulebook.factKinds) };
  const provisions = {
    noun: 'a provision',
    known: new Set(rulebook.instruments.flatMap((one) => [...referencesOf(one)])),
  };
  return [
    { from: 'parties.*.category', noun: 'a party category', known: ids(rulebook.partyCategories) },
    { from: 'groups.*.supplier', ...party },
    { from: 'assessments.*.party', ...party },
    { from: 'accounts.*.party', ...party },
    { from: 'accounts.*.seat', noun: 'a seat', known: ids(rulebook.bodies.flatMap((body) => body.seats)) },
    { from: 'meetings.*.body', noun: 'a body', known: ids(rulebook.bodies) },
    { from: 'acts.*.by', noun: 'an account of the case', known: namesAt(located, 'accounts.*.id') },
    {
      from: 'acts.*.input.party',
      noun: 'a party of the case',
      known: new Set([...party.known, ...namesAt(located, 'acts.*.input.id')]),
    },
    {
      from: 'acts.*.input.modification',
      noun: 'a modification of the case',
      known: namesAt(located, 'proposal.id', 'acts.*.input.content.id'),
    },
    { from: 'acts.*.input.*.case', noun: 'a part of the case', known: new Set(['proposal']) },
    { from: 'facts.*.kind', ...event },
    {
      from: 'facts.*.subject',
      noun: 'a party or a group of systems',
      known: namesAt(located, 'parties.*.id', 'groups.*.id'),
    },
    { from: 'proposal.code', noun: 'an instrument', known: ids(rulebook.instruments) },
    { from: 'proposal.proposer.id', noun: 'a body or a party', known: new Set([...bodies, ...party.known]) },
    { from: 'proposal.obligations.*.obligation', noun: 'an obligation', known: ids(rulebook.obligations) },
    { from: 'proposal.obligations.*.from', ...wording },
    { from: 'proposal.obligations.*.to', ...wording },
    { from: 'proposal.obligations.*.*.assuredBy', noun: 'a body', known: bodies },
    {
      from: 'proposal.obligations.*.*.bearers.*',
      noun: 'a party category',
      known: ids(rulebook.partyCategories),
    },
    { from: 'proposal.report.paper.meeting.body', noun: 'a body', known: bodies },
    { from: 'proposal.report.impacts.parties.*', noun: 'an impact category', known: ids(rulebook.impactCategories) },
    { from: 'proposal.report.impacts.systems.*', noun: 'a system', known: ids(rulebook.systemImpactCategories) },
    { from: 'proposal.report.objectiveViews.*.objective', noun: 'an objective', known: ids(rulebook.objectives) },
    { from: 'proposal.report.**.quotes.*', ...provisions },
    ...(profile === null ? [] : referencesToProfile(profile)),
  ];
}

function referencesToProfile(profile: Profile): Reference[] {
  const facts = ids(profile.facts);
  const step = { noun: `a step of the profile ${profile.id}`, known: ids(profile.steps) };
  return [
    { from: 'proposal.timetable.steps.*.step', ...step },
    { from: 'acts.*.input.step', ...step },
    { from: 'proposal.implementation.**.decision', noun: `a fact of the profile ${profile.id}`, known: facts },
  ];
}

/** The profile under which the case is raised, on the day that its form was handed in. */
function profileOf(located: Located, rulebook: Rulebook): Profile | null {
  const on = daySchema.safeParse(valueAt(located, 'submittedOn'));
  return on.success ? (rulebook.profiles.find((profile) => contains(profile.applies, on.data)) ?? null) : null;
}

function noProfile(located: Located): Rejection[] {
  const on = valueAt(located, 'submittedOn');
  if (!daySchema.safeParse(on).success) return [];
  return [
    faultAt(located, ['submittedOn'], `No profile of the rulebook applies on ${on}; expected a day on which one does.`),
  ];
}

function checkLegalText(located: Located, rulebook: Rulebook): Rejection[] {
  const against = valueAt(located, 'proposal', 'draftedAgainst');
  const instrument = rulebook.instruments.find((one) => one.id === valueAt(located, 'proposal', 'code'));
  if (instrument === undefined || typeof against !== 'string') return [];
  const text = textLabelled(instrument, against);
  if (text === null) {
    const labels = [instrument.base.label, ...instrument.versions.map((version) => version.label)];
    const sentence = `Found ${describe(against)}, which is no version of ${instrument.shortTitle}; expected ${oneOf(labels)}.`;
    return [faultAt(located, ['proposal', 'draftedAgainst'], sentence)];
  }
  const amendments = proposalContentSchema.shape.legalText.safeParse(valueAt(located, 'proposal', 'legalText'));
  if (!amendments.success) return [];
  const applied = applyAmendments(text, amendments.data);
  if (applied.ok) return [];
  const sentence = `The amendment does not apply to ${instrument.shortTitle} ${against}: ${applied.fault}`;
  return [faultAt(located, ['proposal', 'legalText', applied.at], sentence)];
}

/** Assessments are met on days of which the calendars speak. */
function checkAssessmentDays(located: Located, { calendars }: Rulebook): Rejection[] {
  const from = Math.max(...calendars.map((one) => one.from)) as Day;
  const until = Math.min(...calendars.map((one) => one.until)) as Day;
  return select(located, 'assessments.*.on').flatMap(({ part, path }) => {
    const on = daySchema.safeParse(plainOf(part));
    if (!on.success || (from <= on.data && on.data < until)) return [];
    const expected = `a day of the calendars, from ${formatDay(from)} and before ${formatDay(until)}`;
    return [faultAt(located, path, `Found ${formatDay(on.data)}; expected ${expected}.`)];
  });
}

/** Acts are played in their order, so each comes at or after the one before it and none before the case starts. */
function checkActs(located: Located): Rejection[] {
  const starts = instantSchema.safeParse(valueAt(located, 'startsAt'));
  let latest = starts.success ? starts.data : null;
  return select(located, 'acts.*.at').flatMap(({ part, path }) => {
    const at = instantSchema.safeParse(plainOf(part));
    if (!at.success) return [];
    const before = latest;
    if (before !== null && at.data < before) {
      return [
        faultAt(
          located,
          path,
          `Found ${at.data}, before ${before}; expected acts in order, from the start of the case on.`,
        ),
      ];
    }
    latest = at.data;
    return [];
  });
}

function textLabelled(instrument: Instrument, label: string) {
  const texts = textsOf(instrument);
  return texts.ok ? (texts.timeline.find((version) => version.label === label)?.text ?? null) : null;
}

function valueAt(located: Located, ...path: readonly string[]): unknown {
  const part = partAt(located, path);
  return part === undefined ? undefined : plainOf(part);
}

function ids(all: readonly { readonly id: string }[]): Set<string> {
  return new Set(all.map((one) => one.id));
}
