import type { RedlineBlock, Run } from '../code/redline.ts';

/** The printed parts of a redlined provision that have words: its number, its heading, its text, each as runs. */
export function redlineParts(block: RedlineBlock): readonly (readonly Run[])[] {
  return [numberRuns(block), block.heading, block.text].filter((part) => part.length > 0);
}

/** The number before and after as runs; one run where it did not change. */
export function numberRuns(block: RedlineBlock): readonly Run[] {
  const { numberBefore: before, numberAfter: after, status } = block;
  if (status === 'inserted') return run('inserted', after);
  if (status === 'deleted') return run('deleted', before);
  return before === after ? run('same', before) : [...run('deleted', before), ...run('inserted', after)];
}

function run(kind: Run['kind'], text: string | null): readonly Run[] {
  return text === null || text === '' ? [] : [{ kind, text }];
}
