import { writeDay } from '../../kernel/day.ts';
import { writeInstant } from '../../kernel/instant.ts';
import { list } from '../build.ts';
import { type Concern, NOTHING_TOLD, type Told } from './notice.ts';
import { aboutModification, type EventOf, outcomeTitle, stepOf, stepTitle, type Telling } from './words.ts';

const CLOSEST: readonly Concern[] = [
  { kind: 'role', role: 'code-administrator' },
  { kind: 'role', role: 'proposer' },
];
const PARTIES: readonly Concern[] = [{ kind: 'role', role: 'party' }];

type Moved = EventOf<'modification-resumed'>['clocks'];

/** A proposal was put on hold. */
export function held({ by, reasons, until, on }: EventOf<'modification-held'>, telling: Telling): Told {
  const goesOn = until === null ? 'until somebody takes it off hold' : `until ${writeDay(until)}, when it goes on`;
  return one(telling, {
    topic: 'hold',
    what: 'modification-held',
    subject: 'on hold',
    sentence: `${by} put the proposal on hold on ${writeDay(on)}, ${goesOn}. Its clocks stand still.`,
    reasons,
    concerns: [...CLOSEST, ...PARTIES],
  });
}

/** The day was given on which a proposal on hold goes on. */
export function holdPlanned({ by, reasons, until }: EventOf<'hold-planned'>, telling: Telling): Told {
  return one(telling, {
    topic: 'hold',
    what: 'hold-planned',
    subject: `goes on on ${writeDay(until)}`,
    sentence: `${by} gave the day on which the proposal goes on: ${writeDay(until)}.`,
    reasons,
    concerns: CLOSEST,
  });
}

/** A proposal was taken off hold. */
export function resumed({ reasons, on, clocks }: EventOf<'modification-resumed'>, telling: Telling): Told {
  return one(telling, {
    topic: 'hold',
    what: 'modification-resumed',
    subject: 'no longer on hold',
    sentence: `The proposal goes on since ${writeDay(on)}.`,
    reasons,
    blocks: closings(clocks, telling),
    concerns: [...CLOSEST, ...PARTIES],
  });
}

/** A proposal was taken back, for good or until another adopts it. */
export function withdrawn(event: EventOf<'proposal-withdrawn'>, telling: Telling): Told {
  const { by, reasons, on, adoptableUntil } = event;
  const then = adoptableUntil === null ? '' : ` Another can adopt it until the end of ${writeDay(adoptableUntil)}.`;
  return one(telling, {
    topic: 'ended',
    what: 'proposal-withdrawn',
    subject: adoptableUntil === null ? 'withdrawn' : 'withdrawn, and open to adoption',
    sentence: `${by} withdrew the proposal on ${writeDay(on)}.${then}`,
    reasons,
    concerns: [{ kind: 'role', role: 'code-administrator' }, ...(adoptableUntil === null ? [] : PARTIES)],
  });
}

/** Another took a proposal on. */
export function adopted({ proposer, reasons, on, clocks }: EventOf<'proposal-adopted'>, telling: Telling): Told {
  return one(telling, {
    topic: 'hold',
    what: 'proposal-adopted',
    subject: `adopted by ${proposer.name}`,
    sentence: `${proposer.name} adopted the proposal on ${writeDay(on)}, and it goes on as theirs.`,
    reasons,
    blocks: closings(clocks, telling),
    concerns: [...CLOSEST, ...PARTIES],
  });
}

/** The path was changed after it had been determined. */
export function pathChanged({ step, outcome, by, reasons, on }: EventOf<'path-changed'>, telling: Telling): Told {
  const title = outcomeTitle(telling, step, outcome);
  return one(telling, {
    topic: 'decision',
    what: 'path-changed',
    subject: `the path is changed: ${title}`,
    sentence: `${by} changed the path on ${writeDay(on)}: ${title}.`,
    reasons,
    step: stepOf(telling, step),
    concerns: [...CLOSEST, ...PARTIES],
  });
}

/** The critical friend commented on a proposal, or its proposer answered. */
export function commented(event: EventOf<'comment-made'> | EventOf<'comment-answered'>, telling: Telling): Told {
  const { type, comment, by, text, on } = event;
  const did = type === 'comment-made' ? 'commented' : `answered comment ${comment}`;
  return one(telling, {
    topic: 'papers',
    what: type,
    subject: `${by} ${did}`,
    sentence: `${by} ${did} on ${writeDay(on)}.`,
    reasons: text,
    concerns: CLOSEST,
  });
}

/** What the proposal does to Parties was signed. */
export function impactSigned({ by, on, text }: EventOf<'impact-signed'>, telling: Telling): Told {
  return one(telling, {
    topic: 'papers',
    what: 'impact-signed',
    subject: 'the impact on Parties is signed',
    sentence: `${by} signed the impact on Parties on ${writeDay(on)}.`,
    reasons: text,
    concerns: [...CLOSEST, ...PARTIES],
  });
}

/** When what stood still closes now. */
function closings(clocks: Moved, telling: Telling) {
  return clocks.length === 0
    ? []
    : [list(clocks.map(({ step, closes }) => `${stepTitle(telling, step)} closes at ${writeInstant(closes)}`))];
}

function one(telling: Telling, wording: Parameters<typeof aboutModification>[1]): Told {
  return { ...NOTHING_TOLD, notices: [aboutModification(telling, wording)] };
}
