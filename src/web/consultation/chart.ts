import { html } from 'hono/html';
import { choiceWords } from '../../core/document/collation-words.ts';
import type { CollatedQuestion, Collation } from '../../core/modification/consultation/collation.ts';
import { type Html, table } from '../page/parts.ts';

/** Units of the picture, of which a reader's screen makes its own: narrow, so that its letters stay legible on a phone. */
const WIDTH = 360;
const ROW = 40;
const BAR = 16;

/** How often each answer was chosen, as bars and, in words of a table, by party category. */
export function answersChart(
  { question, counts }: CollatedQuestion,
  { categories }: Pick<Collation, 'categories'>,
): Html {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const id = `chart-${question.id}`;
  const said = counts.map(({ answer, count }) => `${choiceWords(answer)} ${count}`).join(', ');
  return html`<div class="pv-charted"><div class="pv-bars"><svg viewBox="0 0 ${WIDTH} ${counts.length * ROW}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${question.text}</title><desc id="${id}-desc">${said}. The table after the picture says the same by party category.</desc>
${counts.map(({ answer, count }, at) => {
  const y = at * ROW;
  const width = (count / most) * (WIDTH - 40);
  return html`<text class="pv-bars-label" x="0" y="${y + 14}">${choiceWords(answer)}</text><rect class="pv-bars-bar" x="0" y="${y + 18}" width="${width.toFixed(1)}" height="${BAR}"/><text class="pv-bars-count" x="${(width + 6).toFixed(1)}" y="${y + 31}">${count}</text>`;
})}</svg></div>
${table(
  `Answers by party category: ${question.text}`,
  [{ title: 'Answer' }, { title: 'All', numeric: true }, ...categories.map(({ title }) => ({ title, numeric: true }))],
  counts.map(({ answer, count, byCategory }) => [
    choiceWords(answer),
    String(count),
    ...categories.map((category) => String(byCategory[category.id] ?? 0)),
  ]),
  { quiet: true },
)}</div>`;
}
