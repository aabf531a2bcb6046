import { writeDay } from '../../kernel/day.ts';
import type { ProposalLife } from '../state.ts';
import type { ImpactFigure, SignedImpact } from './impact.ts';

/** What is computed now, for what was computed when somebody signed. */
export interface ComputedImpact {
  readonly digest: string;
  readonly figures: readonly ImpactFigure[];
}

/** Why what was signed is out of date, in sentences: the legal text was changed, or the effect comes to something else. */
export function outOfDate(
  { basis, figures }: SignedImpact,
  { legalText }: Pick<ProposalLife, 'legalText'>,
  computed: ComputedImpact,
): readonly string[] {
  const { revision, since } = legalText;
  const text =
    revision === basis.revision
      ? []
      : [`The legal text was changed after it was signed; the text that stands is of ${writeDay(since)}.`];
  if (computed.digest === basis.digest) return text;
  const changed = figureChanges(figures, computed.figures);
  const other = 'The figures are the same, but for some Parties the days come out otherwise.';
  return [...text, ...(changed.length === 0 ? [other] : changed)];
}

function figureChanges(signed: readonly ImpactFigure[], now: readonly ImpactFigure[]): readonly string[] {
  const before = new Map(signed.map((one) => [one.id, one]));
  const after = new Map(now.map((one) => [one.id, one]));
  return [...new Map([...before, ...after]).values()].flatMap(({ id, title }) => {
    const [was, is] = [before.get(id)?.value ?? 'none', after.get(id)?.value ?? 'none'];
    return was === is ? [] : [`“${title}” was ${was} when it was signed and is ${is} now.`];
  });
}
