import { expect, test } from 'vitest';
import type { z } from 'zod';
import { discardDraft } from '../../src/app/modification/discard-draft.ts';
import { keepDraftOpen } from '../../src/app/modification/keep-draft-open.ts';
import { listDrafts } from '../../src/app/modification/list-drafts.ts';
import { putForwardDraft } from '../../src/app/modification/put-forward-draft.ts';
import { raiseProposal } from '../../src/app/modification/raise-proposal.ts';
import { saveDraft } from '../../src/app/modification/save-draft.ts';
import { showDraft } from '../../src/app/modification/show-draft.ts';
import { submitPaper } from '../../src/app/modification/submit-paper.ts';
import type { Operation } from '../../src/app/operation.ts';
import { advanceClock } from '../../src/app/record/advance-clock.ts';
import { runDecoded } from '../../src/app/run-operation.ts';
import { designateVersion } from '../../src/app/text/designate-version.ts';
import { showLegalText } from '../../src/app/text/show-legal-text.ts';
import type { Amendment } from '../../src/core/code/amendment.ts';
import { findById } from '../../src/core/code/tree.ts';
import { type Actor, actorOf } from '../../src/core/party/actor.ts';
import { shippedCase } from '../support/case.ts';
import { withCaseRecord } from '../support/case-record.ts';
import type { TestRecord } from '../support/database.ts';
import { raisedCase } from '../support/raised-case.ts';

const { case: seed } = await shippedCase();
const MODIFICATION = 'SECMP0065';
const ADA: Actor = { id: 'ada', name: 'Ada Brown', role: 'proposer' };
const CY: Actor = { id: 'cy', name: 'Cy Fenn', role: 'proposer' };
const person = (id: string): Actor => {
  const found = seed.accounts.find((account) => account.id === id);
  if (found === undefined) throw new Error(`the case has no account ${id}`);
  return actorOf(found);
};

class Desk {
  readonly record: TestRecord;
  constructor(record: TestRecord) {
    this.record = record;
  }

  ask<I extends z.ZodType, O extends z.ZodType>(actor: Actor, operation: Operation<I, O>, input: object) {
    return runDecoded(operation, { ports: this.record.ports, actor }, { modification: MODIFICATION, ...input });
  }

  async do<I extends z.ZodType, O extends z.ZodType>(actor: Actor, operation: Operation<I, O>, input: object) {
    const result = await this.ask(actor, operation, input);
    if (!result.ok) throw new Error(`${operation.name}: ${result.rejection.code}: ${result.rejection.sentence}`);
    return result.value;
  }

  save(actor: Actor, revision: number, amendments: readonly Amendment[], part: string | null = null) {
    return this.ask(actor, saveDraft, { revision, against: '5.23', part, amendments });
  }
}

const inserted = (target: string, words: string, at = 0): Amendment => ({
  kind: 'replace',
  target,
  field: 'text',
  find: '',
  with: words,
  at: [at],
});

/** A record in which SECMP0065 is raised and its text can still be drafted. */
async function withDesk(story: (desk: Desk) => Promise<void>) {
  await withCaseRecord(async (record) => {
    const raised = await runDecoded(
      raiseProposal,
      { ports: record.ports, actor: person('ssc-chair') },
      { content: raisedCase(seed.proposal) },
    );
    if (!raised.ok) throw new Error(raised.rejection.sentence);
    await story(new Desk(record));
  });
}

test('a draft begins with the legal text, is kept part by part, and becomes the legal text', async () => {
  await withDesk(async (desk) => {
    const first = await desk.do(ADA, showDraft, { part: 'g8' });
    expect(first).toMatchObject({ revision: 0, against: '5.23', kept: null, part: 'g8', closed: null, setAside: null });
    expect(first.elsewhere).toHaveLength(first.instructions.length);
    const words = findById(first.base, 'g8-2')?.text ?? '';
    const saved = await desk.save(ADA, 0, [inserted('g8-2', ' Always.', words.length)], 'g8');
    expect(saved).toMatchObject({ ok: true, value: { revision: 1, checks: { conflicts: [], faults: [] } } });
    const now = await desk.do(CY, showDraft, { part: 'g8' });
    expect(now).toMatchObject({ revision: 1, kept: { name: 'Ada Brown' } });
    expect(now.instructions).toHaveLength(first.instructions.length + 1);
    expect(findById(now.text, 'g8-2')?.text).toBe(`${words} Always.`);
    // the record has nothing of it yet
    expect(await desk.do(ADA, showLegalText, {})).toMatchObject({ revision: 1 });
    await desk.do(CY, putForwardDraft, { revision: 1 });
    const legal = await desk.do(ADA, showLegalText, {});
    expect(legal.revision).toBe(2);
    expect(findById(legal.after, 'g8-2')?.text).toBe(`${words} Always.`);
    expect(findById(legal.after, 'g3-28-c')).not.toBeNull();
    expect(await desk.do(ADA, showDraft, {})).toMatchObject({
      revision: 2,
      kept: null,
      setAside: { how: 'put-forward' },
    });
  });
});

