import { z } from 'zod';
import { done, refuse } from '../../app/operation.ts';
import { runDecoded } from '../../app/run-operation.ts';
import { showText } from '../../app/text/show-text.ts';
import { redline } from '../../core/code/redline.ts';
import { textOnDayDocument } from '../../core/document/text-on-day.ts';
import { writeDay } from '../../core/kernel/day.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { htmlDocument } from '../../format/html/document.ts';
import type { Command } from '../command.ts';
import { READER, RECORD_OPTIONS } from '../operation-command.ts';
import { redlineLines } from '../text.ts';

const FORMATS = ['text', 'html', 'json'];

type Shown = z.output<typeof showText.output>;

/** `text sec G3.26 --on 2018-10-12`: the words on a day, or the redline between two. */
export const text: Command = {
  path: ['text'],
  summary: showText.summary,
  positionals: [
    { name: 'CODE', required: true, description: 'Instrument by id: sec.' },
    { name: 'REFERENCE', required: false, description: 'Printed reference: G3.26; left out, the whole text.' },
  ],
  options: [
    {
      name: 'on',
      value: 'DAY',
      repeatable: false,
      description: 'The day, YYYY-MM-DD (default: today by the clock of the record).',
    },
    {
      name: 'against',
      value: 'DAY',
      repeatable: false,
      description: 'A second day: prints the redline from the earlier to the later.',
    },
    { name: 'known-at', value: 'INSTANT', repeatable: false, description: 'As the record was known at this instant.' },
    { name: 'format', value: 'FORMAT', repeatable: false, description: 'text, html or json (default text).' },
    ...RECORD_OPTIONS.filter((option) => option.name === 'data'),
  ],
  run: async ({ positionals: [instrument, reference = null], values, switches }, runtime) => {
    const format = switches.has('json') ? 'json' : (values.get('format')?.[0] ?? 'text');
    if (!FORMATS.includes(format)) {
      return refuse(rejection('input-invalid', `--format is "${format}"; expected ${FORMATS.join(', ')}`));
    }
    const asked = { against: values.get('against')?.[0] ?? null, knownAt: values.get('known-at')?.[0] ?? null };
    const result = await runtime.withRecord(values.get('data')?.[0] ?? null, async ({ ports }) => {
      const on = values.get('on')?.[0] ?? ports.clock.now().slice(0, 10);
      return runDecoded(showText, { ports, actor: READER }, { instrument, reference, on, ...asked } as z.input<
        typeof showText.input
      >);
    });
    if (!result.ok) return result;
    if (!result.value.ok) return result.value;
    const shown = result.value.value;
    const json = z.encode(showText.output, shown);
    if (format === 'json') return done({ text: JSON.stringify(json, null, 2), json });
    const paper = textOnDayDocument({ ...shown, label: shown.version?.label ?? null });
    return done({ text: format === 'html' ? htmlDocument(paper) : asText(shown), json });
  },
};

/** Indented by depth; in a redline inserted words stand in {+ +} and deleted ones in [- -]. */
function asText(shown: Shown): string {
  const forest = { provisions: shown.provisions };
  const { comparison, instrument } = shown;
  const blocks = comparison?.blocks ?? redline(forest, forest);
  const head =
    comparison === null
      ? `${instrument.shortTitle}${labelOf(shown.version)}, on ${writeDay(shown.on)}`
      : `${instrument.shortTitle}${labelOf(comparison.fromVersion)}, on ${writeDay(comparison.from)}, against` +
        `${labelOf(comparison.toVersion)}, on ${writeDay(comparison.to)}`;
  const absent = shown.absent === null || comparison !== null ? [] : [shown.absent];
  return [head, instrument.notice, '', ...absent, ...redlineLines(blocks)].join('\n');
}

function labelOf(version: Shown['version']): string {
  return version === null ? ' before its first version' : ` v${version.label}`;
}
