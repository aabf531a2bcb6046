import type { CodeEvent } from '../../core/code/code-event.ts';
import {
  evolveCode,
  type InstrumentHistory,
  placeVersion,
  publishVersionEvents,
} from '../../core/code/publish-version.ts';
import { rebase } from '../../core/code/rebase.ts';
import { resolutionAfter } from '../../core/code/resolution.ts';
import { timelineOf, type VersionPublished } from '../../core/code/version.ts';
import type { Rejection } from '../../core/kernel/rejection.ts';
import { resolutionsBetween } from '../../core/modification/pending-text.ts';
import type { ProposalEvent, StoredResolution } from '../../core/modification/proposal.ts';
import type { ProposalLife } from '../../core/modification/state.ts';
import type { Load, Write } from '../act.ts';
import { openTextsOf } from '../modification/open-texts.ts';
import { loadOpenProposals, streamOf } from '../modification/proposals.ts';
import type { Context } from '../operation.ts';

/** What publishing a version did to another open modification. */
export interface MappedModification {
  readonly modification: string;
  /** Whether its text now stands on the new version; otherwise people have to settle it. */
  readonly rebased: boolean;
  readonly sentence: string;
}

/** Publishes a version in an act, and maps the text of every other open modification of the code over it. */
export async function publishing(
  context: Context,
  load: Load,
  { history, stream }: { readonly history: InstrumentHistory; readonly stream: string },
  published: VersionPublished,
  by: ProposalLife | null,
): Promise<
  | { readonly ok: true; readonly writes: readonly Write[]; readonly mapped: readonly MappedModification[] }
  | { readonly ok: false; readonly rejection: Rejection }
> {
  const version = publishVersionEvents(history, published);
  if (!version.ok) return version;
  const placed = placeVersion(timelineOf(history, null), published);
  const amendments = placed.ok ? placed.onLast : published.amendments;
  const after = version.events.reduce<InstrumentHistory | null>(
    (known, event: CodeEvent) => evolveCode(known, { event, recordedAt: context.now }),
    history,
  );
  const against = timelineOf(after ?? history, null).at(-1)?.label ?? published.label;
  const proposals = (await loadOpenProposals(context, load)).filter((one) => one.state.content.id !== by?.content.id);
  const { open, last } = openTextsOf(history, proposals);
  const { reference } = published.source;
  const writes: Write[] = [{ stream, events: version.events }];
  const mapped: MappedModification[] = [];
  for (const { id, state, text } of open) {
    const settled = by === null ? [] : resolutionsBetween(state, by);
    const rebased = text.ok
      ? rebase(last.text, { modification: id, amendments: text.amendments }, { reference, amendments }, settled)
      : text;
    mapped.push({ modification: id, rebased: rebased.ok, sentence: sentenceOf(id, published.label, rebased) });
    if (!rebased.ok) continue;
    const resolutions = state.resolutions.flatMap((kept): StoredResolution[] => {
      if (kept.with === reference) return [];
      const textOf = (other: string) => {
        const found = open.find((one) => one.id === other);
        return found?.text.ok ? found.text.amendments : [];
      };
      const next = resolutionAfter(kept, amendments, textOf);
      return next === null ? [] : [{ ...kept, ...next }];
    });
    const event: ProposalEvent = {
      type: 'legal-text-rebased',
      amendments: rebased.amendments,
      against,
      over: { ...published.source, label: published.label },
      resolutions,
      on: context.today,
    };
    writes.push({ stream: streamOf(id), events: [event] });
  }
  return { ok: true, writes, mapped };
}

function sentenceOf(id: string, label: string, rebased: ReturnType<typeof rebase>): string {
  if (rebased.ok) return `The legal text of ${id} was mapped over version ${label}.`;
  const why = rebased.clashes[0]?.sentence ?? rebased.fault ?? '';
  return `The legal text of ${id} cannot be mapped over version ${label} and waits for its proposer: ${why}`;
}
