import { expect, test } from 'vitest';
import { day } from '../../core/kernel/day.ts';
import { judgementTable } from './judgement-part.ts';

test('a judgement is shown with its Party and systems by name', () => {
  const judgement = {
    ...{ id: 'j', code: 'sec', obligation: 'secure', party: 'quillfield', group: 'quillfield-z', words: 'Secure' },
    ...{ asOf: day('2018-10-01'), evidence: ['a visit'], reasons: 'It was seen.', by: 'Ann Ferro' },
    ...{ on: day('2018-10-02'), withdrawn: null, superseded: false },
    verdict: 'met',
    role: 'assessor',
  } as const;
  const titles = new Map([
    ['quillfield', 'Quillfield Power'],
    ['quillfield-z', 'Homes'],
    ['secure', 'Keep each system Secure'],
  ]);
  const table = String(judgementTable('Judgements', [judgement], titles));
  expect(table).toContain('<a href="/parties/quillfield">Quillfield Power</a>');
  expect(table).toContain('>Homes<');
  const ofParty = String(judgementTable('Judgements', [judgement], titles, 'obligation'));
  expect(ofParty).toContain('>Keep each system Secure</a>');
});
