import { searchText } from '../../app/text/search-text.ts';
import type { MarkedRun } from '../../core/code/search.ts';
import { writeDay } from '../../core/kernel/day.ts';
import type { Command } from '../command.ts';
import { answer, OPTIONS } from './references.ts';

/** `search 'security "Supplier Party"'`: the provisions in force on a day that hold these words. */
export const search: Command = {
  path: ['search'],
  summary: searchText.summary,
  positionals: [{ name: 'WORDS', required: true, description: 'security "Supplier Party" G3.26 enrol* -device.' }],
  options: [
    {
      name: 'on',
      value: 'DAY',
      repeatable: false,
      description: 'The day (default: today by the clock of the record).',
    },
    { name: 'document', value: 'ID', repeatable: false, description: 'Only in this document: G.' },
    { name: 'page', value: 'NUMBER', repeatable: false, description: 'Which page of the results (default 1).' },
    ...OPTIONS,
  ],
  run: (given, runtime) => {
    const option = (name: string) => given.values.get(name)?.[0];
    return answer(
      searchText,
      given,
      runtime,
      ({ clock }) => ({
        instrument: option('code') ?? 'sec',
        words: given.positionals[0] ?? '',
        on: option('on') ?? clock.now().slice(0, 10),
        knownAt: option('known-at') ?? null,
        document: option('document') ?? null,
        page: Number(option('page') ?? 1),
      }),
      ({ instrument, on, count, page, pages, results, named, ignored }) =>
        [
          `${instrument.shortTitle} on ${writeDay(on)}: ${count === 1 ? '1 provision' : `${count} provisions`}${pages > 1 ? `, page ${page} of ${pages}` : ''}`,
          ...(ignored.length === 0 ? [] : [`Not looked for: ${ignored.join(', ')}`]),
          ...(named === null
            ? []
            : [
                `${named.name}${named.heading === null ? '' : ` ${named.heading}`}${named.says === null ? '' : `: ${named.says}`}`,
              ]),
          ...results.flatMap(({ name, heading, excerpt }) => [
            '',
            `${name} ${told(heading)}`.trim(),
            `  ${told(excerpt)}`,
          ]),
        ].join('\n'),
    );
  },
};

function told(runs: readonly MarkedRun[]): string {
  return runs.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
}
