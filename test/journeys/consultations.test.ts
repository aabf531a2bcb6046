import { describe, expect, test } from 'vitest';
import { attachFile } from '../../src/app/consultation/attach-file.ts';
import { checkReceipt } from '../../src/app/consultation/check-receipt.ts';
import { collateConsultation } from '../../src/app/consultation/collate-consultation.ts';
import { discardResponse } from '../../src/app/consultation/discard-response.ts';
import { saveResponse } from '../../src/app/consultation/save-response.ts';
import { setQuestionnaire } from '../../src/app/consultation/set-questionnaire.ts';
import { showAttachment } from '../../src/app/consultation/show-attachment.ts';
import { showOwnResponse } from '../../src/app/consultation/show-own-response.ts';
import { respond } from '../../src/app/modification/respond.ts';
import { showResponse } from '../../src/app/modification/show-response.ts';
import { operations } from '../../src/app/operations.ts';
import { exportRecord } from '../../src/app/record/export-record.ts';
import { playAct } from '../../src/app/record/play-act.ts';
import { type Play, seed, withCase } from '../support/play.ts';

const modification = 'SECMP0065';
const SECRET = 'Our volume is 123,457 and nobody else may know.';
const OPEN = 'The change is small and clear.';
const answers = { stance: 'support', 'legal-text': 'yes', impact: SECRET, comment: OPEN };
const confidential = ['impact'];
const ofWords = (words: string) => Buffer.from(words).toString('base64');

/** Plays the case up to the opening of its consultation, without its own questions: those of the profile are asked. */
async function opened(play: Play): Promise<void> {
  for (const act of seed.acts) {
    if (act.operation === 'respond') return;
    if (act.operation === 'set-questionnaire') continue;
    const played = await playAct(play.record.ports, operations, seed, act);
    if (!played.ok) throw new Error(played.rejection.sentence);
  }
}

test('an answer kept confidential under an id that no question has is neither sent nor saved', () =>
  withCase(async (play) => {
    await opened(play);
    const misspelt = { modification, answers: { stance: 'support', comment: SECRET }, confidential: ['comments'] };
    const refusal = {
      code: 'input-invalid',
      sentence: 'The questionnaire has no question "comments" to keep confidential.',
      place: { field: 'confidential' },
    };
    expect(await play.try('elderfen', respond, misspelt)).toMatchObject({ ok: false, rejection: refusal });
    const saved = await play.try('elderfen', saveResponse, { ...misspelt, revision: 0 });
    expect(saved).toMatchObject({ ok: false, rejection: refusal });
    expect(await play.do('elderfen', showOwnResponse, { modification })).toMatchObject({ draft: null, sent: null });
  }));

describe('a draft of a response', () => {
  test('is read by the people of its party alone, and goes into the record only when it is sent', () =>
    withCase(async (play, record) => {
      await opened(play);
      const draft = await play.do('elderfen', saveResponse, { modification, revision: 0, answers, confidential });
      await play.do('elderfen', attachFile, { modification, fileName: '../../volumes.csv', file: ofWords(SECRET) });
      const stale = await play.try('elderfen', saveResponse, { modification, revision: 0, answers });
      expect(stale).toMatchObject({ ok: false, rejection: { code: 'draft-changed' } });
      expect(await play.do('elderfen', showOwnResponse, { modification })).toMatchObject({
        draft: { revision: draft.revision, answers, confidential },
        files: [{ name: 'volumes.csv', mediaType: 'text/csv', sealed: false }],
        sent: null,
      });
      for (const other of ['dovecote', 'panel-chair', 'code-administrator']) {
        const seen = await play.try(other, showOwnResponse, { modification, party: 'elderfen' });
        expect(JSON.stringify(seen)).not.toContain('nobody else');
        expect(JSON.stringify(seen)).not.toContain('volumes.csv');
        const saved = await play.try(other, saveResponse, {
          modification,
          party: 'elderfen',
          revision: draft.revision,
          answers: {},
        });
        expect(saved).toMatchObject({ ok: false });
        await play.try(other, discardResponse, { modification, party: 'elderfen', revision: draft.revision });
      }
      expect(await play.do('elderfen', showOwnResponse, { modification })).toMatchObject({ draft: { revision: 1 } });
      const lines: string[] = [];
      for await (const line of (await play.do('code-administrator', exportRecord, {})).lines) lines.push(line);
      expect(lines.filter((line) => line.includes('nobody else') || line.includes(ofWords(SECRET)))).toEqual([]);
      expect(await record.store.verify()).toMatchObject({ ok: true });
    }));
});

