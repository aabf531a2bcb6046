import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Operation } from '../../src/app/operation.ts';
import type { Ports } from '../../src/app/ports.ts';
import { runOperation } from '../../src/app/run-operation.ts';
import { adoptCode } from '../../src/app/text/adopt-code.ts';
import { listInstruments } from '../../src/app/text/list-instruments.ts';
import { listVersions } from '../../src/app/text/list-versions.ts';
import { showChanges } from '../../src/app/text/show-changes.ts';
import { showHistory } from '../../src/app/text/show-history.ts';
import { showLegalText } from '../../src/app/text/show-legal-text.ts';
import { showReferences } from '../../src/app/text/show-references.ts';
import { showTermUses } from '../../src/app/text/show-term-uses.ts';
import { showText } from '../../src/app/text/show-text.ts';
import type { Runtime } from '../../src/cli/command.ts';
import { redline } from '../../src/cli/commands/redline.ts';
import { history, references } from '../../src/cli/commands/references.ts';
import { run } from '../../src/cli/run.ts';
import { day } from '../../src/core/kernel/day.ts';
import type { Actor } from '../../src/core/party/actor.ts';
import { loadCase, SHIPPED_RULEBOOKS } from '../../src/format/rulebook/load.ts';
import { withRecord } from '../support/database.ts';
import { by } from '../support/events.ts';

const ADMINISTRATOR: Actor = { id: 'ada', name: 'Ada', role: 'code-administrator' };
const READER: Actor = { id: 'reader', name: 'A reader', role: 'public' };

/** A record that holds the Smart Energy Code and the proposal of the case, with the words for calling operations. */
async function story(tell: (call: Call, ports: Ports) => Promise<void>): Promise<void> {
  const loaded = await loadCase(join(SHIPPED_RULEBOOKS, 'cases', 'secmp0065'));
  if (!loaded.ok) throw new Error(loaded.faults[0]?.sentence);
  const { rulebook } = loaded;
  const rulebooks = { shipped: async () => [rulebook], current: async () => rulebook, byDigest: async () => rulebook };
  await withRecord(
    async ({ ports, store }) => {
      const call: Call = async (operation, input, actor = READER) => {
        const result = await runOperation(operation as unknown as Operation, { ports, actor }, input);
        return result.ok ? result.value : { refused: result.rejection.code, sentence: result.rejection.sentence };
      };
      await call(adoptCode, { code: 'sec', instrument: 'sec' }, ADMINISTRATOR);
      const raised = { raisedOn: day('2018-10-05'), profile: 'sec-2016', rulebook: rulebook.digest };
      const event = { type: 'proposal-raised', content: loaded.case.proposal, ...raised } as const;
      await store.append([{ stream: 'modification/SECMP0065', expectedVersion: 0, events: [event] }], by);
      await tell(call, ports);
    },
    { rulebooks },
  );
}

type Call = (operation: { readonly name: string }, input: unknown, actor?: Actor) => Promise<unknown>;

describe('the text of the Smart Energy Code', () => {
  test('G3.26 is in force from 18 July 2018, and before that day a sentence says so', () =>
    story(async (call) => {
      expect(await call(showText, { instrument: 'sec', reference: 'G3.26', on: '2018-10-12' })).toMatchObject({
        reference: 'G3.26',
        version: { label: '5.23' },
        wording: { inForceFrom: '2018-07-18', until: null },
        provisions: [{ id: 'g3-26' }],
        breadcrumb: [{ reference: 'G' }, { reference: 'G3' }, { reference: 'G3.26' }],
        absent: null,
        comparison: null,
        instrument: { shortTitle: 'SEC', notice: expect.stringContaining('Illustrative drafting') },
      });
      expect(await call(showText, { instrument: 'sec', reference: 'G3.26', on: '2018-07-17' })).toMatchObject({
        version: { label: '5.19', until: '2018-07-18' },
        provisions: [],
        absent: 'No text of SEC G3.26 is in force on 17 July 2018; it is in force from 18 July 2018, by version 5.20.',
      });
      expect(await call(showText, { instrument: 'sec', on: '2017-06-01' })).toMatchObject({
        version: null,
        absent: 'No text of SEC is in force on 1 June 2017; the first in the record is in force from 1 January 2018.',
      });
    }));

  test('two days are compared from the earlier to the later, however they are given', () =>
    story(async (call) => {
      const compared = await call(showText, {
        instrument: 'sec',
        reference: 'G3.28',
        on: '2018-10-12',
        against: '2018-07-01',
      });
      expect(compared).toMatchObject({
        comparison: {
          from: '2018-07-01',
          to: '2018-10-12',
          fromVersion: { label: '5.19' },
          toVersion: { label: '5.23' },
          blocks: [{ id: 'g3-28', status: 'inserted' }, { numberAfter: '(a)' }, { numberAfter: '(b)' }],
        },
      });
    }));

  test('what is not in any text, and what was known before anything was recorded, is not found', () =>
    story(async (call) => {
      expect(await call(showText, { instrument: 'sec', reference: 'Z1', on: '2018-10-12' })).toEqual({
        refused: 'not-found',
        sentence: 'No text of the SEC has a provision "Z1".',
      });
      expect(
        await call(showText, { instrument: 'sec', on: '2018-10-12', knownAt: '2018-10-01T00:00:00Z' }),
      ).toMatchObject({
        refused: 'not-found',
        sentence: expect.stringContaining('as it was known at 2018-10-01T00:00:00.000Z'),
      });
    }));

  test('its versions, and the wordings of one provision, are listed with their days', () =>
    story(async (call) => {
      expect(await call(listInstruments, {})).toMatchObject([{ id: 'sec', current: { label: '5.23' } }]);
      expect(await call(listVersions, { instrument: 'sec' })).toMatchObject({
        versions: [
          { label: '5.19', until: '2018-07-18', source: null },
          {
            label: '5.20',
            source: { kind: 'designation' },
            changed: expect.arrayContaining(['G3.26', 'G3.27', 'G3.28']),
          },
          { label: '5.23', until: null },
        ],
      });
      expect(await call(showHistory, { instrument: 'sec', reference: 'G3.26' })).toMatchObject({
        wordings: [{ label: '5.20', inForceFrom: '2018-07-18', until: null, provision: { id: 'g3-26' } }],
      });
    }));
});

