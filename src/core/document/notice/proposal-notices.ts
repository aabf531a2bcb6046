import { writeDay } from '../../kernel/day.ts';
import type { ProposalEvent } from '../../modification/proposal.ts';
import { list, paragraph } from '../build.ts';
import { listed, sentenceCase, writeCommencement, writeSpan } from '../prose.ts';
import {
  ballotClosed,
  ballotOpened,
  consultationClosed,
  consultationExtended,
  consultationOpened,
  questionnaireSet,
  responseReceived,
} from './hearing-notices.ts';
import { type Concern, NOTHING_TOLD, type Told } from './notice.ts';
import { REFINEMENT_TELLERS } from './refinement-notices.ts';
import {
  adopted,
  commented,
  held,
  holdPlanned,
  impactSigned,
  pathChanged,
  resumed,
  withdrawn,
} from './rest-notices.ts';
import { TIMETABLE_TELLERS } from './timetable-notices.ts';
import { aboutModification, doer, type EventOf, note, outcomeTitle, stepOf, stepTitle, type Telling } from './words.ts';

type Wording = Parameters<typeof aboutModification>[1];

/** What a type of event gives people to know; null where it is nobody's news. */
type Teller<T extends ProposalEvent['type']> = ((event: EventOf<T>, telling: Telling) => Told) | null;

/** Who proposed it, and who administers it. */
const CLOSEST: readonly Concern[] = [
  { kind: 'role', role: 'code-administrator' },
  { kind: 'role', role: 'proposer' },
];
const ADMINISTRATOR: readonly Concern[] = [{ kind: 'role', role: 'code-administrator' }];
const PARTIES: readonly Concern[] = [{ kind: 'role', role: 'party' }];

