import fc from 'fast-check';
import type { Day } from '../../src/core/kernel/day.ts';
import type { ProposalCommand } from '../../src/core/modification/command.ts';
import { NAMES } from './refining.ts';

const words = fc.constantFrom('', ' ', 'What does it cost?');
const lists = fc.constantFrom<string[]>([], [''], ['What does it cost?'], ['Twice?', 'Twice?']);
const assessment = fc.constantFrom('preliminary-1', 'impact-1', 'merits-1', '__proto__');
const AMENDMENT = {
  kind: 'substitute',
  target: 'g3-26',
  from: { heading: null, text: 'Old words.' },
  to: { heading: null, text: 'New words.' },
} as const;

/** Commands about refinement, whether they make sense or not. */
export function wildRefinement(day: fc.Arbitrary<Day>): fc.Arbitrary<ProposalCommand> {
  const name = fc.constantFrom(...NAMES, '', '–', '__proto__');
  return fc.oneof(
    fc.record({
      type: fc.constant('appoint-working-group'),
      members: fc.array(fc.record({ name, party: fc.constantFrom(null, 'nobody') }), { maxLength: 7 }),
      chair: name,
      questions: lists,
      due: day,
      reasons: words,
    }),
    fc.record({ type: fc.constant('answer-group-question'), question: fc.constantFrom('1', '9'), answer: words }),
    fc.record({
      type: fc.constant('request-assessment'),
      kind: fc.constantFrom('preliminary', 'impact', 'merits', '__proto__'),
      questions: lists,
    }),
    fc.record({ type: fc.constant('ask-for-information'), assessment, question: words }),
    fc.record({
      type: fc.constant('give-information'),
      assessment,
      request: fc.constantFrom('1', '9'),
      answer: words,
    }),
    fc.record({
      type: fc.constant('deliver-assessment'),
      assessment,
      summary: words,
      costFromGbp: fc.constantFrom(0, -1, 0.5, Number.NaN),
      costToGbp: fc.constantFrom(0, 1200, Number.POSITIVE_INFINITY),
      leadTimeMonths: fc.constantFrom(0, -1, Number.NaN),
      findings: lists,
    }),
    fc.record({
      type: fc.constant('raise-alternative'),
      title: words,
      description: words,
      amendments: fc.constantFrom([], [AMENDMENT]),
      against: fc.constant('5.20'),
    }),
    fc.record({
      type: fc.constant('vote-on-alternative'),
      alternative: fc.constantFrom('alternative-1', '__proto__'),
      member: fc.constantFrom(null, 'member-1', 'nobody'),
      position: fc.constantFrom('for', 'against'),
    }),
  );
}
