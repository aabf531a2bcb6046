import type { Day } from '../../kernel/day.ts';
import { dayOfInstant, type Instant, instantOn, writeInstant } from '../../kernel/instant.ts';
import { writeReceipt } from '../../modification/consultation/receipt.ts';
import type { ProposalRules } from '../../modification/context.ts';
import { dayBefore } from '../../modification/timetable/period.ts';
import { paragraph } from '../build.ts';
import { type Concern, NOTHING_TOLD, type Notice, type Told } from './notice.ts';
import { aboutModification, type EventOf, outcomeTitle, stepOf, stepTitle, type Telling } from './words.ts';

/** How many Working Days before it closes people are reminded of what is open, and when on that day. Ours, no rule. */
const REMINDED = { workingDays: 2, time: '09:00', calendar: 'england-and-wales' } as const;

/** A consultation was opened: the parties are asked, and reminded before it closes. */
export function consultationOpened({ step: id, closes }: EventOf<'consultation-opened'>, telling: Telling): Told {
  const step = stepOf(telling, id);
  const opened = aboutModification(telling, {
    topic: 'consultation',
    what: 'consultation-opened',
    subject: `${stepTitle(telling, id)} is open until ${writeInstant(closes)}`,
    sentence: `The ${stepTitle(telling, id)} has opened. Parties may respond until ${writeInstant(closes)}.`,
    step,
    link: { text: 'Read it and respond', page: '' },
    concerns: PARTIES,
  });
  return withReminder(opened, consultationClosing(id, closes, telling), id, closes, telling);
}

/** A consultation closes later: the parties are told why, and reminded anew. */
export function consultationExtended(
  { step: id, closes, reasons }: EventOf<'consultation-extended'>,
  telling: Telling,
): Told {
  const extended = aboutModification(telling, {
    topic: 'consultation',
    what: 'consultation-extended',
    subject: `${stepTitle(telling, id)} is now open until ${writeInstant(closes)}`,
    sentence: `The ${stepTitle(telling, id)} has been extended. Parties may respond until ${writeInstant(closes)}. Reasons: ${reasons}`,
    step: stepOf(telling, id),
    link: { text: 'Read it and respond', page: `/consultations/${id}` },
    concerns: PARTIES,
  });
  return withReminder(extended, consultationClosing(id, closes, telling), id, closes, telling);
}

/** What a consultation asks was revised while it is open; questions that are set before it opens are told to nobody. */
export function questionnaireSet({ step: id, version, reasons }: EventOf<'questionnaire-set'>, telling: Telling): Told {
  if (reasons === '') return NOTHING_TOLD;
  const revised = aboutModification(telling, {
    topic: 'consultation',
    what: 'questionnaire-set',
    subject: `the questions of the ${stepTitle(telling, id)} were revised`,
    sentence: `The questions of the ${stepTitle(telling, id)} are at version ${version}. Responses that were given stand as they are and can be replaced. Reasons: ${reasons}`,
    step: stepOf(telling, id),
    link: { text: 'Read the questions', page: `/consultations/${id}` },
    concerns: PARTIES,
  });
  return { ...NOTHING_TOLD, notices: [revised] };
}

function consultationClosing(id: string, closes: Instant, telling: Telling) {
  return {
    what: 'consultation-closing',
    subject: `${stepTitle(telling, id)} closes at ${writeInstant(closes)}`,
    sentence: `The ${stepTitle(telling, id)} closes soon. Parties who have not responded may do so until ${writeInstant(closes)}.`,
  };
}

/** A response was received: its party has a receipt that anybody who holds it can check, and nobody else is told. */
export function responseReceived({ step: id, party, content }: EventOf<'response-received'>, telling: Telling): Told {
  const { version, hash } = telling;
  const code = writeReceipt({ modification: telling.after.content.id, version, hash });
  const receipt = aboutModification(telling, {
    topic: 'consultation',
    what: 'response-received',
    subject: `your response to the ${stepTitle(telling, id)} was received`,
    sentence: `Your response to the ${stepTitle(telling, id)} is in the record. Keep the code of this receipt: whoever holds it can check that the response was received and stands unchanged.`,
    facts: [
      ['Receipt', code],
      ['Response', content.id],
      ['Digest', content.digest],
    ],
    step: stepOf(telling, id),
    blocks: [
      paragraph([{ kind: 'link', text: 'Check the receipt', href: `/receipts?code=${encodeURIComponent(code)}` }]),
    ],
    concerns: [{ kind: 'party', party }],
  });
  return { ...NOTHING_TOLD, notices: [{ ...receipt, isPublic: false }] };
}

