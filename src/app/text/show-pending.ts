import { z } from 'zod';
import { applyAmendments } from '../../core/code/apply-amendment.ts';
import { touches } from '../../core/code/footprint.ts';
import type { CodeText } from '../../core/code/provision.ts';
import { redlineBlockSchema } from '../../core/code/redline.schema.ts';
import { redline } from '../../core/code/redline.ts';
import { findById, findByReference } from '../../core/code/tree.ts';
import { eventsOf } from '../../core/kernel/commencement-cycle.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { APPROVAL, occurrencesOf } from '../../core/modification/implementation/implementation.ts';
import type { RaisedProposal } from '../../core/modification/state.ts';
import { commencementOf, partsOf, WHOLE } from '../../core/modification/text/part.ts';
import {
  describeInstrument,
  describeVersion,
  instrumentField,
  instrumentSchema,
  knownAtField,
  versionSchema,
} from '../instruments.ts';
import { readOpenTexts } from '../modification/open-texts.ts';
import { projectOpen } from '../modification/project-open.ts';
import { done, operation, refuse } from '../operation.ts';

const blocks = z.array(redlineBlockSchema).readonly();

/** The open modifications that touch a provision, in the order in which they would take effect. Nothing of it is in force. */
export const showPending = operation({
  name: 'show-pending',
  room: 'text',
  kind: 'read',
  summary: 'Shows the open modifications that touch a provision, in the order in which they would take effect.',
  roles: 'anyone',
  input: z.strictObject({
    instrument: instrumentField,
    reference: z.string().min(1).meta({ description: 'Printed reference in the last version: G3.26.' }),
    knownAt: knownAtField,
  }),
  output: z.strictObject({
    instrument: instrumentSchema,
    reference: z.string(),
    version: versionSchema.meta({ description: 'The last version, to which all of this is compared.' }),
    pending: z
      .array(
        z.strictObject({
          modification: z.string(),
          part: z.string().nullable().meta({ description: 'The part of its text, where that takes effect in parts.' }),
          title: z.string(),
          day: daySchema.nullable().meta({ description: 'When it takes effect; null while that is not settled.' }),
          notBefore: daySchema
            .nullable()
            .meta({ description: 'While not settled: the first day planned or possible.' }),
          approved: z.boolean().meta({ description: 'Whether it is approved; if not, its day holds only if it is.' }),
          occurred: z
            .array(z.strictObject({ event: z.string(), day: daySchema }))
            .readonly()
            .meta({ description: 'Events that its day follows from and that have occurred.' }),
          awaiting: z.array(z.string()).readonly().meta({ description: 'Events and decisions that would settle it.' }),
          alone: blocks.meta({ description: 'What it makes of the provision by itself.' }),
          behind: blocks
            .nullable()
            .meta({ description: 'What the provision becomes with all before it; null if stuck.' }),
          blockedBy: z.string().nullable().meta({ description: 'The modification before it with which it clashes.' }),
        }),
      )
      .readonly(),
  }),
  run: async (context, { instrument, reference, knownAt }) => {
    const read = await readOpenTexts(context, instrument, knownAt);
    if (!read.ok) return read;
    const { history, last } = read.value;
    const found = findByReference(last.text, reference);
    if (found === null) {
      const sentence = `Version ${last.label} of the ${history.shortTitle} has no provision "${reference}".`;
      return refuse(rejection('not-found', sentence, { place: { field: 'reference' } }));
    }
    const { asked: touching, changes: projected } = projectOpen(read.value, (one) => touches(one, found));
    const compared = (before: CodeText, after: CodeText) =>
      redline({ provisions: provisionsOf(before, found.id) }, { provisions: provisionsOf(after, found.id) });
    return done({
      instrument: describeInstrument(history),
      reference,
      version: describeVersion(last),
      pending: projected.flatMap(({ modification, part, commences, rebased, blockedBy, after }, index) => {
        const before = projected[index - 1]?.after ?? last.text;
        const isElsewhere = part !== null && rebased.ok && !rebased.amendments.some((one) => touches(one, found));
        // a part that leaves the provision as it is takes effect before or after, but not here
        if (isElsewhere && findById(before, found.id) === findById(after, found.id)) return [];
        const own = touching.find((one) => one.modification === modification);
        const alone = applyAmendments(last.text, own?.amendments ?? []);
        return {
          modification,
          part: part === null ? null : own === undefined ? part : (titlesOf(own.one.state).get(part) ?? part),
          title: own?.one.state.content.title ?? '',
          day: commences.kind === 'on' ? commences.day : null,
          notBefore: commences.kind === 'unknown' ? commences.notBefore : null,
          approved:
            own !== undefined && typeof occurrencesOf(own.one.state, own.one.rules.profile)(APPROVAL) === 'number',
          occurred: own === undefined ? [] : occurredFor(own.one.state, part),
          awaiting: commences.kind === 'unknown' ? commences.awaiting : [],
          alone: alone.ok ? compared(last.text, alone.text) : [],
          behind: rebased.ok ? compared(last.text, after) : null,
          blockedBy,
        };
      }),
    });
  },
});

function titlesOf({ legalText }: RaisedProposal): ReadonlyMap<string, string> {
  return new Map(partsOf(legalText).map(({ id, title }) => [id, `${id}: ${title}`]));
}

function occurredFor({ content, legalText, occurred }: RaisedProposal, part: string | null) {
  const own = partsOf(legalText).find(({ id }) => id === (part ?? WHOLE));
  const events = new Set(eventsOf(own === undefined ? content.implementation : commencementOf(own, content)));
  return [...events].flatMap((event) => {
    const day = occurred[event];
    return day === undefined ? [] : [{ event, day }];
  });
}

function provisionsOf(text: CodeText, id: string) {
  const found = findById(text, id);
  return found === null ? [] : [found];
}
