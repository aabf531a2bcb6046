import { castVote } from '../../src/app/modification/cast-vote.ts';
import { openBallot } from '../../src/app/modification/open-ballot.ts';
import type { Result } from '../../src/app/operation.ts';
import type { Ports, RecordStore, Rulebooks } from '../../src/app/ports.ts';
import { runOperation } from '../../src/app/run-operation.ts';
import type { Rejection } from '../../src/core/kernel/rejection.ts';
import type { Actor } from '../../src/core/party/actor.ts';
import type { Rulebook } from '../../src/core/rulebook/rulebook.ts';
import { shippedCase } from './case.ts';
import { by, raised } from './events.ts';
import { holder, PEOPLE, Story } from './proposal.ts';

/** When a wide ballot is opened. */
export const OPENED_AT = '2018-10-24T08:00:00.000Z';
export const WIDE = 'SECMP0065';

/** The shipped rulebook with a Change Board of as many seats as wanted, over its categories in turn. */
export async function wideRulebook(seats: number): Promise<Rulebook> {
  const { rulebook } = await shippedCase();
  const categories = rulebook.votingCategories.map((one) => one.id);
  const bodies = rulebook.bodies.map((body) =>
    body.id !== 'change-board'
      ? body
      : {
          ...body,
          seats: Array.from({ length: seats }, (_, at) => ({
            id: `member-${at + 1}`,
            title: `Member ${at + 1}`,
            votingCategory: categories[at % categories.length] ?? '',
          })),
        },
  );
  return { ...rulebook, digest: 'wide', bodies };
}

/** Rulebooks that hold one alone. */
export function only(rulebook: Rulebook): Rulebooks {
  const one = async () => rulebook;
  return { shipped: async () => [rulebook], current: one, byDigest: one };
}

/** Brings a modification to its open ballot. */
export async function openWideBallot(ports: Ports): Promise<void> {
  if (raised.type !== 'proposal-raised') throw new Error('the sample raises nothing');
  const story = new Story().raised({ report: raised.content.report }).panel().consulted();
  await appended(ports.store, story);
  const opened = await runOperation(openBallot, { ports, actor: PEOPLE.secretary }, { modification: WIDE });
  if (!opened.ok) throw new Error(opened.rejection.sentence);
}

async function appended(store: RecordStore, { events }: Story): Promise<void> {
  const result = await store.append([{ stream: `modification/${WIDE}`, expectedVersion: 0, events }], by);
  if (!result.ok) throw new Error('the modification is there already');
}

/** The holder of a seat of a wide Change Board. */
function member(at: number): Actor {
  return holder(`member-${at}`);
}

/** Casts the vote of a member through the door that everybody uses. */
export function voteOf(
  ports: Ports,
  at: number,
  position: 'approve' | 'reject' | 'abstain',
): Promise<Result<unknown> | { readonly ok: false; readonly rejection: Rejection }> {
  const input = { modification: WIDE, position, reasons: `Objective (g), says member ${at}.` };
  return runOperation(castVote, { ports, actor: member(at) }, input);
}