test('of two who save at once one is refused with who and when, and nothing of either is lost', async () => {
  await withDesk(async (desk) => {
    const both = await Promise.all([
      desk.save(ADA, 0, [inserted('g3-1', 'Ada: ')]),
      desk.save(CY, 0, [inserted('g3-1', 'Cy: ')]),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    const [winner, refused] = both[0].ok ? [ADA, both[1]] : [CY, both[0]];
    expect(refused).toMatchObject({
      ok: false,
      rejection: { code: 'draft-changed', sentence: expect.stringMatching(`^${winner.name} saved the draft at `) },
    });
    const kept = await desk.do(ADA, showDraft, {});
    expect(findById(kept.text, 'g3-1')?.text).toMatch(winner === ADA ? /^Ada: / : /^Cy: /);
    expect(await desk.save(CY, 0, [])).toMatchObject({ ok: false, rejection: { code: 'draft-changed' } });
    expect(await desk.save(CY, 2, [])).toMatchObject({ ok: false, rejection: { code: 'draft-changed' } });
    expect(await desk.save(CY, 1, [])).toMatchObject({ ok: true, value: { revision: 2 } });
  });
});

test('only those who may draft the legal text see its draft, and once its report is handed in nobody changes it', async () => {
  await withDesk(async (desk) => {
    await desk.save(ADA, 0, [inserted('g3-1', 'Secret: ')]);
    for (const other of ['cinderpath', 'code-administrator', 'panel-chair'].map(person)) {
      const refused = [await desk.ask(other, showDraft, {}), await desk.ask(other, keepDraftOpen, { window: 'w' })];
      for (const one of refused) expect(one).toMatchObject({ ok: false, rejection: { code: 'wrong-actor' } });
      expect(await desk.save(other, 1, [])).toMatchObject({ ok: false, rejection: { code: 'wrong-actor' } });
    }
    const listed = await runDecoded(listDrafts, { ports: desk.record.ports, actor: person('code-administrator') }, {});
    expect(listed).toMatchObject({
      ok: true,
      value: { drafts: [{ modification: MODIFICATION, by: 'Ada Brown', amendments: 1 }] },
    });
    await runDecoded(
      advanceClock,
      { ports: desk.record.ports, actor: person('ssc-chair') },
      { to: '2018-10-09T09:00:00Z' },
    );
    await desk.do(person('code-administrator'), submitPaper, { step: 'report' });
    const shown = await desk.do(ADA, showDraft, {});
    expect(shown.closed).toMatch(/can be drafted anew only until/);
    expect(shown.amendments).toHaveLength(1);
    for (const operation of [saveDraft, putForwardDraft]) {
      const input = operation === saveDraft ? { revision: 1, against: '5.23', amendments: [] } : { revision: 1 };
      expect(await desk.ask(ADA, operation as Operation, input)).toMatchObject({
        ok: false,
        rejection: { code: 'too-late' },
      });
    }
  });
});

test('what follows from a renumbering elsewhere is offered, and kept with the draft once it is taken', async () => {
  await withDesk(async (desk) => {
    const renumbered: Amendment = { kind: 'renumber', target: 'g3-26', from: 'G3.26', to: 'G3.26Z' };
    const first = await desk.do(ADA, showDraft, { part: 'g3-26' });
    const input = { revision: 0, against: '5.23', part: 'g3-26', amendments: [renumbered] };
    const { checks, elsewhere } = await desk.do(ADA, saveDraft, input);
    const offered = checks.consequences.filter(({ provision }) => provision !== 'g3-26');
    expect(offered.length).toBeGreaterThan(0);
    const outside = [...first.outside, ...offered.flatMap(({ amendments }) => amendments)];
    const taken = await desk.do(ADA, saveDraft, { ...input, revision: 1, outside });
    expect(taken.checks.consequences.filter(({ provision }) => provision !== 'g3-26')).toEqual([]);
    expect(taken.elsewhere).toHaveLength(elsewhere.length + offered.length);
    // what is saved of the part alone leaves them, and they go as they came
    expect((await desk.do(ADA, saveDraft, { ...input, revision: 2 })).elsewhere).toEqual(taken.elsewhere);
    const back = await desk.do(ADA, saveDraft, { ...input, revision: 3, outside: first.outside });
    expect([back.elsewhere, back.checks.consequences]).toEqual([elsewhere, checks.consequences]);
  });
});

test('what does not apply is refused by its field, and the draft stays as it was', async () => {
  await withDesk(async (desk) => {
    await desk.save(ADA, 0, [inserted('g3-1', 'Kept: ')]);
    expect(await desk.save(ADA, 1, [inserted('nothing', 'x')])).toMatchObject({
      ok: false,
      rejection: { code: 'text-does-not-apply', place: { field: 'amendments' } },
    });
    const kept = await desk.do(ADA, showDraft, {});
    expect([kept.revision, findById(kept.text, 'g3-1')?.text]).toEqual([1, expect.stringMatching(/^Kept: /)]);
  });
});

test('a discarded draft can be taken up again until another is begun', async () => {
  await withDesk(async (desk) => {
    await desk.save(ADA, 0, [inserted('g3-1', 'Mine: ')]);
    expect(await desk.ask(CY, discardDraft, { revision: 0 })).toMatchObject({
      ok: false,
      rejection: { code: 'draft-changed' },
    });
    const gone = await desk.do(CY, discardDraft, { revision: 1 });
    const { setAside, revision, kept } = await desk.do(ADA, showDraft, {});
    expect([revision, kept, setAside?.how, setAside?.by.name]).toEqual([2, null, 'discarded', 'Cy Fenn']);
    expect(await desk.save(ADA, 1, [])).toMatchObject({
      rejection: { sentence: expect.stringMatching(/^Cy Fenn discarded/) },
    });
    await desk.save(ADA, 2, gone.amendments);
    expect(findById((await desk.do(ADA, showDraft, {})).text, 'g3-1')?.text).toMatch(/^Mine: /);
  });
});

test('a draft on a version that is no longer the last is mapped to it, or shown as in conflict with it', async () => {
  await withDesk(async (desk) => {
    const first = await desk.do(ADA, showDraft, {});
    await desk.save(ADA, 0, [...first.amendments, inserted('g3-1', 'Note: ')]);
    const designate = (amendments: readonly Amendment[]) =>
      runDecoded(
        designateVersion,
        { ports: desk.record.ports, actor: person('code-administrator') },
        {
          instrument: 'sec',
          inForceFrom: '2018-10-05',
          source: 'A minister',
          amendments,
        },
      );
    await designate([inserted('g3-1', 'Here: ')].map((one) => ({ ...one, target: 'c7-1' })));
    const mapped = await desk.do(ADA, showDraft, {});
    expect(mapped.against).toBe('5.24');
    expect(mapped.notices.join(' ')).toMatch(/has been mapped to version 5.24/);
    expect(findById(mapped.text, 'g3-1')?.text).toMatch(/^Note: /);
    expect(findById(mapped.text, 'c7-1')?.text).toMatch(/^Here: /);
    await designate([inserted('g3-1', 'Other: ')]);
    const stuck = await desk.do(ADA, showDraft, {});
    expect(stuck.against).toBe('5.23');
    expect(stuck.notices.join(' ')).toMatch(/is in conflict with version 5.25/);
    expect(findById(stuck.text, 'g3-1')?.text).toMatch(/^Note: /);
  });
});

test('a draft is told its conflicts with open modifications before it is put forward, and what it breaks', async () => {
  await withDesk(async (desk) => {
    const other = { ...seed.proposal, id: 'SECMP0067', legalText: [inserted('g3-1', 'Theirs: ')] };
    const raised = await runDecoded(
      raiseProposal,
      { ports: desk.record.ports, actor: person('ssc-chair') },
      { content: raisedCase(other) },
    );
    expect(raised.ok).toBe(true);
    const saved = await desk.save(ADA, 0, [
      inserted('g3-1', 'Under Section G99: '),
      { kind: 'renumber', target: 'g3-26', from: 'G3.26', to: 'G3.25' },
    ]);
    if (!saved.ok) throw new Error(saved.rejection.sentence);
    const { conflicts, broken, consequences } = saved.value.checks;
    expect(conflicts).toMatchObject([
      {
        class: 'same-words',
        provision: 'g3-1',
        sides: [{ modification: MODIFICATION }, { modification: 'SECMP0067' }],
      },
    ]);
    expect(consequences.find(({ reference }) => reference === 'G3.27')?.sentence).toMatch(
      /for “Section G3.26” substitute “Section G3.25”/,
    );
    expect(broken.map(({ sentence }) => sentence)).toEqual([
      'G3.1 refers to “Section G99”, which is nothing in this text.',
    ]);
  });
});

test('whoever has the draft open is known to the others until they leave or are not heard of for a minute', async () => {
  await withDesk(async (desk) => {
    const at = (actor: Actor, window: string, leaving = false) => desk.do(actor, keepDraftOpen, { window, leaving });
    expect((await at(ADA, 'one')).alsoOpen).toEqual([]);
    expect((await at(CY, 'two')).alsoOpen).toMatchObject([{ name: 'Ada Brown', own: false }]);
    expect((await at(ADA, 'three')).alsoOpen).toMatchObject([{ own: true }, { name: 'Cy Fenn', own: false }]);
    await at(CY, 'two', true);
    expect((await at(ADA, 'one')).alsoOpen).toMatchObject([{ own: true }]);
    await desk.record.db
      .updateTable('draft_window')
      .set({ seen: new Date(0) })
      .where('id', '=', 'three')
      .execute();
    expect((await at(ADA, 'one')).alsoOpen).toEqual([]);
  });
});
