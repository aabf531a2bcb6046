import type { DrawnEdge, DrawnNode, ProfileDrawing } from '../../core/modification/profile/drawing.ts';

/** Units of the picture, of which a reader's screen makes its own: narrow, so that text stays legible on a phone. */
const WIDTH = 400;
const LEFT = 74;
const RIGHT = 372;
const LINE = 16;
const PADDING = 9;
const GAP = 20;
const STAGE = 34;
const LETTERS = 40;
const LANE = 9;

interface Placed {
  readonly node: DrawnNode;
  readonly title: readonly string[];
  readonly small: readonly string[];
  readonly y: number;
  readonly height: number;
}

/** A process as an image (SVG 1.1) with a title, a description and real text, which grows with the page. */
export function profileDiagram({ title, nodes, edges }: ProfileDrawing, id = 'profile'): string {
  const { placed, stages, height } = place(nodes);
  const steps = nodes.filter((node) => node.kind !== 'end').length;
  const ends = nodes.filter((node) => node.kind === 'end').map((node) => node.title);
  const first = nodes[0]?.title ?? '';
  const description = `${steps} steps from "${first}" to ${ends.length} ends: ${ends.join(', ')}. The list of steps says the same in words.`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc" font-family="inherit, sans-serif" class="pv-diagram">`,
    `<title id="${id}-title">${escapeXml(title)}</title>`,
    `<desc id="${id}-desc">${escapeXml(description)}</desc>`,
    `<defs><marker id="${id}-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#484949"/></marker></defs>`,
    ...stages.map(
      ({ title: stage, y }) =>
        `<text x="${LEFT}" y="${y}" font-size="13" font-weight="700" fill="#0b0c0c">${escapeXml(stage)}</text>`,
    ),
    ...linesOf(edges, placed, id),
    ...placed.map(boxOf),
    '</svg>',
  ].join('\n');
}

function place(nodes: readonly DrawnNode[]) {
  const placed: Placed[] = [];
  const stages: { readonly title: string; readonly y: number }[] = [];
  let y = 6;
  let stage: string | null | undefined;
  for (const node of nodes) {
    if (node.stage !== stage) {
      stages.push({ title: node.stage ?? 'Ends', y: y + 18 });
      y += STAGE;
      stage = node.stage;
    }
    const title = wrap(node.title, LETTERS - 4);
    const small = [node.who === null ? '' : node.who, node.clock ?? '', ...node.sendsBack]
      .filter((text) => text !== '')
      .flatMap((text) => wrap(text, LETTERS + 4));
    const height = PADDING * 2 + (title.length + small.length) * LINE - 4;
    placed.push({ node, title, small, y, height });
    y += height + GAP;
  }
  return { placed, stages, height: y };
}

function boxOf({ node, title, small, y, height }: Placed): string {
  const isEnd = node.kind === 'end';
  const text = (line: string, index: number, weight: string, size: number, fill: string) =>
    `<text x="${LEFT + 12}" y="${y + PADDING + 10 + index * LINE}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(line)}</text>`;
  return [
    `<rect x="${LEFT}" y="${y}" width="${RIGHT - LEFT}" height="${height}" rx="${isEnd ? height / 2 : 3}" fill="${isEnd ? '#f3f2f1' : '#ffffff'}" stroke="#484949" stroke-width="1.2"/>`,
    ...title.map((line, index) => text(line, index, '700', 13.5, '#0b0c0c')),
    ...small.map((line, index) => text(line, title.length + index, '400', 12, '#484949')),
  ].join('');
}

/** Straight down to the next box; round it in a lane on the left, or on the right for what is sent back. */
function linesOf(edges: readonly DrawnEdge[], placed: readonly Placed[], id: string): readonly string[] {
  const lanes: Record<DrawnEdge['kind'], [number, number][][]> = { next: [], back: [] };
  const spread = edges.toSorted((a, b) => Math.abs(a.to - a.from) - Math.abs(b.to - b.from));
  return spread.flatMap((edge) => {
    const [from, to] = [placed[edge.from], placed[edge.to]];
    if (from === undefined || to === undefined) return [];
    const tip = `marker-end="url(#${id}-tip)"`;
    if (edge.kind === 'next' && edge.to === edge.from + 1) {
      const x = RIGHT - 56;
      return [
        `<path d="M${x} ${from.y + from.height}V${to.y - 1}" fill="none" stroke="#484949" stroke-width="1.2" ${tip}/>`,
      ];
    }
    const lane = laneFor(lanes[edge.kind], edge);
    const [start, end] = [from.y + from.height - 8, to.y + Math.min(14, to.height / 2)];
    const isBack = edge.kind === 'back';
    const side = isBack ? RIGHT : LEFT;
    const x = isBack ? RIGHT + 8 + lane * LANE : LEFT - 10 - lane * LANE;
    const dashes = isBack ? ' stroke-dasharray="4 3"' : '';
    return [
      `<path d="M${side} ${start}H${x}V${end}H${isBack ? side + 1 : side - 1}" fill="none" stroke="#484949" stroke-width="1.2" stroke-linejoin="round"${dashes} ${tip}/>`,
    ];
  });
}

/** The innermost lane that is free between the two boxes. */
function laneFor(lanes: [number, number][][], { from, to }: DrawnEdge): number {
  const span: [number, number] = [Math.min(from, to), Math.max(from, to)];
  const free = lanes.findIndex((taken) => taken.every(([low, high]) => high <= span[0] || span[1] <= low));
  if (free >= 0) {
    lanes[free]?.push(span);
    return free;
  }
  lanes.push([span]);
  return lanes.length - 1;
}

function wrap(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > letters) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
