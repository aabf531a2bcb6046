import { html, raw } from 'hono/html';
import type { z } from 'zod';
import type { showText } from '../../app/text/show-text.ts';
import { writeDay } from '../../core/kernel/day.ts';
import { renderRedline } from '../../format/html/redline.ts';
import { empty, type Html, section, textField } from '../page/parts.ts';
import type { View } from '../site.ts';
import type { Asked } from './text.routes.ts';

type Comparison = NonNullable<z.output<typeof showText.output>['comparison']>;

/** Chooses the day, a second day to compare with, and as of when the record is read. */
export function readingForm(view: View, action: string, asked: Asked): Html {
  const form = 'read';
  const knownOn = asked.knownAt === null ? '' : asked.knownAt.slice(0, 10);
  return html`<form class="pv-form pv-filter" method="get" action="${action}" aria-label="Choose the day">
${textField(view, { form, name: 'on', label: 'On', type: 'date', value: asked.on, width: 'short' })}
${textField(view, { form, name: 'against', label: 'Compare with', type: 'date', value: asked.against ?? '', width: 'short' })}
${textField(view, { form, name: 'knownAt', label: 'As it was known on', type: 'date', value: knownOn, width: 'short' })}
<button type="submit" class="govuk-button govuk-button--secondary">Read</button>
</form>`;
}

/** What differs between two days, as a redline. */
export function comparisonPart(comparison: Comparison): Html {
  const { from, to, fromVersion, toVersion } = comparison;
  const changed = comparison.blocks.filter((block) => block.status !== 'same' || block.moved);
  const label = (version: Comparison['fromVersion']) => (version === null ? 'No text' : `Version ${version.label}`);
  return section(
    'comparison',
    `From ${writeDay(from)} to ${writeDay(to)}`,
    html`<p>${label(fromVersion)} against ${label(toVersion).toLowerCase()}; ${changed.length === 0 ? 'nothing differs' : `${changed.length} ${changed.length === 1 ? 'provision differs' : 'provisions differ'}`}. <ins class="pv-sample">Inserted</ins> and <del class="pv-sample">deleted</del> words are marked.</p>
${changed.length === 0 ? empty('The words are the same on both days.') : html`${raw(renderRedline(changed))}`}`,
  );
}
