import type { Day } from '../kernel/day.ts';
import type { Actor, Role } from '../party/actor.ts';
import type { DueDay } from './due-days.ts';

/** Content that is kept beside the chain: by id, and the digest by which it is proved. */
interface ContentReference {
  readonly id: string;
  readonly digest: string;
}

/** What a named person records to show that a duty is met. What it says is confidential and kept beside the chain. */
export interface Evidence {
  readonly id: string;
  readonly code: string;
  readonly obligation: string;
  readonly party: string;
  /** Group of systems by id, or the party itself. */
  readonly subject: string;
  /** The due day that it is for, by the end of its period or the day of its event; null for a duty that is there all the time. */
  readonly of: Day | null;
  /** The day about which it says something. */
  readonly shows: Day;
  readonly content: ContentReference;
  readonly file: ContentReference | null;
  /** A person by name, and in which role they recorded it. */
  readonly by: string;
  readonly role: Role;
  readonly on: Day;
}

/** Stream `evidence/<party>`: what shows that a party meets its duties. */
export type EvidenceEvent =
  | ({ readonly type: 'evidence-recorded' } & Evidence)
  | ({ readonly type: 'evidence-withdrawn' } & EvidenceWithdrawal);

/** That a piece of evidence shows nothing: the wrong file, the wrong period. The piece stays in the record. */
export interface EvidenceWithdrawal {
  /** The piece of evidence by id. */
  readonly id: string;
  /** Why, in confidence and so kept beside the chain. */
  readonly reasons: ContentReference;
  /** A person by name. */
  readonly by: string;
  readonly on: Day;
}

/** A piece of evidence with what became of it. */
export interface KeptEvidence extends Evidence {
  readonly withdrawn: Omit<EvidenceWithdrawal, 'id'> | null;
}

/** What a stream of evidence comes to, in the order in which it was recorded. */
export function evidenceIn(events: readonly EvidenceEvent[]): readonly KeptEvidence[] {
  const withdrawals = new Map(
    events.flatMap((event) => (event.type === 'evidence-withdrawn' ? [[event.id, event] as const] : [])),
  );
  return events.flatMap((event): KeptEvidence[] => {
    if (event.type !== 'evidence-recorded') return [];
    const { type: _, ...evidence } = event;
    const taken = withdrawals.get(evidence.id);
    const withdrawn = taken === undefined ? null : { reasons: taken.reasons, by: taken.by, on: taken.on };
    return [{ ...evidence, withdrawn }];
  });
}

/** What is said in confidence of a piece of evidence. */
export interface EvidenceContent {
  readonly title: string;
  readonly note: string;
  readonly file: { readonly name: string; readonly mediaType: string; readonly bytes: number } | null;
}

/** Whether someone may read what shows that a party meets its duties: its own people, its assessor and the Code Administrator. */
export function mayReadEvidence({ role, party }: Pick<Actor, 'role' | 'party'>, about: string): boolean {
  if (role === 'code-administrator' || role === 'clock') return true;
  return party === undefined ? role === 'assessor' : party === about;
}

/** Whether someone may withdraw a piece of evidence: the Code Administrator any, a Party what its own people recorded of it. */
export function mayWithdrawEvidence(
  { role, party }: Pick<Actor, 'role' | 'party'>,
  evidence: Pick<Evidence, 'party' | 'role'>,
): boolean {
  return role === 'code-administrator' || (role === 'party' && party === evidence.party && evidence.role === 'party');
}

/** A place where evidence is expected. */
export interface Slot {
  readonly of: Day | null;
  /** By when; null where no day is set. */
  readonly due: Day | null;
  /**
   * `early`: what is there was recorded before its period had ended or its event had happened, so that something for the
   * rest is still to come; `overdue`: still empty after its day; `late`: filled after it.
   */
  readonly standing: 'empty' | 'early' | 'filled' | 'late' | 'overdue';
  /** By id, in order of recording. */
  readonly evidence: readonly string[];
}

/** The slots of a duty on a subject: one for each due day, or one alone for a duty that is there all the time. */
export function slotsOf(
  recurs: boolean,
  due: readonly DueDay[],
  evidence: readonly Pick<Evidence, 'id' | 'of' | 'on'>[],
  today: Day,
): readonly Slot[] {
  const expected = recurs
    ? due.flatMap(({ of, on, standing }) => (of === null || standing === 'ended' ? [] : [{ of, due: on }]))
    : [{ of: null, due: null }];
  return expected.map((slot) => {
    const own = evidence.filter((one) => one.of === slot.of).toSorted((a, b) => a.on - b.on);
    const whole = own.find((one) => slot.of === null || one.on >= slot.of);
    const after = slot.due !== null && (whole?.on ?? today) > slot.due;
    const standing =
      whole === undefined ? (after ? 'overdue' : own.length === 0 ? 'empty' : 'early') : after ? 'late' : 'filled';
    return { ...slot, standing, evidence: own.map((one) => one.id) };
  });
}
