import type { RedlineBlock, Run } from '../code/redline.ts';

/** What becomes of the whole line of a provision: it stays, or it comes or goes, alone or as the end of a move. */
export type LineChange = Run['kind'] | 'moved-to' | 'moved-from';

/** What becomes of a line. In a table nothing moves: rows and cells come and go. */
export function lineChange(block: RedlineBlock): LineChange;
export function lineChange(block: RedlineBlock, movable: false): Run['kind'];
export function lineChange({ status, moved }: RedlineBlock, movable = true): LineChange {
  if (status === 'deleted') return moved && movable ? 'moved-from' : 'deleted';
  if (moved) return movable ? 'moved-to' : 'inserted';
  return status === 'inserted' ? 'inserted' : 'same';
}

/**
 * A redlined provision as one line of runs: number, heading and text with the spaces between them. Reading `same` and
 * `deleted` gives the line before (nothing for a new one), `same` and `inserted` the line after. Of a line that moved
 * the runs say what changed on the way; where it stood they are its old words, and none of them changed.
 */
export function redlineRuns(block: RedlineBlock, movable = true): readonly Run[] {
  const line = movable ? lineChange(block) : lineChange(block, false);
  const parts = [numberRuns(block, line), block.heading, block.text].filter((part) => part.length > 0);
  switch (line) {
    case 'same':
    case 'moved-to':
      return joined(parts);
    case 'moved-from':
      return whole(parts, 'deleted', 'same');
    default:
      return whole(parts, line, line);
  }
}

/** The words of one side, all of one kind. */
function whole(parts: readonly (readonly Run[])[], side: Run['kind'], kind: Run['kind']): readonly Run[] {
  return parts
    .map((part) => part.filter((run) => run.kind === 'same' || run.kind === side))
    .filter((part) => part.length > 0)
    .flatMap((part, at) => [...(at === 0 ? [] : [space(kind)]), ...part.map(({ text }) => ({ kind, text }))]);
}

/** A number that moved has its place told beside it; of one that changed its last parts stay where they are the same. */
function numberRuns({ numberBefore, numberAfter }: RedlineBlock, line: LineChange): readonly Run[] {
  if (line === 'moved-to') return run('same', numberAfter);
  if (line === 'moved-from') return run('same', numberBefore);
  if (numberBefore === numberAfter) return run('same', numberBefore);
  const [before, after] = [numberBefore ?? '', numberAfter ?? ''];
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  const tail = /[.(].*$/.exec(before.slice(before.length - same))?.[0] ?? '';
  const [goes, comes] = [before, after].map((number) => number.slice(0, number.length - tail.length));
  return [...run('deleted', goes ?? null), ...run('inserted', comes ?? null), ...run('same', tail)];
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
