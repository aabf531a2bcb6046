import type { EffectComparison } from '../app/effect/compare-effect.ts';
import type { OutcomeChange } from '../core/assurance/outcomes.ts';
import { formatDay } from '../core/kernel/day.ts';
import { formatInterval } from '../core/kernel/interval.ts';
import { asColumns } from './text.ts';

/** What was predicted of an effect and what came about, as a person reads it at the command line. */
export function comparisonAsText({
  modification,
  title,
  predicted,
  recorded,
  parties,
  counts,
}: EffectComparison): string {
  const whose =
    predicted.from === 'signed' ? `signed by ${predicted.by}` : 'as known at the approval, signed by nobody';
  const day = (of: EffectComparison['recorded']['implementation']) => (of === null ? 'no day' : formatDay(of));
  const rows = parties.flatMap((party) =>
    party.duties.map((duty) => [
      party.party,
      duty.subject,
      duty.provision,
      duty.standings.join(', '),
      changesText(duty.predicted),
      changesText(duty.recorded),
    ]),
  );
  const reasons = [...new Set(parties.flatMap((party) => party.duties.flatMap((duty) => duty.reasons)))];
  return [
    `${modification} ${title}`,
    `Predicted: ${whose}, computed at ${predicted.at}; implementation ${day(predicted.implementation)} predicted, ${day(recorded.implementation)} recorded.`,
    `Parties: ${counts
      .filter((one) => one.parties > 0)
      .map((one) => `${one.parties} ${one.standing}`)
      .join(', ')}.`,
    ...(rows.length === 0
      ? []
      : [asColumns(['Party', 'Systems', 'Provision', 'Stands', 'Predicted', 'Recorded'], rows)]),
    ...(reasons.length === 0 ? [] : [['What differed:', ...reasons.map((one) => `  ${one}`)].join('\n')]),
  ].join('\n\n');
}

function changesText(all: readonly OutcomeChange[]): string {
  return all.map((one) => `${one.change} ${formatInterval(one)}`).join('; ') || 'none';
}
