import { NOTHING_TOLD, type Told } from '../../core/document/notice/notice.ts';
import { canBeNews, noticesOf, tellsByRules } from '../../core/document/notice/notices-of.ts';
import { changedWordsNotice } from '../../core/document/notice/obligation-notices.ts';
import type { ProposalRules } from '../../core/modification/context.ts';
import { replay } from '../../core/modification/evolve.ts';
import type { ProposalEvent } from '../../core/modification/proposal.ts';
import { standingOf } from '../../core/modification/standing.ts';
import type { RaisedProposal } from '../../core/modification/state.ts';
import { boundToChanged } from '../../core/obligation/bound-words.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { historyOf } from '../instruments.ts';
import { rulesWith } from '../modification/proposals.ts';
import type { RecordedEvent } from '../ports.ts';

/** Gives the files of a stored rulebook by digest. */
type Files = (digest: string) => Promise<string | null>;

/** The rulebook that something goes by: its code, and its digest. */
interface Pinned {
  readonly code: string;
  readonly rulebook: string;
}

/**
 * How a record reads its own events, by the rulebook that a proposal or a meeting pinned; `rulebookOf` opens it. What a
 * version changes for obligations is told by the rulebooks of today.
 */
export function readingBy(
  rulebookOf: (pinned: Pinned, files: Files) => Promise<Rulebook>,
  rulebooks: () => Promise<readonly Rulebook[]>,
) {
  const rulesOf = async (proposal: RaisedProposal, files: Files): Promise<ProposalRules> => {
    const rulebook = await rulebookOf({ code: proposal.content.code, rulebook: proposal.rulebook }, files);
    const profile = rulebook.profiles.find((one) => one.id === proposal.profile);
    if (profile === undefined) throw new Error(`The pinned rulebook has no profile ${proposal.profile}.`);
    return rulesWith(rulebook, profile);
  };
  return {
    standingOf: async (history: readonly ProposalEvent[], files: Files) => {
      const proposal = replay(history);
      if (proposal.status === 'none') return { stage: '', status: 'none' };
      return standingOf(proposal, (await rulesOf(proposal, files)).profile);
    },
    noticesOf: async (
      { event }: RecordedEvent,
      history: () => Promise<readonly RecordedEvent[]>,
      files: Files,
    ): Promise<Told> => {
      if (!canBeNews(event)) return NOTHING_TOLD;
      const stream = await history();
      const called = stream[0]?.event;
      if (called?.type === 'meeting-called') return noticesOf(stream, null, (await rulebookOf(called, files)).bodies);
      if (event.type === 'version-published')
        return withChangedWords(noticesOf(stream, null), stream, await rulebooks());
      if (!tellsByRules(event)) return noticesOf(stream, null);
      const proposal = replay(stream.map((one) => one.event as ProposalEvent));
      return proposal.status === 'none' ? NOTHING_TOLD : noticesOf(stream, await rulesOf(proposal, files));
    },
  };
}

/** What the last version of a stream tells, and which obligations are bound to words that it changes. */
function withChangedWords(told: Told, stream: readonly RecordedEvent[], rulebooks: readonly Rulebook[]): Told {
  const [history, last] = [historyOf(stream), stream.at(-1)];
  if (told.notices.length === 0 || history === null || last?.event.type !== 'version-published') return told;
  const obligations = rulebooks.flatMap((one) => one.obligations);
  const { instrument, shortTitle } = history;
  const { label } = last.event;
  const changed = boundToChanged(
    history,
    label,
    obligations.filter((one) => one.instrument === instrument),
  );
  const notice = changedWordsNotice({ instrument, shortTitle, label, at: last.recordedAt }, changed);
  return notice === null ? told : { ...told, notices: [...told.notices, notice] };
}
