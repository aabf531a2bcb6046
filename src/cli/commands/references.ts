import { z } from 'zod';
import { done, type Operation, type Result, refuse } from '../../app/operation.ts';
import { runDecoded } from '../../app/run-operation.ts';
import type { excerptSchema } from '../../app/text/excerpts.ts';
import { showHistory } from '../../app/text/show-history.ts';
import { showReferences } from '../../app/text/show-references.ts';
import { redline } from '../../core/code/redline.ts';
import { formatDay, writeDay } from '../../core/kernel/day.ts';
import type { Command, Given, Option, Printed, Runtime, World } from '../command.ts';
import { READER, RECORD_OPTIONS } from '../operation-command.ts';
import { redlineLines } from '../text.ts';

const REFERENCE = { name: 'REFERENCE', required: true, description: 'Printed reference: G3.26.' };
/** How a question about a code says which, as known when, in which record. */
export const OPTIONS: readonly Option[] = [
  { name: 'code', value: 'CODE', repeatable: false, description: 'Instrument by id (default sec).' },
  { name: 'known-at', value: 'INSTANT', repeatable: false, description: 'As the record was known at this instant.' },
  ...RECORD_OPTIONS.filter((option) => option.name === 'data'),
];

/** `references G3.26`: what it refers to, and what refers to it. */
export const references: Command = {
  path: ['references'],
  summary: showReferences.summary,
  positionals: [REFERENCE],
  options: [
    {
      name: 'on',
      value: 'DAY',
      repeatable: false,
      description: 'The day, YYYY-MM-DD (default: today by the clock of the record).',
    },
    ...OPTIONS,
  ],
  run: (given, runtime) => {
    const input = ({ clock }: World['ports']) => ({
      ...asked(given),
      on: given.values.get('on')?.[0] ?? clock.now().slice(0, 10),
    });
    return answer(showReferences, given, runtime, input, ({ reference, instrument, on, ...shown }) =>
      [
        `${instrument.shortTitle} ${reference} on ${writeDay(on)}`,
        ...excerpts('refers to', shown.refersTo),
        ...excerpts('is referred to by', shown.referredToBy),
        ...excerpts('defines what is used in', shown.usedBy),
        ...excerpts('uses the terms', shown.uses),
      ].join('\n'),
    );
  },
};

/** `history G3.26`: every wording it has had or will have, each as a redline against the one before. */
export const history: Command = {
  path: ['history'],
  summary: showHistory.summary,
  positionals: [REFERENCE],
  options: OPTIONS,
  run: (given, runtime) =>
    answer(
      showHistory,
      given,
      runtime,
      () => asked(given),
      ({ reference, instrument, wordings }) => {
        const forest = (at: number) => {
          const provision = wordings[at]?.provision ?? null;
          return { provisions: provision === null ? [] : [provision] };
        };
        const told = wordings.flatMap(({ label, inForceFrom, until, source }, at) => [
          '',
          `v${label}, from ${formatDay(inForceFrom)}${until === null ? '' : ` until ${formatDay(until)}`}${source === null ? '' : `, by ${source.reference}`}`,
          ...(wordings[at]?.provision === null ? ['  not in the text'] : []),
          ...redlineLines(redline(forest(at === 0 ? at : at - 1), forest(at))).map((line) => `  ${line}`),
        ]);
        return [`${instrument.shortTitle} ${reference}`, ...told].join('\n');
      },
    ),
};

function asked({ positionals: [reference = ''], values }: Given) {
  return { instrument: values.get('code')?.[0] ?? 'sec', reference, knownAt: values.get('known-at')?.[0] ?? null };
}

/** Asks an operation of the record that the options name, and prints what it says. */
export async function answer<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, O>,
  { values }: Given,
  runtime: Runtime,
  input: (ports: World['ports']) => unknown,
  text: (shown: z.output<O>) => string,
): Promise<Result<Printed>> {
  const result = await runtime.withRecord(values.get('data')?.[0] ?? null, ({ ports }) =>
    runDecoded(operation, { ports, actor: READER }, input(ports)),
  );
  if (!result.ok) return result;
  if (!result.value.ok) return refuse(result.value.rejection);
  return done({ text: text(result.value.value), json: z.encode(operation.output, result.value.value) });
}

function excerpts(title: string, all: readonly z.output<typeof excerptSchema>[]): readonly string[] {
  if (all.length === 0) return [];
  const lines = all.map(({ from, before, words, after, names }) => {
    const named = names.length === 0 ? 'names nothing in force' : names.join(', ');
    return `  ${from}: ${before}[${words}]${after}  → ${named}`;
  });
  return ['', `${title} (${all.length}):`, ...lines];
}
