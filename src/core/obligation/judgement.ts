import type { Day } from '../kernel/day.ts';
import { type Actor, ROLES, type Role } from '../party/actor.ts';
import type { Obligation } from './obligation.ts';

/** What a person can find of words that no program computes. */
export const VERDICTS = ['met', 'not-met', 'open'] as const;

/** How a verdict is said. */
export const VERDICT_IN_WORDS: Readonly<Record<(typeof VERDICTS)[number], string>> = {
  met: 'met',
  'not-met': 'not met',
  open: 'cannot be said yet',
};

/** Stream `judgement/<party>`: what people judge of a party's duties. Only the latest on the same words counts. */
export type JudgementEvent =
  | ({ readonly type: 'judgement-recorded' } & Judgement)
  | {
      /** The judgement is taken back, as if nobody had judged. */
      readonly type: 'judgement-withdrawn';
      readonly id: string;
      readonly reasons: string;
      readonly by: string;
      readonly on: Day;
    };

/** A named person's finding about words of a duty, which no program computes. */
export interface Judgement {
  readonly id: string;
  readonly code: string;
  readonly obligation: string;
  readonly party: string;
  /** Group of systems by id; null for the party as a whole. */
  readonly group: string | null;
  /** The judgement words of the obligation that it is about: `best endeavours`. */
  readonly words: string;
  readonly verdict: (typeof VERDICTS)[number];
  /** The day about which it is judged. */
  readonly asOf: Day;
  /** What it rests on: papers, visits, statements. */
  readonly evidence: readonly string[];
  readonly reasons: string;
  /** A person by name, and in which role they judged. */
  readonly by: string;
  readonly role: Role;
  readonly on: Day;
}

/** A judgement with what became of it. */
export interface KeptJudgement extends Judgement {
  readonly withdrawn: { readonly by: string; readonly reasons: string; readonly on: Day } | null;
  /** Whether a later one on the same words, about the same or a later day, stands in its place. */
  readonly superseded: boolean;
}

/** Who judges: those who assure and govern, and a party about itself alone. */
export const JUDGES = ROLES.filter((role) =>
  ['code-administrator', 'panel', 'authority', 'assessor', 'party'].includes(role),
);

/** Whether someone may read what is judged of a party: those who judge, and the party itself. */
export function mayReadJudgements({ role, party }: Actor, about: string): boolean {
  return role === 'clock' || (role === 'party' || party !== undefined ? party === about : JUDGES.includes(role));
}

/** Why somebody may not judge words of a party's duty, as a sentence; null when they may. */
export function judgingFault(
  { role, party }: Actor,
  { judgementWords, title }: Obligation,
  judged: Pick<Judgement, 'party' | 'words'>,
): { readonly field: 'party' | 'words'; readonly sentence: string } | null {
  if (role === 'party' && party !== judged.party)
    return { field: 'party', sentence: 'A Party records judgements about itself alone.' };
  if (judgementWords.includes(judged.words)) return null;
  const words = judgementWords.map((one) => `"${one}"`).join(' or ');
  const expected = judgementWords.length === 0 ? 'none of its words is judged' : `expected ${words}`;
  return { field: 'words', sentence: `"${judged.words}" is no word of "${title}" that a person judges; ${expected}.` };
}

/** What a stream of judgements comes to, in the order in which they were recorded. */
export function judgementsIn(events: readonly JudgementEvent[]): readonly KeptJudgement[] {
  const recorded = events.filter((event) => event.type === 'judgement-recorded');
  const withdrawals = new Map(
    events.flatMap((event) => (event.type === 'judgement-withdrawn' ? [[event.id, event] as const] : [])),
  );
  return recorded.map(({ type: _, ...judgement }, at): KeptJudgement => {
    const taken = withdrawals.get(judgement.id);
    const withdrawn = taken === undefined ? null : { by: taken.by, reasons: taken.reasons, on: taken.on };
    const superseded = recorded
      .slice(at + 1)
      .some((later) => isAboutSame(judgement, later) && later.asOf >= judgement.asOf && !withdrawals.has(later.id));
    return { ...judgement, withdrawn, superseded };
  });
}

function isAboutSame(a: Judgement, b: Judgement): boolean {
  return a.code === b.code && a.obligation === b.obligation && a.group === b.group && a.words === b.words;
}
