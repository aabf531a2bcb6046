import { encode, type ZodType, type z } from 'zod';
import { castVote } from '../../src/app/modification/cast-vote.ts';
import { closeBallot } from '../../src/app/modification/close-ballot.ts';
import { listConflicts } from '../../src/app/modification/list-conflicts.ts';
import { makeDetermination } from '../../src/app/modification/make-determination.ts';
import { openBallot } from '../../src/app/modification/open-ballot.ts';
import { openConsultation } from '../../src/app/modification/open-consultation.ts';
import { raiseProposal } from '../../src/app/modification/raise-proposal.ts';
import { submitPaper } from '../../src/app/modification/submit-paper.ts';
import type { Operation } from '../../src/app/operation.ts';
import { advanceClock } from '../../src/app/record/advance-clock.ts';
import { runDecoded } from '../../src/app/run-operation.ts';
import { showPending } from '../../src/app/text/show-pending.ts';
import type { Amendment } from '../../src/core/code/amendment.ts';
import type { RedlineBlock } from '../../src/core/code/redline.ts';
import { proposalContentSchema } from '../../src/core/modification/proposal.schema.ts';
import type { ProposalContent } from '../../src/core/modification/proposal.ts';
import { actorOf, CLOCK } from '../../src/core/party/actor.ts';
import { shippedCase } from './case.ts';
import { withCaseRecord } from './case-record.ts';
import type { TestRecord } from './database.ts';

const { case: shipped, rulebook } = await shippedCase();

/** The case SECMP0065 as it ships. */
export const seed = shipped;

/** Seats of the Change Board by id. */
export const seats = rulebook.bodies.find((body) => body.id === 'change-board')?.seats.map((seat) => seat.id) ?? [];

/** Reasons that every act of a story gives. */
export const reasons = 'For the reasons minuted.';

/** The words of a text with some of them, where they stand last, in the place of others. */
export function replaced(target: string, text: string, find: string, by: string): Amendment {
  return { kind: 'replace', target, field: 'text', find, with: by, at: [text.lastIndexOf(find)] };
}

/** The demonstration's record, with its people by account. */
export async function withCase(story: (play: Play, record: TestRecord) => Promise<void>) {
  await withCaseRecord((record) => story(new Play(record), record));
}

/** The acts of a story on the record of SECMP0065, each by the account of whoever does it. */
export class Play {
  readonly record: TestRecord;
  constructor(record: TestRecord) {
    this.record = record;
  }

  async try<I extends z.ZodType, O extends z.ZodType>(account: string, operation: Operation<I, O>, input: object) {
    const found = seed.accounts.find((one) => one.id === account);
    const actor = found === undefined ? CLOCK : actorOf(found);
    return runDecoded(operation, { ports: this.record.ports, actor }, input);
  }

  async do<I extends z.ZodType, O extends z.ZodType>(
    account: string,
    operation: Operation<I, O>,
    input: object,
  ): Promise<z.output<O>> {
    const result = await this.try(account, operation, input);
    if (!result.ok) throw new Error(`${operation.name}: ${result.rejection.code}: ${result.rejection.sentence}`);
    return result.value;
  }

  async to(at: string) {
    await this.do('ssc-chair', advanceClock, { to: at });
  }

  async raise(
    id: string,
    legalText: readonly Amendment[],
    implementation = seed.proposal.implementation,
    changed: Partial<ProposalContent> = {},
  ) {
    const content = encode(proposalContentSchema as ZodType<ProposalContent>, {
      ...{ ...seed.proposal, id, legalText: [...legalText], implementation },
      ...changed,
    });
    await this.do('ssc-chair', raiseProposal, { content });
  }

  /** From the report to the end of the consultation. */
  async prepare(...modifications: string[]) {
    await this.to('2018-10-09T09:00:00Z');
    for (const modification of modifications)
      await this.do('code-administrator', submitPaper, { modification, step: 'report' });
    await this.to('2018-10-12T10:00:00Z');
    for (const modification of modifications) {
      for (const step of ['progress', 'urgency', 'route', 'timetable', 'path']) {
        await this.do('panel-chair', makeDetermination, { modification, step, outcome: 'agreed', reasons });
      }
      const step = 'authority_timetable';
      await this.do('authority', makeDetermination, { modification, step, outcome: 'agreed', reasons });
    }
    await this.to('2018-10-15T09:00:00Z');
    for (const modification of modifications) await this.do('code-administrator', openConsultation, { modification });
    await this.to('2018-10-22T09:00:00Z');
    for (const modification of modifications) {
      await this.do('code-administrator', submitPaper, { modification, step: 'modification_report' });
    }
  }

  async vote(modification: string) {
    await this.do('code-administrator', openBallot, { modification });
    for (const seat of seats) await this.do(`seat-${seat}`, castVote, { modification, position: 'approve', reasons });
    await this.do('code-administrator', closeBallot, { modification });
  }

  async conflicts(asked: z.input<typeof listConflicts.input> = {}) {
    return this.do('ssc-chair', listConflicts, asked);
  }

  async pending(reference: string) {
    return (await this.do('ssc-chair', showPending, { instrument: 'sec', reference })).pending;
  }
}

/** What a redline shows as the text after the change; undefined when there is none. */
export function after(blocks: readonly RedlineBlock[] | null): string | undefined {
  return blocks
    ?.map((block) =>
      block.text
        .filter((run) => run.kind !== 'deleted')
        .map((run) => run.text)
        .join(''),
    )
    .join('\n');
}

/** The words of a provision that the case amends, before the change. */
export function seedWords(id: string): string {
  const found = seed.proposal.legalText.find((one) => one.kind === 'substitute' && one.target === id);
  if (found?.kind !== 'substitute') throw new Error(`the case no longer amends ${id}`);
  return found.from.text;
}
