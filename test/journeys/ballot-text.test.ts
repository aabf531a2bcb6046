import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Script } from '../support/script.ts';
import { serve } from '../support/server.ts';
import { Visitor } from '../support/visitor.ts';

const modification = 'SECMP0065';
let server: Awaited<ReturnType<typeof serve>>;
let script: Script;

beforeAll(async () => {
  server = await serve({ demo: true });
  script = await Script.of(server.address);
  await script.through('open-ballot');
}, 120_000);
afterAll(() => server?.stop());

const ballot = async () => {
  const shown = await new Visitor(server.address).read('modification/show-modification', { modification });
  return shown.ballots[0];
};
const input = (position: string, more = {}) => ({ modification, position, reasons: 'Objective (g).', ...more });

describe('a vote in the browser and over the API', () => {
  test('is changed, withdrawn and cast again, with every change kept and said by whom', async () => {
    const member = await script.person('seat-large-supplier-1');
    await member.write(
      'modification/cast-vote',
      input('approve', { objectives: { g: { effect: 'better', reasons: 'Clearer.' } } }),
    );
    await member.write('modification/cast-vote', input('reject'));
    await member.write('modification/withdraw-vote', { modification });
    await member.write('modification/cast-vote', input('approve'));
    const { acts, tally, electorate } = await ballot();
    expect(acts.map((one: { act: string }) => one.act)).toEqual([
      'vote-cast',
      'vote-cast',
      'vote-withdrawn',
      'vote-cast',
    ]);
    expect(acts[0]).toMatchObject({ by: { as: 'holder', name: 'Large Supplier member 1' } });
    expect(tally).toMatchObject({ present: 1 });
    expect(electorate[0].vote).toMatchObject({ position: 'approve' });
    const page = (await member.get(`/modifications/${modification}`)).body;
    expect(page).toContain('Every change of a vote (4 acts)');
    expect(page).toContain('Change or take back the vote of Large Supplier seat 1: approve');
  });

  test('is refused to a member whose term is over', async () => {
    const secretary = await script.person('code-administrator');
    const seat = 'network-gas';
    const person = { name: 'Gas Network member' };
    await secretary.write('body/end-membership', { body: 'change-board', seat, person, until: '2018-10-24' });
    const member = await script.person('seat-network-gas');
    expect(await member.refusal('modification/cast-vote', input('approve'))).toMatchObject({
      code: 'no-seat',
      detail: expect.stringContaining('until 24 October 2018, not on 24 October 2018'),
      citation: { clause: 'D8' },
    });
  });

  test('stays a question while it is open: what it would come to is said as that, on the page and in the tally', async () => {
    const told = await new Visitor(server.address).read('modification/tally-ballot', { modification });
    expect(told.holdings[0].ballot.outcome).toBeNull();
    expect(told.holdings[0].sentences.join(' ')).toContain(
      'If it closed with these votes, it would come to: No quorum.',
    );
    const page = (await new Visitor(server.address).get(`/modifications/${modification}/ballots/ballot`)).body;
    expect(page).toContain('It was open, and decided nothing yet');
    const shown = await new Visitor(server.address).read('modification/show-modification', { modification });
    expect(shown.approval.status).toBe('awaited');
  });

  test('is on a text whose address answers with the same words after the vote', async () => {
    const { text } = await ballot();
    const address = `/modifications/${modification}/legal-text/${text.revision}`;
    const reader = new Visitor(server.address);
    const words = async () => {
      const read = await reader.read('text/show-legal-text', { modification, revision: text.revision });
      return JSON.stringify(read);
    };
    expect((await reader.get(address)).status).toBe(200);
    const before = await words();
    await (await script.person('code-administrator')).write('record/advance-clock', { to: '2018-10-24T16:00:00Z' });
    const after = await ballot();
    expect(after).toMatchObject({ status: 'closed', text: { revision: text.revision, digest: text.digest } });
    expect((await reader.get(address)).status).toBe(200);
    expect(await words()).toBe(before);
  });

  test('sent by a form that was opened before the close is refused', async () => {
    const member = await script.person('seat-large-supplier-2');
    const late = await member.refusal('modification/cast-vote', input('reject', { seat: 'large-supplier-2' }));
    expect(late).toMatchObject({ code: 'too-late' });
  });
});
