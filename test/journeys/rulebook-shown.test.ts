import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/app/operation.ts';
import { operations } from '../../src/app/operations.ts';
import { loadDemonstration } from '../../src/app/record/load-demonstration.ts';
import { playAct } from '../../src/app/record/play-act.ts';
import { showFindings } from '../../src/app/rulebook/show-findings.ts';
import { showParameters } from '../../src/app/rulebook/show-parameters.ts';
import { showProfile } from '../../src/app/rulebook/show-profile.ts';
import { day } from '../../src/core/kernel/day.ts';
import { shippedCase } from '../support/case.ts';
import { withRecord } from '../support/database.ts';

type Shipped = Awaited<ReturnType<typeof shippedCase>>;

let shipped: Shipped;

beforeAll(async () => {
  shipped = await shippedCase();
});

/** Runs a story as a reader of a record in which SECMP0065 has just been raised. */
async function asReader(story: (context: Context) => Promise<void>): Promise<void> {
  const { case: given, rulebook } = shipped;
  const rulebooks = { shipped: async () => [rulebook], current: async () => rulebook, byDigest: async () => rulebook };
  await withRecord(
    async ({ ports, as }) => {
      await loadDemonstration(ports, given, rulebook);
      const [raise] = given.acts;
      if (raise === undefined) throw new Error('the case has no acts');
      expect(await playAct(ports, operations, given, raise)).toMatchObject({ ok: true });
      await story(as({ id: 'reader', name: 'A reader', role: 'public' }));
    },
    { startsAt: given.startsAt, rulebooks },
  );
}

describe('a reader is shown the rules', () => {
  it('with the value in force on the day asked about and how sure it is', () =>
    asReader(async (context) => {
      const shown = await showParameters.run(context, { on: day('2018-10-01') });
      const parameters = shown.ok ? shown.value.parameters : [];
      const of = (id: string) => parameters.find((one) => one.parameter.id === id)?.inForce;
      expect(of('referral-window')).toMatchObject({ value: 10, citation: { certainty: 'unverified' } });
      expect(of('administrator-day-rate')).toBeNull();
    }));

  it('of the process that governs what is raised today, and none where none does', () =>
    asReader(async (context) => {
      const today = await showProfile.run(context, { profile: null, on: null });
      expect(today).toMatchObject({ ok: true, value: { profile: { id: 'sec-2016' } } });
      const before = await showProfile.run(context, { profile: null, on: day('2015-12-31') });
      expect(before).toMatchObject({ ok: false, rejection: { code: 'not-found', place: { field: 'on' } } });
      const unknown = await showProfile.run(context, { profile: 'sec-1999', on: null });
      expect(unknown).toMatchObject({ ok: false, rejection: { code: 'not-found', place: { field: 'profile' } } });
    }));

  it('and what a careful reader finds in a proposal of the register', () =>
    asReader(async (context) => {
      const found = await showFindings.run(context, { modification: 'SECMP0065', knownAt: null });
      expect(found.ok && found.value.findings.map((one) => one.id)).toContain('no-fall-back-date');
      const none = await showFindings.run(context, { modification: 'SECMP9999', knownAt: null });
      expect(none).toMatchObject({ ok: false, rejection: { code: 'not-found' } });
    }));
});
