import { z } from 'zod';
import { readingsOf } from '../../core/assurance/reading-combinations.ts';
import type { Wordings } from '../../core/kernel/reading.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import type { ProposalContent } from '../../core/modification/proposal.ts';
import type { Asked, Worded } from '../../core/obligation/asked.ts';
import { factSources } from '../../core/obligation/fact-sources.ts';
import { knowledgeOf } from '../../core/obligation/knowledge.ts';
import { quoting } from '../../core/obligation/quoted-words.ts';
import { partySubject, type Subject } from '../../core/obligation/subject.ts';
import type { Bearer, WhySources } from '../../core/obligation/why.ts';
import { categorySteps } from '../../core/party/party-over-time.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { assumptionFault, assumptionsOf } from '../effect/assumptions.ts';
import { assumeField, type EffectOptions, effectOptionFields } from '../effect/effect-options.ts';
import { dutiesOf } from '../effect/effect-sources.ts';
import { readingFault } from '../effect/option-fault.ts';
import { readDutySources } from '../effect/read-effect-sources.ts';
import { knownAtField } from '../instruments.ts';
import { type Context, done, type Result, refuse } from '../operation.ts';
import { codeField, noParty, type PartyState, partyField, readParties } from '../party/estate.ts';
import type { Ports } from '../ports.ts';
import { type Decided, readDecided, withDecided } from './decided.ts';

/** How operations ask what binds a party: whom, as known when, under which readings and suppositions. */
export const askedFields = {
  party: partyField,
  system: z.string().min(1).nullable().default(null).meta({
    description: 'One of its groups of systems by id; left out, the party itself and all of them.',
  }),
  code: codeField,
  knownAt: knownAtField,
  readings: effectOptionFields.readings,
  assume: assumeField,
};

interface Question extends Pick<EffectOptions, 'readings' | 'assume'> {
  readonly party: string;
  readonly system: string | null;
  readonly code: string;
  readonly knownAt: Parameters<typeof readDutySources>[2];
}

/** What can be bound, and how it is asked about. */
export interface AskedSubject {
  readonly subject: Subject;
  readonly asked: Asked;
  readonly bearer: Bearer;
}

/** A party with all that answers about its duties are functions of. */
export interface AskedParty {
  readonly state: PartyState;
  readonly rulebook: Rulebook;
  readonly duties: readonly Worded[];
  /** The party itself first, then its groups of systems; or the one group that is asked about. */
  readonly subjects: readonly AskedSubject[];
  readonly sources: WhySources;
  readonly wordings: readonly Wordings[];
}

/** One duty: once, or where it is owed otherwise from a day on, once for each way. */
export type Phases = readonly [Worded, ...Worded[]];

/** Duties by id, in their order. */
export function phasesOf(duties: readonly Worded[]): readonly Phases[] {
  return [...Map.groupBy(duties, ({ obligation }) => obligation.id).values()] as unknown as readonly Phases[];
}

/** Reads what is asked about, or refuses what names nothing. */
export async function readAskedParty(context: Context, question: Question): Promise<Result<AskedParty>> {
  const { party: id, system, code, knownAt, readings: chosen, assume } = question;
  const state = (await readParties(context, knownAt)).find((one) => one.party.id === id);
  if (state === undefined) return refuse(noParty(id));
  const rulebook = await context.ports.rulebooks.current(code);
  const sources = await readDutySources(context, rulebook, knownAt);
  const decided = await readDecided(context, code, knownAt);
  const wordings = wordingsOf(rulebook, sources.adopted, decided);
  const fault = systemFault(state, system) ?? readingFault(chosen, wordings) ?? assumptionFault(assume, sources);
  if (fault !== null) return refuse(fault);

  const knowledge = knowledgeOf(sources.rulebook.factKinds, sources.facts, assumptionsOf(assume), rulebook.calendars);
  const readings = readingsOf(wordings, chosen);
  const instruments = new Map(rulebook.instruments.map(({ id, shortTitle }) => [id, shortTitle]));
  const { name, category } = state.party;
  const itself = { subject: partySubject(state.party), systems: null };
  const groups = state.groups.map((group) => ({ subject: group as Subject, systems: group.title }));
  const subjects = system === null ? [itself, ...groups] : groups.filter(({ subject }) => subject.id === system);
  return done({
    state,
    rulebook,
    duties: withDecided(dutiesOf(sources, []), decided),
    subjects: subjects.map(({ subject, systems }) => ({
      subject,
      asked: { subject, category: categorySteps(state.party), readings, knowledge, instruments },
      bearer: { name, category, systems },
    })),
    sources: { ...factSources(rulebook.factKinds, sources.facts), quoted: quoting(sources.histories, knownAt) },
    wordings,
  });
}

/** Every wording that duties of a code can be read by, now. */
export async function readDutyWordings(ports: Ports, code: string): Promise<readonly Wordings[]> {
  const rulebook = await ports.rulebooks.current(code);
  const { adopted } = await readDutySources({ ports }, rulebook, null);
  return wordingsOf(rulebook, adopted, await readDecided({ ports, now: ports.clock.now() }, code, null));
}

/** Every wording of a rulebook, of what was adopted and of what is decided. */
export function wordingsOf(
  { wordings }: Rulebook,
  adopted: readonly ProposalContent[],
  decided: readonly Decided[],
): readonly Wordings[] {
  return [...wordings, ...[...adopted, ...decided.map((one) => one.content)].flatMap((one) => one.wordings)];
}

function systemFault({ party, groups }: PartyState, system: string | null): Rejection | null {
  if (system === null || groups.some((one) => one.id === system)) return null;
  const known = groups.map((one) => one.id).join(', ');
  const sentence = `${party.name} operates no group of systems "${system}"; expected one of ${known || 'none, for it operates none'}.`;
  return rejection('not-found', sentence, { place: { field: 'system' } });
}
