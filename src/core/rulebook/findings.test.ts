import { beforeAll, describe, expect, it } from 'vitest';
import { shippedCase } from '../../../test/support/case.ts';
import { day } from '../kernel/day.ts';
import type { ProposalContent } from '../modification/proposal.ts';
import type { Costs, ReportContent, Statement } from '../modification/report/report-content.ts';
import type { PlannedStep } from '../modification/timetable/timetable.ts';
import { type Findable, findings } from './findings.ts';
import type { Rulebook } from './rulebook.ts';

let given: Findable;
let rulebook: Rulebook;

beforeAll(async () => {
  const shipped = await shippedCase();
  given = shipped.case;
  rulebook = shipped.rulebook;
});

function found(changed: Findable = given, by: Rulebook = rulebook): readonly string[] {
  return findings(changed, by).map((finding) => finding.id);
}

function withProposal(change: (proposal: ProposalContent) => Partial<ProposalContent>): Findable {
  return { ...given, proposal: { ...given.proposal, ...change(given.proposal) } };
}

function withReport(change: (report: ReportContent) => Partial<ReportContent>): Findable {
  return withProposal(({ report }) => ({ report: { ...report, ...change(report) } }));
}

function withSteps(change: (steps: readonly PlannedStep[]) => readonly PlannedStep[]): Findable {
  return withProposal(({ timetable }) => ({ timetable: { steps: change(timetable.steps) } }));
}

describe('what a careful reader finds in SECMP0065', () => {
  it('is what the report leaves to find, in the order of its parts', () => {
    expect(found()).toEqual([
      'glossary-and-text-disagree',
      'scope-wider-than-reasons',
      'cost-outside-its-list',
      'path-test-without-reason',
      'form-came-late',
      'paper-came-late',
      'no-day-for-the-authority',
      'no-fall-back-date',
      'consultation-counts-its-first-day',
      'referral-window-just-fits',
      'old-words-bear-several-readings',
      'new-words-bear-several-readings',
    ]);
  });

  it.each([
    ['glossary-and-text-disagree', /"SFC" as Security Controls Framework.*writes "SCF"/],
    ['scope-wider-than-reasons', /Section G as a whole.*G3\.26, G3\.27, G3\.28 alone/],
    ['cost-outside-its-list', /Review any guidance/],
    ['path-test-without-reason', /the environment, on privacy or on security/],
    ['form-came-late', /5 October 2018, on the paper day itself.*by 28 September 2018/],
    ['paper-came-late', /9 October 2018, 3 Working Days before.*by 5 October 2018/],
    ['no-day-for-the-authority', /no planned day.*opens on 15 October 2018, 1 Working Day after/],
    ['no-fall-back-date', /by 24 October 2018; nothing says/],
    ['consultation-counts-its-first-day', /5 Working Days only if its first day is counted; without it, 4/],
    ['referral-window-just-fits', /ends with 7 November 2018.*8 November 2018, so it only just fits/],
    ['old-words-bear-several-readings', /in force \(taken as the default\); .*own enrolment/],
    ['new-words-bear-several-readings', /first SMETS1 enrolment.*own enrolment/],
  ])('%s carries its figures and a citation', (id, sentence) => {
    const finding = findings(given, rulebook).find((one) => one.id === id);
    expect(finding?.sentence).toMatch(sentence);
    expect(finding?.citations).not.toHaveLength(0);
  });
});

