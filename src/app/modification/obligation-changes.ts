import type { Estate } from '../../core/assurance/effect-question.ts';
import { applyAmendments } from '../../core/code/apply-amendment.ts';
import type { CodeText } from '../../core/code/provision.ts';
import { timelineOf } from '../../core/code/version.ts';
import type { Wordings } from '../../core/kernel/reading.ts';
import type { FactKind } from '../../core/obligation/fact.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import type { Body, PartyCategory } from '../../core/party/party.ts';
import { dutiesOf } from '../effect/effect-sources.ts';
import { readDutySources } from '../effect/read-effect-sources.ts';
import { readInstrument } from '../instruments.ts';
import { type Context, done, type Result } from '../operation.ts';
import { type ReadProposal, readProposal } from './proposals.ts';

/** What a modification's effect on obligations is drafted from. */
export interface ObligationGround {
  readonly proposal: ReadProposal;
  /** Every obligation as it would stand without the modification. */
  readonly obligations: readonly Obligation[];
  readonly wordings: readonly Wordings[];
  readonly factKinds: readonly FactKind[];
  readonly categories: readonly PartyCategory[];
  /** Instruments by id. */
  readonly instruments: readonly string[];
  readonly bodies: readonly Body[];
  readonly estate: Estate;
  /** The text that it amends and the amended one as it was put forward last; null where it does not apply. */
  readonly texts: { readonly before: CodeText; readonly after: CodeText } | null;
}

/** Reads the obligations, the texts and the parties that a modification could touch. */
export async function readObligationGround(context: Context, modification: string): Promise<Result<ObligationGround>> {
  const read = await readProposal(context, modification, null);
  if (!read.ok) return read;
  const { state } = read.value;
  const rulebook = await context.ports.rulebooks.byDigest(state.rulebook);
  const sources = await readDutySources(context, rulebook, null);
  const last = new Map(
    dutiesOf(sources, [modification])
      .filter(({ words }) => words.some(({ interval }) => interval.until === null))
      .map(({ obligation, words }) => {
        const wording = words.at(-1)?.wording ?? obligation.wording;
        return [obligation.id, { ...obligation, wording }] as const;
      }),
  );
  const adopted = sources.adopted.filter(({ id }) => id !== modification);
  return done({
    proposal: read.value,
    obligations: [...last.values()],
    wordings: [...rulebook.wordings, ...adopted.flatMap(({ wordings }) => wordings)],
    factKinds: rulebook.factKinds,
    categories: rulebook.partyCategories,
    instruments: rulebook.instruments.map(({ id }) => id),
    bodies: rulebook.bodies,
    estate: sources.estate,
    texts: await textsOf(context, read.value),
  });
}

async function textsOf(context: Context, { state }: ReadProposal): Promise<ObligationGround['texts']> {
  const { against, amendments } = state.legalText;
  const history = await readInstrument(context, state.content.code, null);
  if (!history.ok) return null;
  const version = timelineOf(history.value, null).find(({ label }) => label === against);
  if (version === undefined) return null;
  const applied = applyAmendments(version.text, amendments);
  return applied.ok ? { before: version.text, after: applied.text } : null;
}
