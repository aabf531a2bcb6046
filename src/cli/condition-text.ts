import type { z } from 'zod';
import type { checkCondition } from '../app/condition/check-condition.ts';
import type { OutcomeView } from '../app/condition/condition-view.ts';
import type { evaluateCondition } from '../app/condition/evaluate-condition.ts';
import type { explainCondition, PartReason } from '../app/condition/explain-condition.ts';
import { writeCitation } from '../core/kernel/citation.ts';

/** A checked condition with its type and names, or its fault with the place marked under the line. */
export function checkedText(condition: string, output: unknown): { readonly text: string; readonly hasFault: boolean } {
  const { fault, type, names, condition: printed } = output as z.input<typeof checkCondition.output>;
  if (fault !== null) {
    const line = (condition.split('\n')[fault.line - 1] ?? '').slice(0, 200);
    const mark = `${' '.repeat(Math.min(fault.column - 1, line.length))}^`;
    return { text: `${fault.sentence}\n  ${line}\n  ${mark}`, hasFault: true };
  }
  const speaksOf = names.map(({ name, type: of }) => `  ${name}: ${of}`);
  return { text: [`${printed}`, `comes to ${type}`, ...speaksOf].join('\n'), hasFault: false };
}

/** What a condition comes to on the day, what is known, and over which days it comes to what. */
export function evaluatedText(output: unknown): string {
  const { on, outcome, names, runs } = output as z.input<typeof evaluateCondition.output>;
  return [
    `On ${on}: ${outcomeText(outcome)}`,
    ...names.map(({ name, value }) => `  ${name}: ${value ?? 'not known'}`),
    ...runs.map((run) => `${spanText(run.from, run.until)}: ${outcomeText(run.outcome)}`),
  ].join('\n');
}

/** The parts that decide, each under what it decides. */
export function explainedText(output: unknown): string {
  const { on, reason } = output as z.input<typeof explainCondition.output>;
  return [`On ${on}:`, ...reasonLines(reason as PartReason, 0)].join('\n');
}

function reasonLines({ text, outcome, item, citation, because }: PartReason, depth: number): string[] {
  const under = item === null ? '' : ` (${item})`;
  const cited = citation === null ? '' : ` [${writeCitation(citation)}]`;
  const line = `${'  '.repeat(depth)}${text}${under}: ${outcomeText(outcome)}${cited}`;
  return [line, ...because.flatMap((one) => reasonLines(one, depth + 1))];
}

/** `true`, `unknown until devices is known`, `error: …`. */
function outcomeText({ kind, value, missing, sentence }: OutcomeView): string {
  switch (kind) {
    case 'value':
      return value ?? '';
    case 'unknown':
      return `unknown until ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} known`;
    case 'error':
      return `error: ${sentence}`;
  }
}

function spanText(from: string | null, until: string | null): string {
  if (from === null && until === null) return 'on every day';
  if (from === null) return `before ${until}`;
  return until === null ? `from ${from} on` : `from ${from} until before ${until}`;
}
