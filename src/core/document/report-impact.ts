import { writeDay } from '../kernel/day.ts';
import { writeInstant } from '../kernel/instant.ts';
import type { ImpactFigure, SignedImpact } from '../modification/impact/impact.ts';
import type { Block } from './block.ts';
import { heading, paragraph, table } from './build.ts';

/** What a report says of the impact on Parties as it follows from the effect on their duties. */
export interface ReportImpact {
  readonly paragraphs: readonly string[];
  readonly figures: readonly ImpactFigure[];
  /** Null while nobody has signed it. */
  readonly signed: Pick<SignedImpact, 'by' | 'on' | 'basis'> | null;
  /** Why what was signed is out of date. */
  readonly outOfDate: readonly string[];
}

/** The impact on the duties of Parties: the words, the figures, and who signed them or that nobody has. */
export function impactBlocks(impact: ReportImpact | null): readonly Block[] {
  if (impact === null) return [];
  const { paragraphs, figures, signed, outOfDate } = impact;
  return [
    heading('Impact on the duties of Parties'),
    ...paragraphs.map((text) => paragraph(text)),
    table(
      'What the effect on duties comes to',
      ['Figure', 'Value'],
      figures.map(({ title, value }) => [title, value]),
    ),
    paragraph(
      signed === null
        ? 'These words and figures follow from the record by computation; nobody has signed them yet.'
        : `Signed by ${signed.by} on ${writeDay(signed.on)}, with the figures as they were computed at ${writeInstant(signed.basis.computedAt)} (digest ${signed.basis.digest.slice(0, 16)}).`,
    ),
    ...(outOfDate.length === 0 ? [] : [paragraph(`What was signed is out of date. ${outOfDate.join(' ')}`)]),
  ];
}

/** The paragraphs of a text that a person wrote, which empty lines divide. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .map((one) => one.replaceAll(/\s*\n\s*/g, ' ').trim())
    .filter((one) => one !== '');
}
