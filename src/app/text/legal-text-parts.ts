import type { z } from 'zod';
import { instructedBy } from '../../core/code/legal-text.ts';
import type { CodeText } from '../../core/code/provision.ts';
import type { CurrentLegalText } from '../../core/modification/state.ts';
import { partView, partViews } from '../modification/implementation-view.ts';
import type { ReadProposal } from '../modification/proposals.ts';
import type { instructedPartSchema } from './show-legal-text.ts';

/** The parts of a legal text, each with its instructions; of the one that now stands with those in force. None when it is undivided. */
export function instructedParts(
  { state, rules }: Pick<ReadProposal, 'state' | 'rules'>,
  { amendments, parts = [], revision }: CurrentLegalText,
  before: CodeText,
): z.infer<typeof instructedPartSchema>[] {
  const made = instructedBy(before, amendments);
  const all = made.ok ? made.instructed.instructions : [];
  const stand = partViews(state, rules);
  const inForce = revision === state.legalText.revision ? stand.filter(({ basis }) => basis === 'in-force') : [];
  let end = 0;
  const left = parts.map((part) => {
    end += part.amendments;
    const view = stand.find(({ id }) => id === part.id) ?? partView(part, state);
    return { ...view, amendments: part.amendments, instructions: all.slice(end - part.amendments, end).flat() };
  });
  return [...inForce.map((part) => ({ ...part, instructions: [] })), ...left];
}
