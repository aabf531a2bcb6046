import type { NextAct } from '../../core/modification/what-next.ts';

const WHERE: Readonly<Record<string, string>> = {
  'submit-paper': 'awaiting a paper',
  'make-determination': 'awaiting a decision',
  'open-consultation': 'consultation to be opened',
  respond: 'in consultation',
  'open-ballot': 'vote to be opened',
  'cast-vote': 'voting',
  'close-ballot': 'all have voted',
  'refer-decision': 'in the referral window',
  'set-implementation-date': 'awaiting a date',
  'implement-modification': 'awaiting implementation',
  'resume-modification': 'on hold',
  'adopt-proposal': 'withdrawn, open to adoption',
};

/** In few words, what a modification that is open waits for. */
export function whereItStands(acts: readonly Pick<NextAct, 'operation' | 'optional'>[]): string {
  const running = acts.find((act) => act.operation !== null && act.optional);
  const due = acts.find((act) => act.operation !== null && !act.optional);
  return WHERE[(due ?? running)?.operation ?? ''] ?? 'open';
}