/** Every event of a proposal: a new type says here what it tells, or null. */
export const TELLERS: { readonly [T in ProposalEvent['type']]: Teller<T> } = {
  'proposal-raised': raised,
  'paper-submitted': ({ step, on }, telling) =>
    one(telling, {
      topic: 'papers',
      what: 'paper-submitted',
      subject: stepTitle(telling, step),
      sentence: `${stepTitle(telling, step)} on ${writeDay(on)}.`,
      step: stepOf(telling, step),
      link: { text: 'Read the papers', page: '/papers' },
    }),
  'determination-made': determined,
  'questionnaire-set': questionnaireSet,
  'consultation-opened': consultationOpened,
  'response-received': responseReceived,
  'consultation-extended': consultationExtended,
  'consultation-closed': consultationClosed,
  'ballot-opened': ballotOpened,
  'vote-cast': null,
  'vote-withdrawn': null,
  'proxy-given': ({ step, to, by }, telling) =>
    one(telling, {
      topic: 'ballot',
      what: 'proxy-given',
      subject: `${by.name} gave you a vote`,
      sentence: `${by.name} gave you a vote in the ${stepTitle(telling, step)}, which you may cast.`,
      step: stepOf(telling, step),
      concerns: [
        stepOf(telling, step)?.voting?.unit === 'party' ? { kind: 'party', party: to } : { kind: 'seat', seat: to },
      ],
    }),
  'proxy-withdrawn': null,
  'attendance-recorded': null,
  'interest-declared': null,
  'ballot-closed': ballotClosed,
  'decision-referred': ({ step, grounds, on }, telling) =>
    one(telling, {
      topic: 'appeal',
      what: 'decision-referred',
      subject: 'the decision was referred',
      sentence: `A Party referred the decision on ${writeDay(on)}.`,
      blocks: [note('Grounds', grounds)],
      step: stepOf(telling, step),
      concerns: [...CLOSEST, { kind: 'role', role: 'authority' }],
    }),
  'window-opened': ({ step, lastDay }, telling) =>
    one(telling, {
      topic: 'appeal',
      what: 'window-opened',
      subject: `${stepTitle(telling, step)} runs until the end of ${writeDay(lastDay)}`,
      sentence: `The last day of the ${stepTitle(telling, step)} is ${writeDay(lastDay)}.`,
      step: stepOf(telling, step),
      concerns: PARTIES,
    }),
  'window-elapsed': ({ step }, telling) =>
    one(telling, {
      topic: 'appeal',
      what: 'window-elapsed',
      subject: 'nobody referred the decision in time',
      sentence: `The ${stepTitle(telling, step)} has run out, and nobody referred the decision.`,
      step: stepOf(telling, step),
      concerns: CLOSEST,
    }),
  'steps-reopened': ({ step, steps, directions }, telling) =>
    one(telling, {
      topic: 'hold',
      what: 'steps-reopened',
      subject: `sent back by the ${stepTitle(telling, step)}`,
      sentence: `The proposal was sent back. These steps are done anew: ${listed(steps.map((id) => stepTitle(telling, id)))}.`,
      blocks: directions === undefined ? [] : [note('Directions', directions)],
      step: stepOf(telling, step),
      concerns: CLOSEST,
    }),
  'profile-changed': ({ reasons }, telling) =>
    one(telling, {
      topic: 'hold',
      what: 'profile-changed',
      subject: `goes on under ${telling.rules.profile.title}`,
      sentence: `From now on the proposal follows ${telling.rules.profile.title}.`,
      reasons,
      concerns: CLOSEST,
    }),
  'implementation-dated': ({ step, day, reasons }, telling) =>
    one(telling, {
      topic: 'implementation',
      what: 'implementation-dated',
      subject: `takes effect on ${writeDay(day)}`,
      sentence: `${doer(telling)} set the day of implementation: ${writeDay(day)}.`,
      reasons,
      step: stepOf(telling, step),
      concerns: PARTIES,
    }),
  'part-implemented': ({ step, title, label, inForceFrom }, telling) =>
    one(telling, {
      topic: 'implementation',
      what: 'part-implemented',
      subject: `${title} is implemented as version ${label}`,
      sentence: `The part “${title}” became version ${label}, in force from ${writeDay(inForceFrom)}.`,
      step: stepOf(telling, step),
      concerns: PARTIES,
    }),
  'modification-implemented': ({ step, label }, telling) =>
    one(telling, {
      topic: 'implementation',
      what: 'modification-implemented',
      subject: `implemented as version ${label}`,
      sentence: `The modification is implemented: its text became version ${label} of the code.`,
      step: stepOf(telling, step),
      link: { text: 'Read the legal text', page: '/legal-text' },
      concerns: PARTIES,
    }),
  'legal-text-drafted': ({ against }, telling) =>
    one(telling, {
      topic: 'text',
      what: 'legal-text-drafted',
      subject: 'the legal text was drafted anew',
      sentence: `${doer(telling)} drafted the legal text anew, against version ${against}.`,
      link: { text: 'Read the legal text', page: '/legal-text' },
      concerns: ADMINISTRATOR,
    }),
  'obligations-drafted': (_, telling) =>
    one(telling, {
      topic: 'text',
      what: 'obligations-drafted',
      subject: 'what it does to obligations was drafted anew',
      sentence: `${doer(telling)} drafted anew what the modification would do to obligations.`,
      link: { text: 'See who would be touched', page: '/effect' },
      concerns: ADMINISTRATOR,
    }),
  'legal-text-rebased': ({ over }, telling) =>
    one(telling, {
      topic: 'text',
      what: 'legal-text-rebased',
      subject: `the legal text now stands on version ${over.label}`,
      sentence: `Version ${over.label} was published, and the legal text was mapped over it. Its words may read differently where both touch the same provision.`,
      link: { text: 'Read the legal text', page: '/legal-text' },
      concerns: CLOSEST,
    }),
  'legal-text-anchored': null,
  'conflict-resolved': ({ with: other, reasons }, telling) =>
    one(telling, {
      topic: 'text',
      what: 'conflict-resolved',
      subject: `the conflict with ${other} is settled`,
      sentence: `It is settled how this modification and ${other} stand together.`,
      reasons,
      link: { text: 'See the conflicts', page: '/conflicts' },
      concerns: CLOSEST,
    }),
  'event-occurred': ({ event, day }, telling) =>
    one(telling, {
      topic: 'implementation',
      what: 'event-occurred',
      subject: `“${event.replaceAll('-', ' ')}” took place`,
      sentence: `What the implementation waited for, “${event.replaceAll('-', ' ')}”, took place on ${writeDay(day)}.`,
      concerns: CLOSEST,
    }),
  'modification-held': held,
  'hold-planned': holdPlanned,
  'modification-resumed': resumed,
  'proposal-withdrawn': withdrawn,
  'proposal-adopted': adopted,
  'path-changed': pathChanged,
  'impact-signed': impactSigned,
  'comment-made': commented,
  'comment-answered': commented,
  'proposal-closed': closed,
  ...REFINEMENT_TELLERS,
  ...TIMETABLE_TELLERS,
};

