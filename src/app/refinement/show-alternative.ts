import { z } from 'zod';
import { amendmentSchema } from '../../core/code/amendment.schema.ts';
import { legalTextOf } from '../../core/code/legal-text.ts';
import { redlineBlockSchema } from '../../core/code/redline.schema.ts';
import { type TextVersion, type Timeline, textLabelled, timelineOf } from '../../core/code/version.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { Alternative } from '../../core/modification/refinement/alternative.ts';
import { alternativeAtLast } from '../../core/modification/refinement/alternative-at-last.ts';
import type { RaisedProposal } from '../../core/modification/state.ts';
import { knownAtField, readInstrument } from '../instruments.ts';
import { modificationField, readProposal } from '../modification/proposals.ts';
import { done, operation, refuse } from '../operation.ts';

/** The legal text of an alternative, as a redline against the last version over which it can be mapped and as instructions. */
export const showAlternative = operation({
  name: 'show-alternative',
  room: 'refinement',
  kind: 'read',
  summary:
    'Shows what the legal text of an alternative does to the last version of the code, or to the one that it was drafted against where it cannot be mapped.',
  roles: 'anyone',
  input: z.strictObject({
    modification: modificationField,
    alternative: z.string().min(1).meta({ description: 'Alternative by id: alternative-1.' }),
    knownAt: knownAtField,
  }),
  output: z.strictObject({
    modification: z.string(),
    id: z.string(),
    title: z.string(),
    description: z.string(),
    against: z.string().meta({ description: 'Label of the version that is amended as shown.' }),
    drafted: z.string().meta({ description: 'Label of the version that it was drafted against.' }),
    moved: z
      .string()
      .nullable()
      .meta({ description: 'What became of it when the code moved on since; null while that has not.' }),
    amendments: z.array(amendmentSchema),
    instructions: z.array(z.string()),
    blocks: z.array(redlineBlockSchema).meta({ description: 'The changed provisions, each under those it stands in.' }),
  }),
  run: async (context, { modification, alternative, knownAt }) => {
    const read = await readProposal(context, modification, knownAt);
    if (!read.ok) return read;
    const { content, refinement } = read.value.state;
    const found = refinement.alternatives.find((one) => one.id === alternative);
    if (found === undefined) {
      const sentence = `${modification} has no alternative "${alternative}".`;
      return refuse(rejection('not-found', sentence, { place: { field: 'alternative' } }));
    }
    const instrument = await readInstrument(context, content.code, knownAt);
    if (!instrument.ok) return instrument;
    const version = textLabelled(instrument.value, found.against, knownAt);
    if (version === null) {
      const sentence = `The alternative was drafted against version ${found.against}, which the record does not hold.`;
      return refuse(rejection('not-found', sentence));
    }
    const { shown, moved } = nowOf(timelineOf(instrument.value, null), version, read.value.state, found);
    const made = legalTextOf(shown.text, shown.amendments);
    if (!made.ok) return refuse(rejection('text-does-not-apply', made.fault));
    const { instructions, blocks } = made.legalText;
    const { id, title, description, against } = found;
    return done({
      ...{ modification, id, title, description, against: shown.label, drafted: against, moved },
      amendments: [...shown.amendments],
      instructions: [...instructions],
      blocks: [...blocks],
    });
  },
});

/** The alternative as it would amend the code now, while its proposal is open, and what became of it on the way. */
function nowOf(timeline: Timeline, drafted: TextVersion, state: RaisedProposal, alternative: Alternative) {
  const { amendments, against } = alternative;
  const asDrafted = { label: against, text: drafted.text, amendments };
  const last = timeline.at(-1);
  const isOver = state.status !== 'open' || state.implemented.length > 0;
  if (last === undefined || last.label === against || isOver) return { shown: asDrafted, moved: null };
  const found = alternativeAtLast(timeline, state, alternative);
  if (!found.ok) {
    const why = found.clashes[0]?.sentence ?? found.fault ?? '';
    return {
      shown: asDrafted,
      moved: `It cannot be mapped over version ${found.over.label}, which came since: ${why}`,
    };
  }
  const shown = { label: last.label, text: last.text, amendments: found.amendments };
  return { shown, moved: `It was drafted against version ${against} and is mapped over what came since.` };
}