test('the legal text of SECMP0065 is shown against the version that it was drafted on, with its instructions', () =>
  story(async (call) => {
    const shown = await call(showLegalText, { modification: 'SECMP0065' });
    expect(shown).toMatchObject({ draftedAgainst: { label: '5.23' }, before: { code: 'sec' }, after: { code: 'sec' } });
    const { blocks, instructions } = shown as { blocks: { id: string; status: string }[]; instructions: string[] };
    expect(blocks.map((block) => `${block.id} ${block.status}`)).toEqual([
      'g same',
      'g3 same',
      'g3-26 changed',
      'g3-27 changed',
      'g3-28 same',
      'g3-28-a changed',
      'g3-28-b changed',
      'g3-28-c inserted',
    ]);
    expect(instructions).toContain('In paragraph G3.28(a), for “; and” substitute “;”.');
    expect(await call(showLegalText, { modification: 'SECMP9999' })).toMatchObject({ refused: 'not-found' });
  }));

describe('adopting an instrument', () => {
  test('is for the Code Administrator, once', () =>
    story(async (call, ports) => {
      expect(await call(adoptCode, { code: 'sec', instrument: 'sec' })).toMatchObject({ refused: 'not-signed-in' });
      expect(await call(adoptCode, { code: 'sec', instrument: 'sec' }, ADMINISTRATOR)).toMatchObject({
        refused: 'instrument-exists',
      });
      expect(await call(adoptCode, { code: 'sec', instrument: 'bsc' }, ADMINISTRATOR)).toMatchObject({
        refused: 'not-found',
      });
      expect(await ports.store.read('code/sec', null)).toHaveLength(3);
    }));
});

describe('what names what', () => {
  test('a provision says what it refers to and what refers to it', () =>
    story(async (call) => {
      const asked = { instrument: 'sec', on: '2018-10-12' };
      expect(await call(showReferences, { ...asked, reference: 'G3.26' })).toMatchObject({
        reference: 'G3.26',
        version: { label: '5.23' },
        referredToBy: expect.arrayContaining([expect.objectContaining({ names: expect.arrayContaining(['G3.26']) })]),
      });
      expect(await call(showReferences, { ...asked, reference: 'Z9' })).toMatchObject({ refused: 'not-found' });
    }));

  test('a defined term says where it is used', () =>
    story(async (call) => {
      const asked = { instrument: 'sec', on: '2018-10-12' };
      expect(await call(showTermUses, { ...asked, term: 'No Such Term' })).toMatchObject({ refused: 'not-found' });
      const shown = await call(showTermUses, { ...asked, term: 'Supplier Party' });
      expect(shown).toMatchObject({ term: 'Supplier Party', definitions: [{ uses: expect.any(Array) }] });
    }));

  test('two days say what changed between them', () =>
    story(async (call) => {
      const changes = await call(showChanges, { instrument: 'sec', from: '2018-07-17', to: '2018-07-18' });
      expect(changes).toMatchObject({ from: { label: '5.19' }, to: { label: '5.20' }, repealed: [] });
      expect((changes as { inserted: string[] }).inserted).toContain('G3.26');
    }));
});

test('at the command line a reference, its history and two versions are short questions', () =>
  story(async (_, ports) => {
    const withRecord: Runtime['withRecord'] = async (_data, use) => ({
      ok: true,
      value: await use({ ports, actor: async () => null }),
    });
    const runtime = { withRecord, recordless: ports } as Runtime;
    const said = async (...words: string[]): Promise<string> => {
      const out: string[] = [];
      const output = { out: (text: string) => out.push(text), error: (text: string) => out.push(text) };
      await run([redline, history, references], words, runtime, output);
      return out.join('\n');
    };
    expect(await said('references', 'G3.26', '--on', '2018-10-12')).toContain(
      'it has done what [Section G3.26] asks.  → G3.26',
    );
    expect(await said('history', 'G3.26')).toMatch(/v5\.20, from 2018-07-18/);
    expect(await said('redline', 'sec@5.19', 'sec@2018-07-18', '--changes')).toContain(
      'SEC on 2018-07-18 against SEC v5.19',
    );
    expect(await said('redline', 'sec@5.19', 'sec@9.99')).toContain('The SEC has no version "9.99".');
  }));
