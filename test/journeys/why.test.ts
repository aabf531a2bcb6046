import { expect, test } from 'vitest';
import type { z } from 'zod';
import { explainDuty } from '../../src/app/obligation/explain-duty.ts';
import { operations } from '../../src/app/operations.ts';
import { recordFact } from '../../src/app/party/record-fact.ts';
import { playAct } from '../../src/app/record/play-act.ts';
import { runDecoded } from '../../src/app/run-operation.ts';
import { writeDay } from '../../src/core/kernel/day.ts';
import type { Instant } from '../../src/core/kernel/instant.ts';
import { type Actor, actorOf } from '../../src/core/party/actor.ts';
import { shippedCase } from '../support/case.ts';
import { withCaseRecord } from '../support/case-record.ts';

const { case: seed } = await shippedCase();
const READER: Actor = { id: 'reader', name: 'A reader', role: 'public' };
const ENROLLED = '2019-03-04T09:00:00.000Z';

/**
 * Of G3.26, as known when, about which day and with the old and the new words read how: what comes of it for the systems
 * X, which are the first to enrol (on 1 March 2019), and for the systems Y, which do not; and from when that changes.
 */
const FINDINGS = `
before the decision  17 Jul  apply-now                   | X not in force, then yes 18 Jul | Y not in force, then yes 18 Jul
before the decision  18 Jul  apply-now                   | X yes                           | Y yes
before the decision  18 Jul  post-enrolment              | X 5.20 not begun, then open 9 Oct | Y 5.20 not begun, then open 9 Oct
before the decision  08 Nov  apply-now                   | X yes                           | Y yes
before the decision  08 Nov  post-enrolment              | X open: system-enrolled         | Y open: system-enrolled
after the decision   18 Jul  apply-now market-wide       | X yes, then open 8 Nov          | Y yes, then open 8 Nov
after the decision   07 Nov  apply-now market-wide       | X yes, then open 8 Nov          | Y yes, then open 8 Nov
after the decision   08 Nov  apply-now market-wide       | X open: first-smets1-enrolment  | Y open: first-smets1-enrolment
after the decision   08 Nov  post-enrolment per-system   | X open: system-enrolled         | Y open: system-enrolled
after enrolment      17 Jul  apply-now market-wide       | X not in force, then yes 18 Jul | Y not in force, then yes 18 Jul
after enrolment      18 Jul  apply-now market-wide       | X yes, then no 8 Nov            | Y yes, then no 8 Nov
after enrolment      18 Jul  post-enrolment per-system   | X 5.20 not begun, then yes 1 Mar | Y 5.20 not begun, then open 1 Mar
after enrolment      07 Nov  apply-now market-wide       | X yes, then no 8 Nov            | Y yes, then no 8 Nov
after enrolment      08 Nov  apply-now market-wide       | X 5.24 not begun, then yes 1 Mar | Y 5.24 not begun, then yes 1 Mar
after enrolment      08 Nov  apply-now per-system        | X 5.24 not begun, then yes 1 Mar | Y 5.24 not begun, then open 1 Mar
after enrolment      28 Feb  apply-now market-wide       | X 5.24 not begun, then yes 1 Mar | Y 5.24 not begun, then yes 1 Mar
after enrolment      28 Feb  post-enrolment per-system   | X 5.24 not begun, then yes 1 Mar | Y 5.24 not begun, then open 1 Mar
after enrolment      01 Mar  apply-now market-wide       | X yes                           | Y yes
after enrolment      01 Mar  post-enrolment per-system   | X yes                           | Y open: system-enrolled
`;
const KNOWN: Readonly<Record<string, string>> = {
  'before the decision': '2018-10-23T17:00:00.000Z',
  'after the decision': '2018-10-25T09:00:00.000Z',
  'after enrolment': ENROLLED,
};
const ROW = /^(.+?) +(\d\d) (Jul|Nov|Feb|Mar) +(\S+)(?: (\S+))? +\| X (.+?) +\| Y (.+)$/;
const MONTHS: Readonly<Record<string, string>> = { Jul: '2018-07', Nov: '2018-11', Feb: '2019-02', Mar: '2019-03' };

test('SECMP0065: why G3.26 binds a supplier, and why not, before and after each of its days, under each reading', () =>
  withCaseRecord(async ({ ports, clock }) => {
    for (const act of seed.acts) expect(await playAct(ports, operations, seed, act)).toMatchObject({ ok: true });
    await clock.advanceTo(ENROLLED as Instant);
    const citation = { source: 'market notice', clause: null, certainty: 'illustrative' } as const;
    const enrolment = { kind: 'system-enrolled', subject: 'pebblewick-x', effectiveOn: '2019-03-01', citation };
    const administrator = seed.accounts.find((one) => one.role === 'code-administrator');
    const actor = administrator === undefined ? READER : actorOf(administrator);
    expect(await runDecoded(recordFact, { ports, actor }, enrolment)).toMatchObject({ ok: true });

    for (const row of FINDINGS.trim().split('\n')) {
      const [, known = '', date, month = '', old = '', renewed, x = '', y = ''] = ROW.exec(row) ?? [];
      const readings = { 'g3-26-old': old, ...(renewed === undefined ? {} : { 'g3-26-new': renewed }) };
      const on = `${MONTHS[month]}-${date}`;
      const asked = { party: 'pebblewick', provision: 'G3.26', on, knownAt: KNOWN[known], readings };
      const told = await runDecoded(explainDuty, { ports, actor: READER }, asked);
      expect(told.ok && told.value.answers.map(finding), row).toEqual([x, y]);
    }
  }));

type Answer = z.output<typeof explainDuty.output>['answers'][number];

/** Whether it binds, or the reason that decides that it does not, and from when that changes to what. */
function finding({ bound, reason, next }: Answer): string {
  const [first] = reason.because;
  const version = /^Version (\S+), read as .* has not begun to bind\.$/.exec(first?.says ?? '')?.[1];
  const not = version === undefined ? 'not in force' : `${version} not begun`;
  const now = bound === true ? 'yes' : bound === false ? not : `open: ${reason.awaiting.join(' and ')}`;
  if (next === null) return now;
  const then = next.bound === true ? 'yes' : next.bound === false ? 'no' : 'open';
  return `${now}, then ${then} ${writeDay(next.from).replace(/^(\d+ ...).*$/, '$1')}`;
}
