import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { withRecord } from '../../../test/support/database.ts';
import { by } from '../../../test/support/events.ts';
import { day } from '../../core/kernel/day.ts';
import type { Actor } from '../../core/party/actor.ts';
import { loadCase, SHIPPED_RULEBOOKS } from '../../format/rulebook/load.ts';
import type { Operation, Result } from '../operation.ts';
import { runOperation } from '../run-operation.ts';
import { adoptCode } from './adopt-code.ts';
import { exportLegalText } from './export-legal-text.ts';
import { importLegalText } from './import-legal-text.ts';
import { showLegalText } from './show-legal-text.ts';

const ADMINISTRATOR: Actor = { id: 'ada', name: 'Ada', role: 'code-administrator' };

type Call = (operation: { readonly name: string }, input: unknown) => Promise<Result<unknown>>;

async function story(tell: (call: Call) => Promise<void>): Promise<void> {
  const loaded = await loadCase(join(SHIPPED_RULEBOOKS, 'cases', 'secmp0065'));
  if (!loaded.ok) throw new Error(loaded.faults[0]?.sentence);
  const { rulebook } = loaded;
  await withRecord(
    async ({ ports, store }) => {
      const call: Call = (operation, input) =>
        runOperation(operation as unknown as Operation, { ports, actor: ADMINISTRATOR }, input);
      await call(adoptCode, { code: 'sec', instrument: 'sec' });
      const raised = { raisedOn: day('2018-10-05'), profile: 'sec-2016', rulebook: rulebook.digest };
      const event = { type: 'proposal-raised', content: loaded.case.proposal, ...raised } as const;
      await store.append([{ stream: 'modification/SECMP0065', expectedVersion: 0, events: [event] }], by);
      await tell(call);
    },
    { rulebooks: { shipped: async () => [rulebook], current: async () => rulebook, byDigest: async () => rulebook } },
  );
}

interface Blocks {
  readonly blocks: readonly unknown[];
}

interface Exported {
  readonly bytes: string;
}

describe('a legal text that comes back from Word', () => {
  test(
    'makes the same text as the proposal; with its changes no longer tracked it is refused',
    () =>
      story(async (call) => {
        const exported = await call(exportLegalText, { modification: 'SECMP0065', format: 'docx' });
        if (!exported.ok) throw new Error(exported.rejection.sentence);
        const { bytes } = exported.value as Exported;
        const given = { modification: 'SECMP0065', fileName: 'back.docx' };
        const back = await call(importLegalText, { ...given, file: bytes });
        expect(back).toMatchObject({ ok: true, value: { against: { label: '5.23' }, report: { refused: [] } } });
        const shown = await call(showLegalText, { modification: 'SECMP0065' });
        if (!back.ok || !shown.ok) throw new Error('not shown');
        expect((back.value as Blocks).blocks).toEqual((shown.value as Blocks).blocks);

        const parts = unzipSync(Buffer.from(bytes, 'base64'));
        const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
        const untracked = xml
          .replace(
            /<w:(ins|del|moveFrom|moveTo) [^>]*\/?>|<\/w:(ins|del|moveFrom|moveTo)>|<w:pPrChange.*?<\/w:pPrChange>/g,
            '',
          )
          .replaceAll('w:delText', 'w:t');
        const clean = zipSync({ ...parts, 'word/document.xml': strToU8(untracked) });
        const refused = await call(importLegalText, { ...given, file: Buffer.from(clean).toString('base64') });
        expect(refused).toMatchObject({
          ok: false,
          rejection: { code: 'input-invalid', sentence: expect.stringContaining('holds no tracked changes') },
        });
      }),
    60_000,
  );

  test(
    'is refused without a version to stand against, or with a file that is none',
    () =>
      story(async (call) => {
        const file = Buffer.from('Dear Sirs').toString('base64');
        expect(await call(importLegalText, { fileName: 'a.docx', file })).toMatchObject({
          ok: false,
          rejection: { sentence: 'Expected a modification, or an instrument with a version, and not both.' },
        });
        expect(
          await call(importLegalText, { instrument: 'sec', version: '9.99', fileName: 'a.docx', file }),
        ).toMatchObject({
          ok: false,
          rejection: { sentence: 'The record holds no version 9.99 of the SEC.' },
        });
        expect(await call(importLegalText, { modification: 'SECMP0065', fileName: 'a.docx', file })).toMatchObject({
          ok: false,
          rejection: { code: 'input-invalid', place: { file: 'a.docx' } },
        });
      }),
    60_000,
  );
});
