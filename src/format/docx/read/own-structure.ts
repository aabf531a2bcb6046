import { type Growing, growing } from './growing.ts';
import type { Line } from './line.ts';

/** Places paragraphs by the level that each states: the structure of a file that we wrote. */
export class OwnStructure {
  private readonly open: { depth: number; node: Growing }[] = [];
  private readonly roots: Growing[];

  constructor(roots: Growing[]) {
    this.roots = roots;
  }

  /** Puts a provision at its depth: under the nearest before it that is less deep. */
  place(node: Growing, depth: number): void {
    while ((this.open.at(-1)?.depth ?? -1) >= depth) this.open.pop();
    (this.open.at(-1)?.node.children ?? this.roots).push(node);
    this.open.push({ depth, node });
  }

  /** The table that rows which come now belong to: the nearest that is open. */
  table(): Growing | null {
    return this.open.findLast(({ node }) => node.kind === 'table')?.node ?? null;
  }

  /** How deep what stands beside the last provision is. */
  depth(): number {
    return this.open.at(-1)?.depth ?? 0;
  }
}

/** The provision that a paragraph of ours is, word for word. */
export function ownProvision(line: Line, id: string): Growing {
  const heading = line.heading === '' ? null : line.heading;
  return growing(id, line.kind ?? 'paragraph', { number: line.number, heading, text: line.text });
}
