import { writeRange } from '../assurance/count-range.ts';
import type { EffectCounts } from '../assurance/effect.ts';
import { writeCitation } from '../kernel/citation.ts';
import type { Block } from './block.ts';
import { list, paragraph, section, table } from './build.ts';
import { writeCount } from './prose.ts';
import type { ReportView } from './report-view.ts';

/** The appendices that the record has something for: the glossary, the computed effect, the findings of a careful reader. */
export function appendices(view: ReportView): readonly Block[] {
  const parts = [glossary(view), effect(view), findings(view)].filter((part) => part !== null);
  return parts.flatMap((part, at) => [section(`Appendix ${at + 1}:`, part.title), ...part.blocks]);
}

interface Appendix {
  readonly title: string;
  readonly blocks: readonly Block[];
}

function glossary(view: ReportView): Appendix | null {
  const { glossary: terms } = view.content.report;
  if (terms.length === 0) return null;
  return {
    title: 'Glossary',
    blocks: [
      table(
        'Terms used in this document',
        ['Acronym', 'Defined term'],
        terms.map((term) => [term.acronym, term.meaning]),
      ),
    ],
  };
}

function effect(view: ReportView): Appendix | null {
  if (view.effect === null) return null;
  return {
    title: 'Effect, computed from the record',
    blocks: [
      paragraph(
        'How obligations and assessments differ with and without the modification, under each combination of the readings that its words allow. The first is the default.',
      ),
      table(
        'Effect under each combination of readings',
        ['Readings', ...EFFECT_COLUMNS.map(([title]) => title)],
        view.effect.combinations.map((one) => [
          Object.values(one.readings).join(', '),
          ...EFFECT_COLUMNS.map(([, count]) => count(one.counts)),
        ]),
      ),
    ],
  };
}

const EFFECT_COLUMNS: readonly (readonly [string, (counts: EffectCounts) => string])[] = [
  ['Parties that differ', (counts) => writeRange(counts.partiesChanged)],
  ['Bound in other words', (counts) => writeRange(counts.partiesReworded)],
  ['Unplanned Full assessments without', (counts) => writeRange(counts.unplannedFullWithout)],
  ['Unplanned Full assessments with', (counts) => writeRange(counts.unplannedFullWith)],
  [
    'Assessor capacity',
    ({ assessorCapacity }) => (assessorCapacity === null ? 'not stated' : writeCount(assessorCapacity)),
  ],
];

function findings(view: ReportView): Appendix | null {
  if (view.findings.length === 0) return null;
  return {
    title: 'Points that a careful reader finds',
    blocks: [
      list(
        view.findings.map((finding) => {
          const sources = finding.citations.map(writeCitation).join('; ');
          return `${finding.where}: ${finding.sentence}${sources === '' ? '' : ` (${sources})`}`;
        }),
      ),
    ],
  };
}
