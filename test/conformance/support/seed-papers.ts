import { join } from 'node:path';
import { rulesWith } from '../../../src/app/modification/proposals.ts';
import { legalTextOf } from '../../../src/core/code/legal-text.ts';
import { textLabelled, textOn } from '../../../src/core/code/version.ts';
import type { Document } from '../../../src/core/document/block.ts';
import { legalTextDocument } from '../../../src/core/document/legal-text.ts';
import { initialModificationReport } from '../../../src/core/document/report.ts';
import type { ReportInput } from '../../../src/core/document/report-view.ts';
import { replay } from '../../../src/core/modification/evolve.ts';
import type { ProposalEvent } from '../../../src/core/modification/proposal.ts';
import { loadCase, SHIPPED_RULEBOOKS } from '../../../src/format/rulebook/load.ts';

/** Parts of an input that a test puts in place of the case's. */
export type ReportChanges = Partial<ReportInput>;

/** The seed case as a report takes it, after the given events; nothing is decided where there are none. */
export async function seedInput(events: readonly ProposalEvent[] = []): Promise<ReportInput> {
  const read = await loadCase(join(SHIPPED_RULEBOOKS, 'cases', 'secmp0065'));
  if (!read.ok) throw new Error(`The seed case does not read: ${JSON.stringify(read.faults)}`);
  const { rulebook } = read;
  const content = read.case.proposal;
  const profile = rulebook.profiles[0];
  const instrument = rulebook.instruments.find((one) => one.id === content.code);
  if (profile === undefined || instrument === undefined) throw new Error('The rulebook lacks a profile or the code.');
  const life = replay([
    {
      type: 'proposal-raised',
      content,
      raisedOn: read.case.submittedOn,
      profile: profile.id,
      rulebook: rulebook.digest,
    },
    ...events,
  ]);
  if (life.status === 'none') throw new Error('The proposal was not raised.');
  const history = {
    base: instrument.base.text,
    baseLabel: instrument.base.label,
    baseFrom: instrument.base.inForceFrom,
    versions: instrument.versions.map((version) => ({ ...version, recordedAt: read.case.startsAt })),
  };
  const drafted = textLabelled(history, content.draftedAgainst, null);
  const inForce = textOn(history, { on: content.report.paper.dated, knownAt: null });
  if (drafted === null || inForce === null) throw new Error('The code has no text on the day of the paper.');
  const made = legalTextOf(drafted.text, content.legalText);
  if (!made.ok) throw new Error(made.fault);
  return {
    life,
    rules: rulesWith(rulebook, profile),
    rulebook,
    code: { shortTitle: instrument.shortTitle, text: inForce.text },
    legalText: made.legalText,
    others: { asOf: content.report.paper.dated, isOpen: true, open: 0, meeting: [], notCompared: [] },
    findings: [],
    effect: null,
    impact: null,
  };
}

/** The seed report and its legal text, on the day of the paper. */
export async function seedPapers(): Promise<{ readonly report: Document; readonly legalText: Document }> {
  const input = await seedInput();
  return {
    report: initialModificationReport(input),
    legalText: legalTextDocument({ ...input, content: input.life.content }),
  };
}
