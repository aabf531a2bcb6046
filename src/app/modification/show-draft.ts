import { z } from 'zod';
import { outsideOf, partOf, provisionsOf, takenAround, withPart, workablePart } from '../../core/code/draft-part.ts';
import type { CodeText, Provision } from '../../core/code/provision.ts';
import { findById, findVisited, inOrder } from '../../core/code/tree.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { describeInstrument } from '../instruments.ts';
import { done, operation, refuse } from '../operation.ts';
import { draftViewSchema, partField } from './draft.schema.ts';
import { checksOf } from './draft-checks.ts';
import { instructionsOf, type OpenedDraft, openDraftOf } from './drafts.ts';
import { modificationField, SIGNED_IN } from './proposals.ts';

/** The working draft of a legal text, or that text where none is kept, with what has to be looked at in it. */
export const showDraft = operation({
  name: 'show-draft',
  room: 'modification',
  kind: 'read',
  summary: 'Shows the working draft of a legal text to those who may draft it: text, amendments, conflicts and faults.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    part: partField,
  }),
  output: draftViewSchema,
  run: async (context, { modification, part: wanted }) => {
    const opened = await openDraftOf(context, modification);
    if (!opened.ok) return opened;
    const { version, drafted, texts, kept, amendments, proposal } = opened.value;
    if (wanted !== null && findById(version.text, wanted) === null) {
      const sentence = `Version ${version.label} of the ${texts.history.shortTitle} has no provision "${wanted}".`;
      return refuse(rejection('not-found', sentence, { place: { field: 'part' } }));
    }
    const part = workablePart(version.text, drafted, wanted);
    const base = partOf(version.text, part);
    const outside = outsideOf(version.text, drafted, part);
    return done({
      modification,
      title: proposal.state.content.title,
      instrument: describeInstrument(texts.history),
      revision: kept?.revision ?? 0,
      against: version.label,
      kept: kept?.state === 'open' ? { ...kept.by, at: kept.at } : null,
      part,
      parts: partsOf(version.text),
      size: inOrder(version.text).length,
      base,
      text: withPart(base, part, provisionsOf(drafted, part)),
      taken: [...takenAround([version.text, drafted], part)],
      amendments: [...amendments],
      instructions: [...instructionsOf(version.text, amendments)],
      outside: [...outside],
      elsewhere: [...instructionsOf(version.text, outside)],
      checks: checksOf(opened.value, amendments, drafted),
      notices: [...opened.value.notices],
      closed: opened.value.closed?.sentence ?? null,
      setAside: setAsideOf(opened.value),
    });
  },
});

function setAsideOf({ kept }: OpenedDraft) {
  if (kept === null || kept.state === 'open') return null;
  const { state: how, by, at, against, amendments } = kept;
  return { how, by: { ...by, at }, against, amendments: [...amendments] };
}

/** What can be chosen to work on: the documents of the code, and what stands right below them. */
function partsOf(text: CodeText) {
  const entry = (provision: Provision, depth: number) => ({
    id: provision.id,
    title: [provision.number, provision.heading].filter((words) => words !== null).join(' ') || provision.id,
    depth,
    size: inOrder({ provisions: [provision] }).length,
  });
  return text.provisions.flatMap((document) => [
    entry(document, 0),
    ...document.children.filter((child) => child.children.length > 0).map((child) => entry(child, 1)),
  ]);
}

/** The document that a draft of a long code is opened on: the first that it amends, or the first of all; null where the text is short, or must be worked on whole. */
export function partToOpen(
  { base, amendments, parts, size }: z.output<typeof draftViewSchema>,
  asked: string | undefined,
): string | null {
  if (asked === undefined ? size <= SHORT : asked !== '' || canOpenWhole(size)) return null;
  for (const amendment of amendments) {
    const id =
      amendment.kind === 'insert'
        ? amendment.at.parent
        : 'target' in amendment
          ? amendment.target
          : amendment.provision.id;
    const [document] = id === null ? [] : (findVisited(base, id)?.path ?? []);
    if (document !== undefined) return document.id;
  }
  return parts[0]?.id ?? null;
}

/** Whether a browser can edit so many provisions at once without making whoever types wait. */
export function canOpenWhole(size: number): boolean {
  return size <= MOST_AT_ONCE;
}

const MOST_AT_ONCE = 3_000;

/** Provisions that are worked on at once without asking for a part. */
const SHORT = 60;