describe('a finding vanishes when its cause is mended', () => {
  it('the glossary explains the acronym that the text writes', () => {
    const mended = withReport(({ glossary }) => ({
      glossary: glossary.map((entry) => (entry.acronym === 'SFC' ? { ...entry, acronym: 'SCF' } : entry)),
    }));
    expect(found(mended)).not.toContain('glossary-and-text-disagree');
  });

  it('the solution names no more than the reasons', () => {
    const mended = withReport(({ summarySolution }) => ({
      summarySolution: summarySolution.map((one) => ({
        ...one,
        text: one.text.replace('Section G, and particularly of ', ''),
      })),
    }));
    expect(found(mended)).not.toContain('scope-wider-than-reasons');
  });

  it('the list of costs names the review of guidance', () => {
    const mended = withReport(({ costs }) => ({
      costs: { ...(costs as Costs), limitedTo: [...(costs?.limitedTo ?? []), 'reviewing guidance'] },
    }));
    expect(found(mended)).not.toContain('cost-outside-its-list');
  });

  it('the reason for the path speaks of security', () => {
    const mended = withReport(({ pathReason }) => ({
      pathReason: {
        ...(pathReason as Statement),
        text: `${pathReason?.text} Nor has it a material effect on security.`,
      },
    }));
    expect(found(mended)).not.toContain('path-test-without-reason');
  });

  it('the form comes five Working Days before the paper day', () => {
    expect(found({ ...given, submittedOn: day('2018-09-28') })).not.toContain('form-came-late');
    expect(found({ ...given, submittedOn: day('2018-10-01') })).toContain('form-came-late');
  });

  it('and is not told backwards when the form comes after the paper day', () => {
    const late = findings({ ...given, submittedOn: day('2018-10-09') }, rulebook).find(
      (one) => one.id === 'form-came-late',
    );
    expect(late?.sentence).toMatch(/9 October 2018, 2 Working Days after the paper day/);
  });

  it('the paper is dated on the paper day', () => {
    const mended = withReport(({ paper }) => ({ paper: { ...paper, dated: day('2018-10-05') } }));
    expect(found(mended)).not.toContain('paper-came-late');
  });

  it('the Authority has a day in the timetable', () => {
    const on = day('2018-10-12');
    const mended = withSteps((steps) => [...steps, { step: 'authority_timetable', from: on, to: on }]);
    expect(found(mended)).not.toContain('no-day-for-the-authority');
  });

  it('no urgency is asked for, so that no agreement of the Authority is needed', () => {
    const mended = withProposal(() => ({ urgency: { asked: false, reason: '' } }));
    expect(found(mended)).not.toContain('no-day-for-the-authority');
  });

  it('a later decision has a date too', () => {
    const mended = withProposal(({ implementation }) =>
      implementation.kind === 'decision'
        ? { implementation: { ...implementation, otherwise: { kind: 'on', day: day('2019-02-28') } } }
        : {},
    );
    expect(found(mended)).not.toContain('no-fall-back-date');
  });

  it('the consultation runs a Working Day longer', () => {
    const mended = withSteps((steps) =>
      steps.map((one) => (one.step === 'consultation' ? { ...one, to: day('2018-10-22') } : one)),
    );
    expect(found(mended)).not.toContain('consultation-counts-its-first-day');
  });

  it('implementation leaves a Working Day after the window', () => {
    const implementOn = (text: string) =>
      withProposal(({ implementation }) =>
        implementation.kind === 'decision'
          ? // biome-ignore lint/suspicious/noThenProperty: it holds a value, never a function, so nothing awaits it
            { implementation: { ...implementation, then: { kind: 'on', day: day(text) } } }
          : {},
      );
    expect(found(implementOn('2018-11-09'))).not.toContain('referral-window-just-fits');
    expect(found(implementOn('2018-11-07'))).toContain('referral-window-does-not-fit');
  });

  it('the words bear one reading', () => {
    const one = <T extends { readonly readings: readonly unknown[] }>(wording: T) => ({
      ...wording,
      readings: wording.readings.slice(0, 1),
    });
    const settled: Rulebook = { ...rulebook, wordings: rulebook.wordings.map(one) };
    const mended = withProposal(({ wordings }) => ({ wordings: wordings.map(one) }));
    expect(found(given, settled)).not.toContain('old-words-bear-several-readings');
    expect(found(mended)).not.toContain('new-words-bear-several-readings');
  });
});

describe('findings about days', () => {
  it('are left out, and never made up, where the calendar does not speak of a day', () => {
    const far = withReport(({ paper }) => ({ paper: { ...paper, dated: day('1999-01-04') } }));
    expect(found(far)).not.toContain('paper-came-late');
    expect(found(far)).toContain('no-fall-back-date');
  });

  it('are left out where the parameter that says how long is missing', () => {
    expect(found(given, { ...rulebook, parameters: [] })).not.toContain('form-came-late');
  });
});
