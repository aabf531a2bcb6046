import { z } from 'zod';
import { legalTextOf } from '../../core/code/legal-text.ts';
import { textOn } from '../../core/code/version.ts';
import { documentSchema } from '../../core/document/block.schema.ts';
import { legalTextDocument } from '../../core/document/legal-text.ts';
import { modificationReport } from '../../core/document/modification-report.ts';
import { initialModificationReport } from '../../core/document/report.ts';
import { paragraphsOf, type ReportImpact } from '../../core/document/report-impact.ts';
import type { ReportInput } from '../../core/document/report-view.ts';
import { timetableDocument } from '../../core/document/timetable-paper.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { Collation } from '../../core/modification/consultation/collation.ts';
import { currentContent } from '../../core/modification/text/pending-text.ts';
import { progressionOf } from '../../core/modification/timetable/progression.ts';
import { findings } from '../../core/rulebook/findings.ts';
import { collateConsultation } from '../consultation/collate-consultation.ts';
import { NO_OPTIONS } from '../effect/effect-options.ts';
import { impactView } from '../effect/show-impact.ts';
import { knownAtField, readInstrument } from '../instruments.ts';
import { modificationField, readProposal } from '../modification/proposals.ts';
import { type Context, done, operation, type Result, refuse } from '../operation.ts';
import { legalTextRevisions, versionAmended } from '../text/legal-text-revisions.ts';
import { readOtherModifications } from './other-modifications.ts';

/** The papers that are made of a modification's record. */
export const PAPERS = ['initial-modification-report', 'modification-report', 'legal-text', 'timetable'] as const;

/** A paper of a modification as a tree of blocks, from the record as it was known; the doors print it in any form. */
export const draftPaper = operation({
  name: 'draft-paper',
  room: 'paper',
  kind: 'read',
  summary:
    'Drafts a paper of a modification from the record: the first report, the Modification Report, the legal text or the timetable.',
  roles: 'anyone',
  input: z.strictObject({
    modification: modificationField,
    paper: z.enum(PAPERS).meta({ description: 'Which paper.' }),
    findings: z
      .boolean()
      .default(false)
      .meta({ description: 'Whether the report ends with what a careful reader finds in it.' }),
    knownAt: knownAtField,
  }),
  output: documentSchema,
  run: async (context, { modification, paper, findings: withFindings, knownAt }) => {
    const read = await readProposal(context, modification, knownAt);
    if (!read.ok) return read;
    const { state, rules } = read.value;
    const content = currentContent(state);
    const life = { ...state, content };
    if (paper === 'timetable') return done(timetableDocument(content, progressionOf(life, rules).rows));

    const instrument = await readInstrument(context, content.code, knownAt);
    if (!instrument.ok) return instrument;
    const history = instrument.value;
    const text = (await legalTextRevisions(context, modification, knownAt)).at(-1);
    const drafted = text === undefined ? null : versionAmended(history, text, knownAt);
    const inForce = textOn(history, { on: content.report.paper.dated, knownAt });
    if (drafted === null || inForce === null) {
      const sentence = `The paper quotes the ${history.shortTitle} on its day and amends version ${content.draftedAgainst}; the record does not hold both.`;
      return refuse(rejection('not-found', sentence));
    }
    const made = legalTextOf(drafted.text, content.legalText);
    if (!made.ok) return refuse(rejection('text-does-not-apply', made.fault));
    const code = { shortTitle: history.shortTitle, text: inForce.text };
    if (paper === 'legal-text') return done(legalTextDocument({ content, code, legalText: made.legalText }));

    const others = await readOtherModifications(context, content, knownAt);
    if (!others.ok) return others;
    const rulebook = await context.ports.rulebooks.byDigest(life.rulebook);
    const input: ReportInput = {
      ...{ life, rules, rulebook, code, legalText: made.legalText, others: others.value, effect: null, impact: null },
      findings: withFindings ? findings({ proposal: content, submittedOn: life.raisedOn }, rulebook) : [],
    };
    if (paper === 'initial-modification-report') return done(initialModificationReport(input));
    const consultations = await publicCollations(context, modification, input, knownAt);
    if (!consultations.ok) return consultations;
    const impact = await impactFor(context, state, knownAt);
    if (!impact.ok) return impact;
    return done(
      modificationReport({
        ...input,
        impact: impact.value,
        consultations: consultations.value,
        at: knownAt ?? context.now,
      }),
    );
  },
});

/** What is said of the impact on the duties of Parties; null for a proposal that changes none. */
async function impactFor(
  context: Context,
  { content }: ReportInput['life'],
  knownAt: Instant | null,
): Promise<Result<ReportImpact | null>> {
  if (content.obligations.length === 0) return done(null);
  const view = await impactView(context, content.id, NO_OPTIONS, knownAt);
  if (!view.ok) return view;
  const { draft, signed, outOfDate } = view.value;
  if (signed === null) return done({ ...draft, signed, outOfDate });
  const { text, figures } = signed;
  return done({ paragraphs: paragraphsOf(text), figures, signed, outOfDate });
}

/** Consultations that were opened, as everybody may read them, whoever asks: a paper is for everybody. */
async function publicCollations(
  context: Context,
  modification: string,
  { life, rules }: Pick<ReportInput, 'life' | 'rules'>,
  knownAt: Instant | null,
): Promise<Result<readonly Collation[]>> {
  const made: Collation[] = [];
  for (const { id: step } of rules.profile.steps.filter((one) => life.consultations[one.id] !== undefined)) {
    const asked = { modification, step, audience: 'public', knownAt } as const;
    const collated = await collateConsultation.run(context, asked);
    if (!collated.ok) return collated;
    made.push(collated.value);
  }
  return done(made);
}
