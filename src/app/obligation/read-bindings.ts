import { placesOf as placesOfAmendment } from '../../core/code/footprint.ts';
import { identitiesOf } from '../../core/code/identities.ts';
import { findVisited, walk } from '../../core/code/tree.ts';
import { textsInForce, timelineOf } from '../../core/code/version.ts';
import type { ProposalContent } from '../../core/modification/proposal.ts';
import { type Binding, bindingOf } from '../../core/obligation/binding.ts';
import { type BindingEvent, confirmationsOf } from '../../core/obligation/binding-event.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import type { RecordEvent } from '../../core/rulebook/record-event.ts';
import { readOpenTexts } from '../modification/open-texts.ts';
import { projectOpen } from '../modification/project-open.ts';
import type { Context } from '../operation.ts';
import { type ObligationSources, obligationsIn } from './obligation-sources.ts';

/** The stream of what people say of the bindings of a code. */
export function bindingStream(code: string): string {
  return `obligation/${code}`;
}

/** The bindings among the events of a stream. */
export function bindingEvents(events: readonly RecordEvent[]): readonly BindingEvent[] {
  return events.filter((event) => event.type === 'binding-confirmed' || event.type === 'binding-reopened');
}

/** How obligations stand to the words that they were bound to, by id, with what people said of it. */
export interface Bindings {
  readonly of: ReadonlyMap<string, Binding>;
  readonly events: readonly BindingEvent[];
}

/** Reads the bindings of the obligations of a code, or of some of them. */
export async function readBindings(
  context: Context,
  sources: ObligationSources,
  obligations: readonly Obligation[] = obligationsIn(sources),
): Promise<Bindings> {
  const { rulebook, knownAt } = sources;
  const recorded = await context.ports.store.read(bindingStream(rulebook.code), knownAt);
  const events = bindingEvents(recorded.map(({ event }) => event));
  const byInstrument = [...Map.groupBy(obligations, ({ instrument }) => instrument)];
  const all = await Promise.all(byInstrument.map(([id, bound]) => bindingsIn(context, sources, id, bound, events)));
  return { of: new Map(all.flat()), events };
}

async function bindingsIn(
  context: Context,
  { histories, adopted, on, knownAt }: ObligationSources,
  instrument: string,
  obligations: readonly Obligation[],
  events: readonly BindingEvent[],
): Promise<readonly (readonly [string, Binding])[]> {
  const history = histories.get(instrument);
  const read = await readOpenTexts(context, instrument, knownAt);
  if (history === undefined || !read.ok) return [];
  const contents = [...adopted, ...read.value.open.map(({ state }) => state.content)];
  const identities = identitiesOf(
    textsInForce(history, null),
    obligations.map(({ provision }) => provision),
  );
  const { last } = read.value;
  const watched = new Set([...identities.values()].flatMap((id) => wordsFrom(last.text, id)));
  const { changes } = projectOpen(read.value, (amendment) =>
    placesOfAmendment(amendment).some((id) => watched.has(id)),
  );
  const timeline = timelineOf(history, null);
  return obligations.map((obligation) => {
    const provision = identities.get(obligation.provision) ?? null;
    const confirmations = confirmationsOf(obligation.id, events);
    const rebinds = (modification: string) => saysOf(contents, modification, obligation.id);
    return [
      obligation.id,
      bindingOf(obligation, { timeline, provision, confirmations, rebinds, pending: changes, on }),
    ] as const;
  });
}

/** Identities of what a provision's words are read from: what it stands in, itself and all below it. */
function wordsFrom(text: Parameters<typeof findVisited>[0], id: string): readonly string[] {
  const found = findVisited(text, id);
  if (found === null) return [];
  const below = walk({ provisions: [found.provision] }).map(({ provision }) => provision.id);
  return [...found.path.map((one) => one.id), ...below];
}

/** Whether a modification says what becomes of an obligation. */
function saysOf(contents: readonly ProposalContent[], modification: string, obligation: string): boolean {
  const content = contents.find(({ id }) => id === modification);
  return content?.obligations.some((change) => change.obligation === obligation) ?? false;
}