describe('a response to a questionnaire', () => {
  test('is collated for each reader as far as they may read it, before the close and after', () =>
    withCase(async (play, record) => {
      await opened(play);
      const file = await play.do('elderfen', attachFile, { modification, fileName: 'why.txt', file: ofWords(OPEN) });
      const secret = await play.do('elderfen', attachFile, {
        modification,
        fileName: 'volumes.txt',
        file: ofWords(SECRET),
        confidential: true,
      });
      const receipt = await play.do('elderfen', respond, {
        modification,
        answers,
        confidential,
        attachments: [file.id, secret.id],
        version: 1,
      });
      const collated = (account: string, audience = 'reader') =>
        play.do(account, collateConsultation, { modification, audience });
      const before = await collated('dovecote');
      expect(before.totals).toMatchObject({ responses: 1, support: 1, confidential: 1, withheld: 1 });
      for (const account of ['dovecote', 'panel-chair', 'assessor']) {
        expect(JSON.stringify(await collated(account))).not.toMatch(
          /nobody else|small and clear|why\.txt|volumes\.txt/,
        );
      }
      for (const account of ['elderfen', 'code-administrator']) {
        expect(JSON.stringify(await collated(account))).toMatch(/small and clear.*nobody else/);
        expect(JSON.stringify(await collated(account, 'public'))).not.toMatch(/nobody else|small and clear/);
      }
      await play.to('2018-10-19T18:00:00+01:00');
      await play.do('code-administrator', collateConsultation, { modification });
      const after = await collated('dovecote');
      expect(after).toMatchObject({ status: 'closed', published: true, totals: { confidential: 1, withheld: 1 } });
      expect(after.responses[0]?.answers).toContainEqual({ question: 'comment', standing: 'open', text: OPEN });
      expect(after.responses[0]?.answers).toContainEqual({ question: 'impact', standing: 'confidential', text: null });
      expect(JSON.stringify(after)).not.toMatch(/nobody else|volumes\.txt/);
      const [shown, hidden] = after.responses[0]?.attachments ?? [];
      expect([shown?.file?.name, hidden?.file]).toEqual(['why.txt', null]);
      const read = (account: string, attachment = '') =>
        play.try(account, showAttachment, { modification, attachment });
      expect(await read('dovecote', shown?.id)).toMatchObject({ ok: true, value: { name: 'why.txt' } });
      expect(await read('dovecote', hidden?.id)).toMatchObject({ ok: false, rejection: { code: 'not-found' } });
      expect(await read('elderfen', hidden?.id)).toMatchObject({ ok: true, value: { name: 'volumes.txt' } });
      const words = await play.try('dovecote', showResponse, {
        modification,
        response: receipt.sealed?.response ?? '',
      });
      expect(words).toMatchObject({ ok: false, rejection: { code: 'wrong-actor' } });
      const log = JSON.stringify(await record.store.readAll('', null));
      expect(log).not.toMatch(/nobody else|small and clear|why\.txt|volumes\.txt/);
      expect(await record.store.verify()).toMatchObject({ ok: true });
    }));

  test('whose view is confidential tells it to nobody else, in no event and no count', () =>
    withCase(async (play, record) => {
      await opened(play);
      await play.do('elderfen', respond, {
        modification,
        answers: { stance: 'oppose', comment: OPEN },
        confidential: ['stance'],
      });
      const { totals } = await play.do('dovecote', collateConsultation, { modification });
      expect(totals).toMatchObject({ oppose: 0, untold: 1 });
      expect((await play.do('elderfen', collateConsultation, { modification })).totals).toMatchObject({ oppose: 1 });
      expect(JSON.stringify(await record.store.read(`modification/${modification}`, null))).not.toContain('"oppose"');
    }));

  test('for a group stands for each of its parties, each with a receipt; a replacement of one leaves the other', () =>
    withCase(async (play) => {
      await opened(play);
      const forOthers = await play.try('foxlight', respond, { modification, answers, parties: ['dovecote'] });
      expect(forOthers).toMatchObject({ ok: false, rejection: { code: 'not-eligible' } });
      const both = await play.do('foxlight', respond, { modification, answers, confidential, parties: ['ivyhollow'] });
      expect(both.receipts.map((one) => one.party)).toEqual(['foxlight', 'ivyhollow']);
      const own = await play.do('ivyhollow', showOwnResponse, { modification });
      expect(own.sent).toMatchObject({ filedBy: 'foxlight', answers });
      await play.do('ivyhollow', respond, { modification, answers: { stance: 'neutral' }, replaces: [both.response] });
      const [first, second] = await Promise.all(
        both.receipts.map(({ code }) => play.do('assessor', checkReceipt, { code })),
      );
      expect([first?.counts, second?.counts]).toEqual([true, false]);
      const { responses } = await play.do('code-administrator', collateConsultation, { modification });
      expect(responses.map(({ party, stance, replaced }) => [party, stance, replaced])).toEqual([
        ['foxlight', 'support', 0],
        ['ivyhollow', 'neutral', 1],
      ]);
    }));

  test('keeps the version that it answered, where the questions are revised after it', () =>
    withCase(async (play) => {
      await opened(play);
      await play.do('elderfen', respond, { modification, answers });
      const questions = [{ id: 'stance', kind: 'stance', text: 'Do you still support it?', required: true }];
      await play.do('code-administrator', setQuestionnaire, { modification, questions, reasons: 'Less is asked.' });
      const stale = await play.try('dovecote', respond, { modification, answers, version: 1 });
      expect(stale).toMatchObject({ ok: false, rejection: { code: 'changed-meanwhile' } });
      await play.do('dovecote', respond, { modification, answers: { stance: 'oppose' }, version: 2 });
      const collation = await play.do('code-administrator', collateConsultation, { modification });
      expect(collation.responses.map(({ party, version }) => [party, version])).toEqual([
        ['dovecote', 2],
        ['elderfen', 1],
      ]);
      expect(collation.questions[0]).toMatchObject({ versions: [1, 2], wordings: [{ version: 1 }], answered: 2 });
    }));
});

describe('a receipt', () => {
  test('is checked by whoever holds it; a forged one is refused', () =>
    withCase(async (play) => {
      await opened(play);
      const { receipts } = await play.do('elderfen', respond, { modification, answers, confidential });
      const code = receipts[0]?.code ?? '';
      expect(await play.do('assessor', checkReceipt, { code })).toMatchObject({
        party: 'elderfen',
        counts: true,
        late: false,
      });
      const [, version, hash = ''] = code.split('.');
      const forged = [
        `${modification}.${version}.${'0'.repeat(32)}`,
        `${modification}.${Number(version) - 1}.${hash}`,
        `${modification}.${version}.${hash.slice(0, 31)}`,
        `SECMP0066.${version}.${hash}`,
        hash,
      ];
      for (const one of forged) {
        expect(await play.try('assessor', checkReceipt, { code: one })).toMatchObject({
          ok: false,
          rejection: { code: 'receipt-not-ours' },
        });
      }
    }));
});
