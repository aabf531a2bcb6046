import { writeDay } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { BindingEvent } from '../../obligation/binding-event.ts';
import { type JudgementEvent, VERDICT_IN_WORDS } from '../../obligation/judgement.ts';
import type { Block } from '../block.ts';
import { paragraph } from '../build.ts';
import { NOTHING_TOLD, type Notice, type Told } from './notice.ts';
import type { Happened } from './notices-of.ts';
import { note } from './words.ts';

type ObligationEvent = BindingEvent | JudgementEvent;

/** What an event of obligations tells; the stream ends with it. */
type Teller<T extends ObligationEvent['type']> = (
  event: Extract<ObligationEvent, { type: T }>,
  stream: readonly Happened[],
) => Told;

/** Every event of bindings and judgements: a new type says here what it tells, or null. */
export const OBLIGATION_TELLERS: { readonly [T in ObligationEvent['type']]: Teller<T> } = {
  'binding-confirmed': ({ obligation, label, reasons, by }, stream) =>
    binding(
      stream,
      'binding-confirmed',
      obligation,
      `is confirmed for the words of version ${label} by ${by}`,
      reasons,
    ),
  'binding-reopened': ({ obligation, label, reasons, by }, stream) =>
    binding(stream, 'binding-reopened', obligation, `is no longer confirmed for version ${label}, says ${by}`, reasons),
  'judgement-recorded': ({ obligation, party, words, verdict, asOf, reasons, by }, stream) =>
    judgement(stream, 'judgement-recorded', party, obligation, [
      paragraph(`${by} judged “${words}” as of ${writeDay(asOf)}: ${VERDICT_IN_WORDS[verdict]}.`),
      note('Reasons', reasons),
    ]),
  'judgement-withdrawn': ({ id, reasons, by }, stream) => {
    const judged = stream.find(({ event }) => event.type === 'judgement-recorded' && event.id === id)?.event;
    if (judged?.type !== 'judgement-recorded') return NOTHING_TOLD;
    return judgement(stream, 'judgement-withdrawn', judged.party, judged.obligation, [
      paragraph(`${by} took the judgement of “${judged.words}” as of ${writeDay(judged.asOf)} back.`),
      note('Reasons', reasons),
    ]);
  },
};

/** That a version changes words to which obligations are bound, for who has to read them; null when it changes none. */
export function changedWordsNotice(
  {
    instrument,
    shortTitle,
    label,
    at,
  }: { readonly instrument: string; readonly shortTitle: string; readonly label: string; readonly at: Instant },
  obligations: readonly { readonly id: string; readonly title: string; readonly provision: string }[],
): Notice | null {
  if (obligations.length === 0) return null;
  const many = obligations.length === 1 ? 'an obligation is' : `${obligations.length} obligations are`;
  return {
    ...{ topic: 'obligation', what: 'binding-changed', modification: null, code: instrument, isPublic: true },
    concerns: [{ kind: 'role', role: 'code-administrator' }],
    subject: `${shortTitle}: version ${label} changes words to which ${many} bound`,
    body: [
      paragraph(
        `Version ${label} changes the words to which ${many} bound. Read them, and confirm what still holds, unless the modification says what becomes of it.`,
      ),
      ...obligations.map(({ id, title, provision }) => linked(`${provision}: ${title}`, id)),
    ],
    ...{ at, until: null, reminds: null },
  };
}

function binding(stream: readonly Happened[], what: string, obligation: string, says: string, reasons: string): Told {
  return tell(stream, {
    ...{ what, isPublic: true, concerns: [{ kind: 'role', role: 'code-administrator' }] },
    subject: `Obligation ${obligation} ${says}`,
    body: [note('Reasons', reasons), linked('Open the obligation', obligation)],
  });
}

function judgement(
  stream: readonly Happened[],
  what: string,
  party: string,
  obligation: string,
  blocks: readonly Block[],
): Told {
  return tell(stream, {
    ...{ what, isPublic: false },
    concerns: [
      { kind: 'party', party },
      { kind: 'role', role: 'code-administrator' },
    ],
    subject: `Obligation ${obligation}: a judgement about ${party}`,
    body: [...blocks, linked('Open the obligation', obligation)],
  });
}

function tell(
  stream: readonly Happened[],
  told: Pick<Notice, 'what' | 'isPublic' | 'concerns' | 'subject' | 'body'>,
): Told {
  const at = stream.at(-1)?.recordedAt;
  if (at === undefined) return NOTHING_TOLD;
  const notice: Notice = {
    ...told,
    topic: 'obligation',
    modification: null,
    code: null,
    at,
    until: null,
    reminds: null,
  };
  return { ...NOTHING_TOLD, notices: [notice] };
}

function linked(text: string, obligation: string): Block {
  return paragraph([{ kind: 'link', text, href: `/obligations/${encodeURIComponent(obligation)}` }]);
}
