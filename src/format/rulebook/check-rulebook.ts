import type { Rejection } from '../../core/kernel/rejection.ts';
import { instrumentSchema } from '../../core/rulebook/rulebook.schema.ts';
import type { Instrument } from '../../core/rulebook/rulebook.ts';
import { checkBound } from './check-bound.ts';
import { checkDuties, kindsOf } from './check-duties.ts';
import { checkEvents } from './check-events.ts';
import { checkFactKinds } from './check-facts.ts';
import { checkPrerequisites } from './check-prerequisites.ts';
import { checkProfiles } from './check-profiles.ts';
import { checkReferences, checkUnique, namesAt, type Reference } from './check-references.ts';
import { checkDefaultReadings, checkReadings } from './check-wordings.ts';
import { faultAt } from './fault.ts';
import { textsOf } from './instrument-texts.ts';
import { type Located, plainOf, select } from './located.ts';

const UNIQUE = [
  'instruments.*.id',
  'instruments.*.path',
  'objectives.*.id',
  'partyCategories.*.id',
  'userRoles.*.id',
  'votingCategories.*.id',
  'impactCategories.*.id',
  'systemImpactCategories.*.id',
  'bodies.*.id',
  'bodies.*.seats.*.id',
  'pathTests.*.id',
  'parameters.*.id',
  'profiles.*.id',
  'obligations.*.id',
  'wordings.*.id',
  'factKinds.*.id',
  'calendars.*.id',
  'meetingCalendars.*.body',
  'histories.*.id',
];

/** Where a rulebook names an event. */
const EVENTS = [
  'obligations.*.assessableAfter.*',
  'factKinds.*.broughtAbout.needs.*',
  'factKinds.*.derived.**.event',
  'wordings.*.readings.*.**.event',
];

/** Every fault between the parts of a rulebook that no schema of one part can see. */
export function checkRulebook(located: Located): Rejection[] {
  const instruments = select(located, 'instruments.*').flatMap(({ part, path }) => {
    const parsed = instrumentSchema.safeParse(plainOf(part));
    return parsed.success ? [{ instrument: parsed.data, path }] : [];
  });
  const kinds = kindsOf(located);
  return [
    ...checkUnique(located, UNIQUE),
    ...checkReferences(located, referencesWithin(located)),
    ...checkProfiles(located),
    ...checkDefaultReadings(located, 'wordings.*'),
    ...checkFactKinds(located),
    ...checkPrerequisites(located),
    ...checkEvents(located, EVENTS, kinds),
    ...checkReadings(located, 'wordings.*'),
    ...checkDuties(located, ['obligations.*'], kinds),
    ...instruments.flatMap(({ instrument, path }) => checkVersions(located, instrument, path)),
    ...checkBound(
      located,
      instruments.map((one) => one.instrument),
    ),
  ];
}

