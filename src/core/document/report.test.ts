import { describe, expect, test } from 'vitest';
import { type ReportChanges, seedInput } from '../../../test/conformance/support/seed-papers.ts';
import { day } from '../kernel/day.ts';
import type { ProposalEvent } from '../modification/proposal.ts';
import { initialModificationReport } from './report.ts';
import type { OtherModifications } from './report-others.ts';
import { textOf } from './text.ts';

const determined = (step: string, outcome: 'agreed' | 'refused', reasons = ''): ProposalEvent => ({
  type: 'determination-made',
  step,
  outcome,
  reasons,
  on: day('2018-10-12'),
  timetable: null,
});

const reportAfter = async (events: readonly ProposalEvent[], changes: ReportChanges = {}) =>
  textOf(initialModificationReport({ ...(await seedInput(events)), ...changes }));

const begun: readonly ProposalEvent[] = [
  { type: 'paper-submitted', step: 'report', on: day('2018-10-09') },
  determined('progress', 'agreed'),
];

describe('the report is made from the record', () => {
  test('before the Panel met, it recommends and says nothing of determinations', async () => {
    const words = await reportAfter([]);
    expect(words).toContain('AGREE that SECMP0065 is progressed as a Path 3: Self-Governance Modification Proposal');
    expect(words).not.toMatch(/Agreed by|Refused by|Determined/);
  });

  test('what the Panel agreed is said beside its recommendation', async () => {
    const words = await reportAfter([...begun, determined('path', 'agreed')]);
    expect(words).toContain('Modification Proposal. Agreed by the Panel on 12 October 2018.');
  });

  test('a refused path rewrites the recommendation and the progression section', async () => {
    const words = await reportAfter([...begun, determined('path', 'refused', 'Security is at stake.')]);
    expect(words).toContain(
      'Refused by the Panel on 12 October 2018. The Change Board then recommends and the Authority decides. Reasons given: Security is at stake.',
    );
  });

  test('a refused route puts a Working Group where none was recommended', async () => {
    const words = await reportAfter([...begun, determined('route', 'refused')]);
    expect(words).toContain('A Working Group is convened for it');
    expect(words).not.toContain('no Working Group');
  });

  test('an alternative to which the Working Group agreed stands beside the proposed solution, one that it did not agree to does not', async () => {
    const raised = (id: string, title: string): ProposalEvent => ({
      ...{ type: 'alternative-raised', id, title, description: 'By guidance and not by the code.', by: 'Ines Calder' },
      ...{ amendments: [], against: '5.20', on: day('2018-10-16') },
    });
    const agreed: ProposalEvent = {
      ...{ type: 'alternative-agreed', alternative: 'alternative-1', inFavour: 4, members: 6, on: day('2018-10-17') },
    };
    const words = await reportAfter([
      ...begun,
      raised('alternative-1', 'Guidance'),
      raised('alternative-2', 'Delay'),
      agreed,
    ]);
    expect(words).toContain('Alternative 1, agreed by 4 of 6 members of the Working Group');
    expect(words).not.toContain('Delay');
    expect(await reportAfter(begun)).not.toContain('Alternative solutions');
  });

  test('a refused urgency leaves a timetable that no longer fits', async () => {
    const words = await reportAfter([
      ...begun,
      ...['route', 'timetable', 'path'].map((step) => determined(step, 'agreed')),
      determined('urgency', 'refused'),
    ]);
    expect(words).toContain('It is progressed as a proposal that is not urgent.');
    expect(words).toContain('no longer fits this timetable');
  });

  test('a mark stands where a statement is not stated in its source', async () => {
    const input = await seedInput();
    const { report } = input.life.content;
    const abstract = {
      ...report.abstract,
      citation: { ...report.abstract.citation, certainty: 'unverified' as const },
    };
    const life = { ...input.life, content: { ...input.life.content, report: { ...report, abstract } } };
    expect(await reportAfter([], { life })).toContain('without need. [unverified]');
    expect(await reportAfter([])).not.toContain('[unverified]');
  });

  test('what a careful reader finds becomes an appendix when it is asked for', async () => {
    const finding = { id: 'x', sentence: 'The two disagree.', where: 'glossary', citations: [] };
    const words = await reportAfter([], { findings: [finding] });
    expect(words).toContain('Appendix 2: Points that a careful reader finds\nglossary: The two disagree.');
  });

  test('open modifications that meet this one are told with their conflicts, and none with an honest sentence', async () => {
    const { others } = await seedInput();
    const told = (changed: Partial<OtherModifications>) => reportAfter([], { others: { ...others, ...changed } });
    expect(await told({})).toContain(
      'As the record stood on 9 October 2018, no other modification of the SEC was open.',
    );
    expect(await told({ open: 3 })).toContain(
      '3 other modifications of the SEC were open; none of them touches a provision that SECMP0065 amends',
    );
    expect(await told({ isOpen: false })).toContain(
      'SECMP0065 is no longer open, so that it is compared with no other',
    );
    const one = { id: 'M2', title: 'Alternatives', shared: ['G3.28(a)', 'G3.28(b)'], unsettled: [], settled: [] };
    const apart = await told({ open: 1, meeting: [one] });
    expect(apart).toContain('None of them is in conflict with it: what they change lies apart.');
    const sentence = 'SECMP0065 and M2 change the same words of G3.28(a).';
    const both = await told({
      open: 1,
      meeting: [{ ...one, unsettled: [sentence], settled: [{ sentence: 'Met.', how: ['Settled by Ann.'] }] }],
      notCompared: ['M3 is not compared at G3.1.'],
    });
    for (const words of [
      'G3.28(a) and G3.28(b)',
      '1 not settled, 1 settled',
      sentence,
      'Met. Settled by Ann.',
      'M3 is',
    ])
      expect(both).toContain(words);
    expect(both).not.toContain('lies apart');
  });
});