/** What an event of a proposal gives people to know. */
export function proposalNotices(event: ProposalEvent, telling: Telling): Told {
  // the entry of a type takes the event of that type, which the compiler does not follow through the look-up
  const teller = TELLERS[event.type] as ((event: ProposalEvent, telling: Telling) => Told) | null;
  return teller === null ? NOTHING_TOLD : teller(event, telling);
}

function one(telling: Telling, wording: Wording): Told {
  return { ...NOTHING_TOLD, notices: [aboutModification(telling, wording)] };
}

function raised({ content, raisedOn }: EventOf<'proposal-raised'>, telling: Telling): Told {
  const urgent = content.urgency.asked ? [note('Urgency is asked for', sentenceCase(content.urgency.reason))] : [];
  return one(telling, {
    topic: 'raised',
    what: 'proposal-raised',
    subject: `${content.title} was raised`,
    sentence: `${content.proposer.name} raised it on ${writeDay(raisedOn)}.`,
    facts: [
      ...(content.pathAsked === '' ? [] : [['Path asked for', content.pathAsked] as const]),
      ['Would take effect on', writeCommencement(content.implementation)],
    ],
    blocks: urgent,
    concerns: ADMINISTRATOR,
  });
}

function determined(event: EventOf<'determination-made'>, telling: Telling): Told {
  const { step, outcome, reasons, on, timetable } = event;
  const title = outcomeTitle(telling, step, outcome);
  const decided = aboutModification(telling, {
    topic: 'decision',
    what: 'determination-made',
    subject: `${stepTitle(telling, step)}: ${title}`,
    sentence: `${doer(telling)} decided on ${writeDay(on)}: ${title}.`,
    reasons,
    step: stepOf(telling, step),
    concerns: CLOSEST,
  });
  if (timetable === null) return { ...NOTHING_TOLD, notices: [decided] };
  const set = aboutModification(telling, {
    topic: 'timetable',
    what: 'timetable-set',
    subject: 'another timetable holds',
    sentence: `${doer(telling)} set this timetable on ${writeDay(on)}.`,
    blocks: [list(timetable.steps.map((row) => `${stepTitle(telling, row.step)}: ${writeSpan(row.from, row.to)}`))],
    step: stepOf(telling, step),
    concerns: CLOSEST,
  });
  return { ...NOTHING_TOLD, notices: [decided, set] };
}

/** The end of a proposal, where no other event has told it: its withdrawal or its implementation. */
function closed({ title, on }: EventOf<'proposal-closed'>, telling: Telling): Told {
  const { withdrawn, label } = telling.after;
  if (withdrawn !== null || label !== null) return NOTHING_TOLD;
  return one(telling, {
    topic: 'ended',
    what: 'proposal-closed',
    subject: `closed: ${title}`,
    sentence: `The modification ended on ${writeDay(on)}: ${title}.`,
    blocks: [paragraph('Nothing more is to be done about it.')],
    concerns: [...CLOSEST, ...PARTIES],
  });
}