/** A consultation closed. */
export function consultationClosed({ step: id, responses }: EventOf<'consultation-closed'>, telling: Telling): Told {
  const closed = aboutModification(telling, {
    topic: 'consultation',
    what: 'consultation-closed',
    subject: `${stepTitle(telling, id)} has closed`,
    sentence: `The ${stepTitle(telling, id)} has closed with ${counted(responses, 'response')}.`,
    step: stepOf(telling, id),
    concerns: [{ kind: 'role', role: 'code-administrator' }],
  });
  return { notices: [closed], settled: [reminderOf(telling, id)] };
}

/** A ballot was opened: its voters are asked, and reminded before it closes. */
export function ballotOpened({ step: id, closes, electorate }: EventOf<'ballot-opened'>, telling: Telling): Told {
  const step = stepOf(telling, id);
  const concerns = electorate.map(
    ({ seat }): Concern => (step?.voting?.unit === 'party' ? { kind: 'party', party: seat } : { kind: 'seat', seat }),
  );
  const opened = aboutModification(telling, {
    topic: 'ballot',
    what: 'ballot-opened',
    subject: `${stepTitle(telling, id)} is open until ${writeInstant(closes)}`,
    sentence: `The ${stepTitle(telling, id)} has opened. ${counted(electorate.length, 'voter')} may vote until ${writeInstant(closes)}.`,
    step,
    link: { text: 'Read the text and vote', page: '' },
    concerns,
  });
  const closing = {
    what: 'ballot-closing',
    subject: `${stepTitle(telling, id)} closes at ${writeInstant(closes)}`,
    sentence: `The ${stepTitle(telling, id)} closes soon. Voters who have not voted may do so until ${writeInstant(closes)}.`,
  };
  return withReminder(opened, closing, id, closes, telling);
}

/** A ballot closed: what it came to, which may still be referred. */
export function ballotClosed({ step: id, outcome, tally }: EventOf<'ballot-closed'>, telling: Telling): Told {
  const votes = tally.counted === 'categories' ? 'votes of categories' : 'votes';
  const came =
    outcome === 'no-quorum'
      ? 'has closed without a quorum, and is held again'
      : `has closed: ${outcomeTitle(telling, id, outcome)}`;
  const closed = aboutModification(telling, {
    topic: 'ballot',
    what: 'ballot-closed',
    subject: `${stepTitle(telling, id)} ${came}`,
    sentence: `The ${stepTitle(telling, id)} ${came}.`,
    facts: [
      [`Counted in ${votes}`, `${tally.approve} for, ${tally.reject} against`],
      ['Present', `${tally.present}, of whom ${tally.quorum} are needed`],
    ],
    step: stepOf(telling, id),
    concerns: [
      { kind: 'role', role: 'code-administrator' },
      { kind: 'role', role: 'proposer' },
    ],
  });
  return { notices: [closed], settled: [reminderOf(telling, id)] };
}

const PARTIES: readonly Concern[] = [{ kind: 'role', role: 'party' }];

/** What was opened, and the reminder that takes the place of any before it. */
function withReminder(
  opened: Notice,
  closing: Pick<Notice, 'what' | 'subject'> & { readonly sentence: string },
  step: string,
  closes: Instant,
  telling: Telling,
): Told {
  const reminds = reminderOf(telling, step);
  const on = remindedOn(closes, telling.rules);
  const at = on === null ? null : instantOn(on, REMINDED.time);
  if (at === null || at <= telling.at) return { notices: [opened], settled: [reminds] };
  const { topic } = opened;
  const link = { text: `Open ${telling.after.content.id}`, page: '' };
  const { concerns } = opened;
  const told = aboutModification(telling, { ...closing, topic, step: stepOf(telling, step), link, concerns });
  return { notices: [opened, { ...told, at, until: closes, reminds }], settled: [reminds] };
}

function remindedOn(closes: Instant, rules: ProposalRules): Day | null {
  return dayBefore(REMINDED.calendar, dayOfInstant(closes), REMINDED.workingDays, rules);
}

function reminderOf({ after }: Telling, step: string): string {
  return `${after.content.id}/${step}`;
}

function counted(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
