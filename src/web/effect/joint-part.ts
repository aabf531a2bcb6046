import { html } from 'hono/html';
import { writeRange } from '../../core/assurance/count-range.ts';
import type { JointEffect } from '../../core/assurance/joint-effect.ts';
import { changeSentence } from '../../core/document/change-counts.ts';
import { isOrderTold, orderSentences } from '../../core/document/joint-order.ts';
import { type Html, section, table } from '../page/parts.ts';
import { dayText } from '../page/words.ts';

/** Several modifications: what each comes to alone, all of them together, and whether their order matters. */
export function jointPart(joint: JointEffect): Html {
  const rows = [...joint.alone, joint.together].map((report, at) => {
    const counts = report.combinations[0]?.counts;
    const isAll = at === joint.alone.length;
    return [
      isAll
        ? html`<strong>Together</strong>`
        : html`<a href="/modifications/${report.modification}/effect">${report.modification}</a> ${report.title}`,
      report.firstEffect === null ? 'not known' : dayText(report.firstEffect),
      counts === undefined ? '' : writeRange(counts.partiesChanged),
      counts === undefined ? '' : changeSentence(counts),
      counts === undefined ? '' : writeRange(counts.groupsChanged),
      counts === undefined
        ? ''
        : `${writeRange(counts.unplannedFullWithout)} → ${writeRange(counts.unplannedFullWith)}`,
    ];
  });
  const columns = [
    { title: 'Modification' },
    { title: 'First effect' },
    { title: 'Parties changed', numeric: true },
    { title: 'Of the parties' },
    { title: 'Groups changed', numeric: true },
    { title: 'Unplanned Full assessments', numeric: true },
  ];
  const matters = isOrderTold(joint);
  return section(
    'together',
    'Alone and together',
    html`${table('Each modification alone, and all of them together', columns, rows, { quiet: true, stack: true })}
<div class="${matters ? 'pv-order-matters' : 'pv-order'}">${orderSentences(joint).map((one) => html`<p>${one}</p>`)}</div>
<p>Below, the effect of all of them together.</p>`,
  );
}
