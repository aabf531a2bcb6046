import { html } from 'hono/html';
import type { BallotView } from '../../app/modification/ballot.schema.ts';
import type { Html } from '../page/parts.ts';
import { sentenceCase } from '../register/register.page.ts';

type Elector = BallotView['electorate'][number];
type Mark = 'approve' | 'reject' | 'abstain' | 'recused' | 'silent';

const DOT = 22;
const LEFT = 168;
const ACROSS = 24;
const MARKS: readonly (readonly [Mark, string])[] = [
  ['approve', 'approve'],
  ['reject', 'reject'],
  ['abstain', 'abstain'],
  ['silent', 'not voted'],
  ['recused', 'recused'],
];

/** A dot for each voter, row by row by category; what a vote is, its shape tells as well as its colour. */
export function tallyPicture({ step, electorate, status }: BallotView): Html {
  const categories = [...Map.groupBy(electorate, (one) => one.votingCategory)].map(([name, all]) => ({
    name: sentenceCase(name.replaceAll('-', ' ')),
    all: all.toSorted((a, b) => order(a) - order(b)),
  }));
  const widest = Math.min(ACROSS, Math.max(10, ...categories.map((one) => one.all.length)));
  const rows = categories.map((one) => Math.ceil(one.all.length / widest));
  const tops = rows.map((_, at) => rows.slice(0, at).reduce((sum, count) => sum + count * DOT + 6, 0));
  const height = rows.reduce((sum, count) => sum + count * DOT + 6, 0) + 30;
  const width = Math.max(LEFT + widest * DOT, 460);
  const id = `tally-${step}`;
  return html`<div class="pv-tally"><svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${status === 'open' ? 'How the votes stand; they decide nothing yet' : 'How the votes were cast'}</title>
<desc id="${id}-desc">${categories.map(({ name, all }) => `${name}: ${countsOf(all)}.`).join(' ')} The tables say the same.</desc>
${categories.map(
  ({ name, all }, row) => html`<text class="pv-tally-name" x="0" y="${(tops[row] ?? 0) + 16}">${name}</text>
${all.map((elector, at) => mark(markOf(elector), LEFT + (at % widest) * DOT + 9, (tops[row] ?? 0) + Math.floor(at / widest) * DOT + 11))}`,
)}
${MARKS.map(([kind, words], at) => html`${mark(kind, 9 + at * 92, height - 10)}<text class="pv-tally-key" x="${22 + at * 92}" y="${height - 5}">${words}</text>`)}
</svg></div>`;
}

function markOf({ vote, interest }: Elector): Mark {
  if (interest !== null) return 'recused';
  return vote?.position ?? 'silent';
}

function order(elector: Elector): number {
  return MARKS.findIndex(([kind]) => kind === markOf(elector));
}

function countsOf(all: readonly Elector[]): string {
  return MARKS.flatMap(([kind, words]) => {
    const count = all.filter((one) => markOf(one) === kind).length;
    return count === 0 ? [] : [`${count} ${words}`];
  }).join(', ');
}

function mark(kind: Mark, x: number, y: number): Html {
  const cross = html`<path d="M${x - 3.5} ${y - 3.5}l7 7M${x + 3.5} ${y - 3.5}l-7 7"/>`;
  const inside = {
    approve: html`<path d="M${x - 4} ${y}l3 3.500 5 -6.500"/>`,
    reject: cross,
    abstain: html`<path d="M${x - 4} ${y}h8"/>`,
    silent: '',
    recused: '',
  }[kind];
  return html`<g class="pv-mark-${kind}"><circle cx="${x}" cy="${y}" r="8"/>${inside}</g>`;
}