function referencesWithin(located: Located): Reference[] {
  const category = { noun: 'a party category', known: namesAt(located, 'partyCategories.*.id') };
  const parameter = { noun: 'a parameter', known: namesAt(located, 'parameters.*.id') };
  const voting = { noun: 'a voting category', known: namesAt(located, 'votingCategories.*.id') };
  const factKind = { noun: 'a kind of fact', known: namesAt(located, 'factKinds.*.id') };
  return [
    { from: 'histories.*.profile', noun: 'a profile', known: namesAt(located, 'profiles.*.id') },
    { from: 'histories.*.known.*.step', noun: 'a step of a profile', known: namesAt(located, 'profiles.*.steps.*.id') },
    { from: 'partyCategories.*.votingCategory', ...voting },
    { from: 'bodies.*.seats.*.votingCategory', ...voting },
    {
      from: 'partyCategories.*.impactCategories.*',
      noun: 'an impact category',
      known: namesAt(located, 'impactCategories.*.id'),
    },
    { from: 'profiles.*.steps.*.clock.workingDays', ...parameter },
    { from: 'profiles.*.steps.*.clock.urgentWorkingDays', ...parameter },
    { from: 'profiles.*.steps.*.voting.quorum', ...parameter },
    { from: 'profiles.*.steps.*.voting.tie', ...parameter },
    { from: 'profiles.*.steps.*.voting.threshold', ...parameter },
    { from: 'profiles.*.steps.*.voting.categoryThreshold', ...parameter },
    { from: 'profiles.*.steps.*.voting.quorumOf.*.seats', ...parameter },
    { from: 'profiles.*.steps.*.voting.proxies.rule', ...parameter },
    { from: 'profiles.*.steps.*.voting.quorumOf.*.category', ...voting },
    { from: 'profiles.*.steps.*.voting.castingVote', noun: 'a seat', known: namesAt(located, 'bodies.*.seats.*.id') },
    { from: 'profiles.*.withdrawal.adoption.clock.workingDays', ...parameter },
    { from: 'profiles.*.steps.*.dayOf.lead.workingDays', ...parameter },
    { from: 'profiles.*.steps.*.gap.*', ...parameter },
    { from: 'profiles.*.steps.*.consultees.*', ...category },
    {
      from: 'profiles.*.paths.*.tests.*',
      noun: 'a test of the path',
      known: namesAt(located, 'pathTests.*.id'),
    },
    { from: 'profiles.*.transitions.*.from', noun: 'a profile', known: namesAt(located, 'profiles.*.id') },
    { from: 'profiles.*.steps.*.voting.body', noun: 'a body', known: namesAt(located, 'bodies.*.id') },
    {
      from: 'profiles.*.withdrawal.adoption.clock.calendar',
      noun: 'a calendar',
      known: namesAt(located, 'calendars.*.id'),
    },
    { from: 'profiles.*.steps.*.clock.calendar', noun: 'a calendar', known: namesAt(located, 'calendars.*.id') },
    ...referencesOfDays(located),
    { from: 'obligations.*.instrument', noun: 'an instrument', known: namesAt(located, 'instruments.*.id') },
    {
      from: 'obligations.*.relations.*.instrument',
      noun: 'an instrument',
      known: namesAt(located, 'instruments.*.id'),
    },
    { from: 'obligations.*.assuredBy', noun: 'a body', known: namesAt(located, 'bodies.*.id') },
    { from: 'obligations.*.bearers.*', ...category },
    { from: 'obligations.*.wording', noun: 'a wording', known: namesAt(located, 'wordings.*.id') },
    { from: 'obligations.*.covers.*', noun: 'an obligation', known: namesAt(located, 'obligations.*.id') },
    { from: 'factKinds.*.firstOf', ...factKind },
    { from: 'factKinds.*.broughtAbout.by', noun: 'a body', known: namesAt(located, 'bodies.*.id') },
    { from: 'factKinds.*.derived.parameter', ...parameter },
    { from: 'factKinds.*.derived.role', noun: 'a user role', known: namesAt(located, 'userRoles.*.id') },
    {
      from: 'factKinds.*.derived.**.calendar',
      noun: 'a calendar',
      known: namesAt(located, 'calendars.*.id'),
    },
    { from: 'wordings.*.readings.*.**.calendar', noun: 'a calendar', known: namesAt(located, 'calendars.*.id') },
    { from: 'assessmentRules.*.threshold', ...parameter },
    { from: 'assessmentRules.*.categories.*', ...category },
  ];
}

/** What meetings and releases refer to. */
function referencesOfDays(located: Located): Reference[] {
  const calendar = { noun: 'a calendar', known: namesAt(located, 'calendars.*.id') };
  const parameter = { noun: 'a parameter', known: namesAt(located, 'parameters.*.id') };
  return [
    { from: 'meetingCalendars.*.body', noun: 'a body', known: namesAt(located, 'bodies.*.id') },
    { from: 'meetingCalendars.*.calendar', ...calendar },
    { from: 'meetingCalendars.*.papers.*', ...parameter },
    { from: 'meetingCalendars.*.papersMost', ...parameter },
    { from: 'releaseCalendar.calendar', ...calendar },
    { from: 'releaseCalendar.scopeFreeze', ...parameter },
    { from: 'releaseCalendar.decisionLead', ...parameter },
  ];
}

function checkVersions(located: Located, instrument: Instrument, path: readonly (string | number)[]): Rejection[] {
  const texts = textsOf(instrument);
  if (texts.ok) return [];
  const index = instrument.versions.findIndex((version) => version.label === texts.label);
  const at = [...path, 'versions', index, 'amendments'];
  return [
    faultAt(located, at, `The amendments of version ${texts.label} do not apply to the text before it: ${texts.fault}`),
  ];
}
