import { z } from 'zod';
import { amendmentSchema } from '../../core/code/amendment.schema.ts';
import { legalTextOf } from '../../core/code/legal-text.ts';
import { codeTextSchema } from '../../core/code/provision.schema.ts';
import { redlineBlockSchema } from '../../core/code/redline.schema.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import {
  describeInstrument,
  describeVersion,
  instrumentSchema,
  knownAtField,
  readInstrument,
  versionSchema,
} from '../instruments.ts';
import { partViewSchema } from '../modification/implementation-view.schema.ts';
import { readOpenTexts } from '../modification/open-texts.ts';
import { modificationField, readProposal } from '../modification/proposals.ts';
import { modificationViewSchema } from '../modification/view.schema.ts';
import { done, operation, refuse } from '../operation.ts';
import { comparedWithDrafted, comparedWithOpen } from './legal-text-compared.ts';
import { instructedParts } from './legal-text-parts.ts';
import { legalTextRevisions, type Revision, versionAmended } from './legal-text-revisions.ts';

/** A part of a legal text with what it says. */
export const instructedPartSchema = partViewSchema.extend({
  instructions: z.array(z.string()).readonly().meta({ description: 'In plain English, in order.' }),
});

/** What a legal text can be compared with. */
const COMPARISONS = ['base', 'drafted', 'last', 'pending'] as const;

/** The legal text of a modification as it now stands, or one of its earlier texts, against a text that is chosen. */
export const showLegalText = operation({
  name: 'show-legal-text',
  room: 'text',
  kind: 'read',
  summary: 'Shows what the legal text of a modification does to the text that it was drafted against, or to another.',
  roles: 'anyone',
  input: z.strictObject({
    modification: modificationField,
    revision: z
      .number()
      .int()
      .min(1)
      .nullable()
      .default(null)
      .meta({ description: 'Which of its legal texts, counted from 1; left out, the one that now stands.' }),
    compare: z.enum(COMPARISONS).default('base').meta({
      description:
        'base: the text that it amends; drafted: what the proposer drafted; last: the last version; pending: all that takes effect before it.',
    }),
    knownAt: knownAtField,
  }),
  output: z.strictObject({
    modification: z.string(),
    title: z.string(),
    instrument: instrumentSchema,
    draftedAgainst: versionSchema,
    amendments: z.array(amendmentSchema),
    revision: modificationViewSchema.shape.legalText.shape.revision,
    revisions: z.number().int().meta({ description: 'How many legal texts it has had.' }),
    over: modificationViewSchema.shape.legalText.shape.over,
    compare: z.enum(COMPARISONS),
    behind: z.array(z.string()).readonly().meta({ description: 'Modifications counted in before it.' }),
    instructions: z.array(z.string()),
    parts: z
      .array(instructedPartSchema)
      .meta({ description: 'Parts that take effect by themselves, those in force first; empty when undivided.' }),
    before: codeTextSchema,
    after: codeTextSchema,
    blocks: z.array(redlineBlockSchema).meta({ description: 'The changed provisions, each under those it stands in.' }),
  }),
  run: async (context, { modification, revision, compare, knownAt }) => {
    const proposal = await readProposal(context, modification, knownAt);
    if (!proposal.ok) return proposal;
    const { content } = proposal.value.state;
    const revisions = await legalTextRevisions(context, modification, knownAt);
    const text = revision === null ? revisions.at(-1) : revisions.find((one) => one.revision === revision);
    if (text === undefined) {
      const sentence = `${modification} has had ${revisions.length} legal ${revisions.length === 1 ? 'text' : 'texts'}, and none is number ${revision}.`;
      return refuse(rejection('not-found', sentence, { place: { field: 'revision' } }));
    }
    const read = await readInstrument(context, content.code, knownAt);
    if (!read.ok) return read;
    const versionOf = (one: Revision) => versionAmended(read.value, one, knownAt);
    const version = versionOf(text);
    if (version === null) {
      const sentence = `The legal text was drafted against version ${text.against} of the ${read.value.shortTitle}, which the record does not hold.`;
      return refuse(rejection('not-found', sentence));
    }
    const made = legalTextOf(version.text, text.amendments);
    if (!made.ok) return refuse(rejection('text-does-not-apply', made.fault));
    const described = {
      modification,
      title: content.title,
      instrument: describeInstrument(read.value),
      draftedAgainst: describeVersion(version),
      amendments: [...text.amendments],
      revision: text.revision,
      revisions: revisions.length,
      over: text.over,
      parts: instructedParts(proposal.value, text, version.text),
      compare,
    };
    const instructions = [...made.legalText.instructions];
    if (compare === 'base') {
      const { before, after, blocks } = made.legalText;
      return done({ ...described, instructions, before, after, blocks: [...blocks], behind: [] });
    }
    if (compare === 'drafted') {
      const drafted = revisions.findLast((one) => one.over === null && one.revision <= text.revision) ?? text;
      const base = versionOf(drafted)?.text ?? version.text;
      const compared = comparedWithDrafted({ base, text: drafted }, { base: version.text, text });
      if (!compared.ok) return compared;
      return done({ ...described, ...compared.value, instructions, blocks: [...compared.value.blocks] });
    }
    const texts = await readOpenTexts(context, content.code, knownAt);
    if (!texts.ok) return texts;
    const compared = comparedWithOpen(texts.value, modification, compare);
    if (!compared.ok) return compared;
    return done({ ...described, ...compared.value, instructions, blocks: [...compared.value.blocks] });
  },
});
