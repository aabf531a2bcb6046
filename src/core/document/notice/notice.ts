import type { Instant } from '../../kernel/instant.ts';
import type { Role } from '../../party/actor.ts';
import type { Block, Inline } from '../block.ts';

/** What notices are about; people choose by these. */
export const TOPICS = {
  raised: 'A modification is raised',
  papers: 'Papers and reports',
  meeting: 'Meetings and their papers',
  refinement: 'Working Groups, assessments and alternatives',
  decision: 'Decisions of bodies and of the Authority',
  consultation: 'Consultations: opened, closing soon, closed',
  ballot: 'Votes: opened, closing soon, closed',
  appeal: 'Referrals and appeals',
  timetable: 'Timetables that are set or changed',
  hold: 'Put on hold, sent back, or moved to another process',
  text: 'Changes of a proposed legal text',
  implementation: 'Days of implementation, and implementation',
  ended: 'Withdrawn, rejected or otherwise ended',
  version: 'Versions of a code, published or moved',
  party: 'A Party: its category, its user roles and the systems that it operates',
  obligation: 'Obligations: the words they are bound to, and what is judged of them',
} as const;

/** A topic by name. */
export type Topic = keyof typeof TOPICS;

/** Whom a notice asks for something, or to whom it matters most. */
export type Concern =
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'seat'; readonly seat: string }
  | { readonly kind: 'party'; readonly party: string };

/** What people are told of something that happened, or will soon. */
export interface Notice {
  readonly topic: Topic;
  /** `ballot-opened`, `ballot-closing`: what programs go by. */
  readonly what: string;
  readonly modification: string | null;
  /** Code, or the instrument whose text it is about, by id. */
  readonly code: string | null;
  readonly concerns: readonly Concern[];
  /** Whether anyone may read it; else it is for those whom it concerns alone. */
  readonly isPublic: boolean;
  readonly subject: string;
  /** Links in it are addresses within the site: `/modifications/SECMP0065`. */
  readonly body: readonly Block[];
  /** When it is told: later than it is known where it reminds of something. */
  readonly at: Instant;
  /** From when on it is no longer worth telling; null: it always is. */
  readonly until: Instant | null;
  /** What it reminds of: `SECMP0065/ballot`; null where it reminds of nothing. */
  readonly reminds: string | null;
}

/** What an event gives people to know, and the reminders that are no longer due. */
export interface Told {
  readonly notices: readonly Notice[];
  /** Reminders that were not told yet and fall away, by what they remind of. */
  readonly settled: readonly string[];
}

/** Nobody is told anything. */
export const NOTHING_TOLD: Told = { notices: [], settled: [] };

/** The first address that words lead to, within the site; null when they lead nowhere. */
export function linkIn(body: readonly Block[]): string | null {
  const runs = body.flatMap((one): readonly Inline[] => (one.kind === 'paragraph' ? one.runs : []));
  return runs.find((run) => run.kind === 'link')?.href ?? null;
}
