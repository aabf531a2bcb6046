import type { RedlineBlock, Run } from '../code/redline.ts';

/** What becomes of the whole line of a provision: a moved one is new where it stands and gone where it stood. */
export function lineChange(block: RedlineBlock): Run['kind'] {
  if (block.status === 'deleted') return 'deleted';
  return block.status === 'inserted' || block.moved ? 'inserted' : 'same';
}

/**
 * A redlined provision as one line of runs: number, heading and text with the spaces between them. Reading `same` and
 * `deleted` gives the line before (nothing for a new one), `same` and `inserted` the line after.
 */
export function redlineRuns(block: RedlineBlock): readonly Run[] {
  const line = lineChange(block);
  const parts = [numberRuns(block), block.heading, block.text].filter((part) => part.length > 0);
  if (line === 'same') return joined(parts);
  return parts
    .map((part) => part.filter((run) => run.kind === 'same' || run.kind === line))
    .filter((part) => part.length > 0)
    .flatMap((part, at) => [...(at === 0 ? [] : [space(line)]), ...part.map(({ text }) => ({ kind: line, text }))]);
}

function numberRuns({ numberBefore: before, numberAfter: after }: RedlineBlock): readonly Run[] {
  return before === after ? run('same', before) : [...run('deleted', before), ...run('inserted', after)];
}

/** Each space belongs to the readings in which words stand on both its sides. */
function joined(parts: readonly (readonly Run[])[]): readonly Run[] {
  let [begunBefore, begunAfter] = [false, false];
  return parts.flatMap((part) => {
    const inBefore = part.some((one) => one.kind !== 'inserted');
    const inAfter = part.some((one) => one.kind !== 'deleted');
    const [before, after] = [begunBefore && inBefore, begunAfter && inAfter];
    begunBefore ||= inBefore;
    begunAfter ||= inAfter;
    if (!before && !after) return part;
    return [space(before && after ? 'same' : before ? 'deleted' : 'inserted'), ...part];
  });
}

function run(kind: Run['kind'], text: string | null): readonly Run[] {
  return text === null || text === '' ? [] : [{ kind, text }];
}

function space(kind: Run['kind']): Run {
  return { kind, text: ' ' };
}
