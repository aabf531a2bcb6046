import { expect, test } from 'vitest';
import { seedInput } from '../../../test/conformance/support/seed-papers.ts';
import { day } from '../kernel/day.ts';
import { instantOn } from '../kernel/instant.ts';
import type { Tally } from '../modification/ballot/ballot.ts';
import type { ProposalEvent } from '../modification/proposal.ts';
import { modificationReport } from './modification-report.ts';
import { textOf } from './text.ts';

const on = day('2018-10-24');
const step = 'ballot';
const determined = (of: string, outcome: string, reasons = ''): ProposalEvent => ({
  ...{ type: 'determination-made', step: of, outcome, reasons, on, timetable: null },
});
const seats = Array.from({ length: 12 }, (_, at) => `seat-${at}`);
const opened: ProposalEvent = {
  ...{ type: 'ballot-opened', step, closes: instantOn(on, '17:00'), on, text: null },
  electorate: seats.map((seat) => ({ seat, title: `Of ${seat}`, votingCategory: seat, weight: 1 })),
  alternatives: [{ id: 'alternative-1', title: 'By guidance' }],
};
const cast = seats.map(
  (seat): ProposalEvent => ({
    ...{ type: 'vote-cast', step, seat, position: 'approve', reasons: 'It is <clear>.', on },
    alternatives: { 'alternative-1': 'reject' },
  }),
);

async function reportAfter(events: readonly ProposalEvent[]): Promise<string> {
  const begun: ProposalEvent[] = [{ type: 'paper-submitted', step: 'report', on }, determined('progress', 'agreed')];
  const input = await seedInput([...begun, determined('path', 'refused', 'It is material.'), ...events]);
  return textOf(modificationReport({ ...input, consultations: [], at: instantOn(on, '12:00') }));
}

test('an open vote on what the Authority decides would recommend, and each solution is told by itself', async () => {
  const words = await reportAfter([opened, ...cast]);
  expect(words).toContain('How each solution stands; it decides nothing yet');
  expect(words).toContain('By guidance');
  expect(words).toContain('It is <clear>.');
  expect(words).toContain('The Change Board would recommend that it is approved. The vote is no decision');
  expect(words).toContain('Would come to: Reject');
  expect(words).toContain('No decision on SECMP0065 has been made.');
});

test('a closed vote on what the Authority decides recommends and decides nothing, until the Authority does, with reasons', async () => {
  const tally: Tally = {
    ...{ categories: [], approve: 1, reject: 0, whole: 1, present: 1, quorum: 1 },
    counted: 'categories',
    ...{ categoryQuorums: [], quorate: true, recused: [], casting: null, stillNeeded: [] },
  };
  const closed: ProposalEvent = { type: 'ballot-closed', step, tally, outcome: 'approve', on };
  const words = await reportAfter([opened, ...cast, closed]);
  expect(words).toContain(
    'The Change Board recommends that it is approved. The vote is no decision: the Authority decides.',
  );
  expect(words).toContain('No decision on SECMP0065 has been made.');
  const decided = await reportAfter([
    ...[opened, ...cast, closed],
    determined('authority_decision', 'reject', 'Its costs are not shown.'),
  ]);
  expect(decided).toContain('SECMP0065 is not approved.');
  expect(decided).toContain('Its costs are not shown.');
});
