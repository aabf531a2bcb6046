import { expect, test } from 'vitest';
import { PEOPLE, RULES, refusalOf, Story } from '../../../../test/support/proposal.ts';
import { instant } from '../../kernel/instant.ts';
import type { ProposalCommand } from '../command.ts';
import type { OpenProposal } from '../state.ts';
import { whatNext } from '../what-next.ts';
import type { SignedImpact } from './impact.ts';
import { outOfDate } from './out-of-date.ts';

const { proposer, secretary, stranger } = PEOPLE;
const figures = [{ id: 'parties-touched', title: 'Parties touched', value: '10 of 12' }];
const basis = {
  digest: 'a'.repeat(64),
  computedAt: instant('2018-10-22T08:00:00Z'),
  revision: 1,
  readings: {},
  assumed: {},
  implementation: null,
};
const sign = (text: string): ProposalCommand => ({ type: 'sign-impact', text, figures, basis });
const CHANGES = { obligations: [{ obligation: 'secure', from: 'old', to: 'new' }] };
const consulted = () => new Story().raised(CHANGES).panel().consulted();
const signing = ({ state, rules }: Story, at = '2018-10-22T10:00:00Z') =>
  whatNext(state as OpenProposal, { ...rules, now: instant(at) }).filter((act) => act.operation === 'sign-impact');

test('the proposer or the Code Administrator signs the impact on Parties, and who signs again replaces it', () => {
  const story = consulted().do('2018-10-22 10:00', proposer, sign('Ten Parties are touched.'));
  expect(story.state).toMatchObject({ impact: { text: 'Ten Parties are touched.', by: 'SSC', figures } });
  story.do('2018-10-22 11:00', secretary, sign('Ten of twelve.'));
  expect(story.state).toMatchObject({ impact: { text: 'Ten of twelve.', by: 'Code Administrator' } });
});

test('nobody else signs, not without words, not after the vote, and not where the process has no signature', () => {
  expect(refusalOf(consulted().try('2018-10-22 10:00', stranger, sign('Ten.')))).toMatchObject({
    code: 'wrong-actor',
    sentence:
      'To sign the impact on Parties is for Security Sub-Committee or the Code Administrator, not for Stranger.',
    unblock: [{ who: 'Security Sub-Committee or the Code Administrator' }],
  });
  expect(refusalOf(consulted().try('2018-10-22 10:00', proposer, sign(' \n'))).place).toEqual({ field: 'text' });
  const voted = consulted().voted('2018-10-24', 'approve');
  expect(refusalOf(voted.try('2018-10-25 10:00', proposer, sign('Ten.'))).code).toBe('too-late');
  const { impactStatement: _, ...profile } = RULES.profile;
  const story = new Story({ ...RULES, profile }).raised(CHANGES);
  expect(refusalOf(story.try('2018-10-10 10:00', proposer, sign('Ten.'))).code).toBe('step-unknown');
});

test('it is a next act once the consultation is closed, for a proposal that changes duties, until somebody signs', () => {
  expect(signing(new Story().raised(CHANGES).panel())).toEqual([]);
  expect(signing(consulted())).toMatchObject([
    { who: 'Security Sub-Committee or the Code Administrator', act: 'sign the impact on Parties', optional: true },
  ]);
  expect(signing(new Story().raised().panel().consulted())).toEqual([]);
  expect(signing(consulted().do('2018-10-22 10:00', proposer, sign('Ten.')))).toEqual([]);
});

test('once the legal text is changed it is to be signed again', () => {
  const story = consulted().do('2018-10-22 10:00', proposer, sign('Ten.'));
  const state = story.state as OpenProposal;
  story.state = { ...state, legalText: { ...state.legalText, revision: 2 } };
  expect(signing(story)).toMatchObject([
    { act: 'sign the impact on Parties again, because the legal text was changed since' },
  ]);
});

test('what was signed is out of date when the text was changed or the effect comes to something else, and says how', () => {
  const { state } = consulted().do('2018-10-22 10:00', proposer, sign('Ten.'));
  const life = state as OpenProposal;
  const signed = life.impact as SignedImpact;
  expect(outOfDate(signed, life, { digest: basis.digest, figures })).toEqual([]);
  const text = { ...life.legalText, revision: 2 };
  expect(outOfDate(signed, { legalText: text }, { digest: basis.digest, figures })).toEqual([
    'The legal text was changed after it was signed; the text that stands is of 5 October 2018.',
  ]);
  const other = { digest: 'b'.repeat(64), figures: [{ ...(figures[0] as (typeof figures)[0]), value: '9 of 12' }] };
  expect(outOfDate(signed, life, other)).toEqual([
    '“Parties touched” was 10 of 12 when it was signed and is 9 of 12 now.',
  ]);
  expect(outOfDate(signed, life, { ...other, figures })).toEqual([
    'The figures are the same, but for some Parties the days come out otherwise.',
  ]);
});
