import type { Day } from '../../core/kernel/day.ts';
import { dayOfInstant, type Instant } from '../../core/kernel/instant.ts';
import { replay } from '../../core/modification/evolve.ts';
import { APPROVAL, occurrencesOf } from '../../core/modification/implementation/implementation.ts';
import type { Profile } from '../../core/modification/profile/profile.ts';
import type { ProposalContent, ProposalEvent } from '../../core/modification/proposal.ts';
import type { ProposalLife } from '../../core/modification/state.ts';
import { kindsKnownOn } from '../../core/obligation/derived-facts.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { readInstrument } from '../instruments.ts';
import { readProposal, streamOf } from '../modification/proposals.ts';
import { type Context, done, type Result } from '../operation.ts';
import { readDerivedFacts } from '../party/derived.ts';
import { readMarket, readParties } from '../party/estate.ts';
import type { DutySources, EffectSources } from './effect-sources.ts';
import { implementationSoFar } from './implementation.ts';

/** What the effect of a modification is computed from, as known at an instant (null: now), under the rules it pinned. */
export async function readEffectSources(
  context: Context,
  modification: string,
  knownAt: Instant | null,
): Promise<Result<EffectSources>> {
  const read = await readProposal(context, modification, knownAt);
  if (!read.ok) return read;
  const { state, rules } = read.value;
  const rulebook = await context.ports.rulebooks.byDigest(state.rulebook);
  const today = knownAt === null ? context.today : dayOfInstant(knownAt);
  return done({
    ...(await readDutySources(context, rulebook, knownAt)),
    content: state.content,
    implementation: (supposed) => implementationSoFar(state, rules.profile, today, supposed),
    madeOn: madeOn(state, rules.profile),
    version: state.label,
    today,
  });
}

function madeOn(life: ProposalLife, profile: Profile): Day | null {
  const approved = occurrencesOf(life, profile)(APPROVAL);
  return approved === 'never' ? null : approved;
}

/** What the duties of the record's parties are computed from, as known at an instant (null: now). */
export async function readDutySources(
  context: Pick<Context, 'ports'>,
  rulebook: Rulebook,
  knownAt: Instant | null,
): Promise<DutySources> {
  const instruments = await Promise.all(rulebook.instruments.map(({ id }) => readInstrument(context, id, knownAt)));
  const histories = new Map(instruments.flatMap((read) => (read.ok ? [[read.value.instrument, read.value]] : [])));
  const [parties, { facts, assessorCapacity }, adopted] = await Promise.all([
    readParties(context, knownAt),
    readMarket(context, rulebook.code, knownAt),
    readAdopted(
      context,
      [...histories.values()].flatMap((history) => history.versions),
      knownAt,
    ),
  ]);
  const estate = {
    parties: parties.map((one) => one.party),
    groups: parties.flatMap((one) => one.groups),
    assessments: parties.flatMap((one) => one.assessments),
    assessorCapacity,
  };
  const now = context.ports.clock.now();
  const derived = await readDerivedFacts({ ...context, now }, rulebook, estate, knownAt);
  const factKinds = kindsKnownOn(rulebook.factKinds, dayOfInstant(knownAt ?? now));
  return {
    rulebook: { ...rulebook, factKinds },
    histories,
    adopted,
    facts: [...facts, ...derived],
    knownAt,
    estate,
  };
}

/** The proposals that published versions come from; versions of modifications that the record does not hold have none. */
export async function readAdopted(
  { ports }: Pick<Context, 'ports'>,
  versions: readonly { readonly source: { readonly kind: string; readonly reference: string } }[],
  knownAt: Instant | null,
): Promise<readonly ProposalContent[]> {
  const modifications = versions.filter(({ source }) => source.kind === 'modification');
  const references = [...new Set(modifications.map(({ source }) => source.reference))];
  const streams = await Promise.all(references.map((reference) => ports.store.read(streamOf(reference), knownAt)));
  return streams.flatMap((recorded) => {
    const life = replay(recorded.map(({ event }) => event as ProposalEvent));
    return life.status === 'none' ? [] : [life.content];
  });
}
