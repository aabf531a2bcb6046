import { expect, test } from 'vitest';
import { withCase } from '../../../test/support/play.ts';
import { explainDuty } from './explain-duty.ts';
import { listDuties } from './list-duties.ts';
import { recordEvidence } from './record-evidence.ts';

test('evidence for a duty that does not bind what is named is refused with what is missing or wrong', async () => {
  await withCase(async (play) => {
    const told = async (given: object) => {
      const input = { party: 'pebblewick', title: 'Certificate', ...given };
      const result = await play.try('code-administrator', recordEvidence, input);
      return result.ok ? null : [result.rejection.place?.field, result.rejection.sentence];
    };
    expect(await told({ obligation: 'secure-smets1-systems' })).toEqual([
      'subject',
      expect.stringMatching(/binds .* for systems, and none is given; expected `subject`, one of pebblewick-/),
    ]);
    expect(await told({ obligation: 'secure-smets1-systems', subject: 'pebblewick-x', of: '2018-10-01' })).toEqual([
      'of',
      '"secure-smets1-systems" has no due days; expected `of` to be left out.',
    ]);
    expect(await told({ obligation: 'no-such-duty' })).toEqual([
      'obligation',
      expect.stringMatching(/bears no duty "no-such-duty"; expected one of .*secure-smets1-systems/),
    ]);
  });
});

test('a span of days is asked with both its ends', async () => {
  await withCase(async (play) => {
    const told = async (given: object) => {
      const result = await play.try('code-administrator', listDuties, { party: 'pebblewick', ...given });
      return result.ok ? [result.value.from, result.value.to] : result.rejection.sentence;
    };
    expect(await told({ from: '2018-10-01' })).toMatch(/^A span that begins on 1 October 2018 has no last day/);
    expect(await told({ to: '2018-10-01' })).toMatch(/^A span that ends on 1 October 2018 has no first day/);
    expect(await told({ from: '0001-01-01', to: '2018-10-01' })).toBe(
      'from: "0001-01-01" is out of range; expected a day from 1000-01-01 to 9999-12-31',
    );
  });
});

test('the approval of a modification is supposed by its event', async () => {
  await withCase(async (play) => {
    const ask = (assume: object) =>
      play.try('code-administrator', explainDuty, { party: 'pebblewick', provision: 'G3.26', assume });
    expect(await ask({ 'secmp0065-approved': '2018-10-25' })).toMatchObject({ ok: true });
    expect(await ask({ approval: '2018-10-25' })).toMatchObject({
      rejection: {
        sentence: expect.stringMatching(/There is no event "approval"; expected one of .*secmp0065-approved/),
      },
    });
  });
});
