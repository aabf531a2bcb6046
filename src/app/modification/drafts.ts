import type { Amendment } from '../../core/code/amendment.ts';
import { applyAmendments } from '../../core/code/apply-amendment.ts';
import { instructedBy } from '../../core/code/legal-text.ts';
import type { CodeText } from '../../core/code/provision.ts';
import { type TextVersion, timelineOf } from '../../core/code/version.ts';
import type { WorkingDraft } from '../../core/code/working-draft.ts';
import { writeInstant } from '../../core/kernel/instant.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { decide } from '../../core/modification/decide.ts';
import type { CurrentLegalText } from '../../core/modification/state.ts';
import { textAtLast } from '../../core/modification/text/pending-text.ts';
import { type Context, done, type Result, refuse } from '../operation.ts';
import { type OpenTexts, readOpenTexts } from './open-texts.ts';
import { type ReadProposal, readProposal } from './proposals.ts';

/** A modification whose text someone drafts: the draft as kept, or its legal text, on the version it can be worked on. */
export interface OpenedDraft {
  readonly proposal: ReadProposal;
  readonly texts: OpenTexts;
  /** What is kept; null when nothing ever was. */
  readonly kept: WorkingDraft | null;
  /** The version to work on: the last one of the code, unless the text cannot be mapped to it. */
  readonly version: TextVersion;
  readonly amendments: readonly Amendment[];
  readonly drafted: CodeText;
  readonly notices: readonly string[];
  /** Why the legal text can no longer be drafted anew, for its drafters; null while it can. */
  readonly closed: Rejection | null;
}

/** The modification, for one who may draft its legal text. Refuses everyone else, as `draft-legal-text` does. */
export async function readAsDrafter(
  context: Context,
  modification: string,
): Promise<Result<Pick<OpenedDraft, 'proposal' | 'closed'>>> {
  const read = await readProposal(context, modification, null);
  if (!read.ok) return read;
  const { state, rules } = read.value;
  const asked = { type: 'draft-legal-text', amendments: [], against: '' } as const;
  const decision = decide(asked, state, { ...rules, ...context, parties: [] });
  const why = decision.ok ? null : decision.rejection;
  // how the amendments are divided into parts is told when they are put forward
  if (why === null || why.code === 'input-invalid') return done({ proposal: read.value, closed: null });
  return why.code === 'too-late' ? done({ proposal: read.value, closed: why }) : refuse(why);
}

/** Opens the draft of a modification for one of its drafters. Refuses everyone else, as `draft-legal-text` does. */
export async function openDraftOf(context: Context, modification: string): Promise<Result<OpenedDraft>> {
  const read = await readAsDrafter(context, modification);
  if (!read.ok) return read;
  const { proposal, closed } = read.value;
  const { content, legalText } = proposal.state;
  const texts = await readOpenTexts(context, content.code, null);
  if (!texts.ok) return texts;
  const kept = await context.ports.store.drafts.read(modification);
  const working = kept?.state === 'open' ? kept : null;
  const { versions } = texts.value.history;
  const since = versions.filter(({ recordedAt }) => working !== null && recordedAt > working.at);
  const known = working && { ...working, without: since.map(({ label }) => label) };
  const placed = placeDraft(texts.value, proposal, known ?? legalText);
  if (!placed.ok) return placed;
  const notices = [...placed.value.notices, ...overtaken(working, legalText.revision), ...divided(proposal)];
  return done({ proposal, texts: texts.value, kept, ...placed.value, notices, closed });
}

type Drafted = Pick<CurrentLegalText, 'against' | 'amendments' | 'without'>;
type Placed = Pick<OpenedDraft, 'version' | 'amendments' | 'drafted' | 'notices'>;

/** A text on the last version of its code, or where it cannot be mapped to that, on its own. */
function placeDraft({ history, last }: OpenTexts, { state }: ReadProposal, drafted: Drafted): Result<Placed> {
  const timeline = timelineOf(history, null);
  const own = timeline.find(({ label }) => label === drafted.against);
  if (own === undefined) {
    const sentence = `The draft amends version ${drafted.against} of the ${history.shortTitle}, which the record does not hold.`;
    return refuse(rejection('not-found', sentence));
  }
  const { content, resolutions } = state;
  const { parts: _, without: __, ...undivided } = state.legalText;
  const mapped = textAtLast(timeline, { content, resolutions, legalText: { ...undivided, ...drafted } });
  const version = mapped.ok ? last : own;
  const amendments = mapped.ok ? mapped.amendments : drafted.amendments;
  const applied = applyAmendments(version.text, amendments);
  if (!applied.ok) return refuse(rejection('text-does-not-apply', applied.fault));
  const notices: string[] = [];
  if (!mapped.ok) {
    const why = mapped.clashes.map(({ sentence }) => sentence).join(' ') || (mapped.fault ?? '');
    notices.push(
      `It was drafted against version ${own.label} and is in conflict with version ${mapped.over.label}: ${why} It is shown against version ${own.label}; what is put forward has to be settled with that version before it can be made.`,
    );
  } else if (own.label !== last.label) {
    notices.push(`It was drafted against version ${own.label} and has been mapped to version ${last.label}.`);
  }
  return done({ version, amendments, drafted: applied.text, notices });
}

function overtaken(working: WorkingDraft | null, revision: number): readonly string[] {
  if (working === null || working.begunOn === revision) return [];
  return [
    `The legal text was drafted anew (revision ${revision}) after this draft was begun on revision ${working.begunOn}: to put the draft forward replaces it.`,
  ];
}

function divided({ state }: ReadProposal): readonly string[] {
  const { parts } = state.legalText;
  if (parts === undefined) return [];
  return [
    `The legal text takes effect in ${parts.length} parts: whoever puts the draft forward has to say how many of its amendments belong to each, which put-forward-draft takes as "parts" (command or API).`,
  ];
}

/** The instructions of amendments that are known to apply to a text. */
export function instructionsOf(base: CodeText, amendments: readonly Amendment[]): readonly string[] {
  const made = instructedBy(base, amendments);
  return made.ok ? made.instructed.instructions.flat() : [];
}

/** The refusal of whoever works on a state of a draft that is no longer the last. */
export function draftChanged(found: WorkingDraft | null, expected: number): Rejection {
  const did = { open: 'saved', discarded: 'discarded', 'put-forward': 'put forward' } as const;
  const sentence =
    found === null
      ? `There is no draft at revision ${expected}: none has been kept.`
      : `${found.by.name} ${did[found.state]} the draft at ${writeInstant(found.at)}: it is at revision ${found.revision}, not at ${expected}.`;
  return rejection('draft-changed', sentence, { place: { field: 'revision' } });
}
