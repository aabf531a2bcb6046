import { html, raw } from 'hono/html';
import type { z } from 'zod';
import type { listVersions } from '../../app/text/list-versions.ts';
import type { showText } from '../../app/text/show-text.ts';
import { formatDay, writeDay } from '../../core/kernel/day.ts';
import { renderRedline } from '../../format/html/redline.ts';
import { details, empty, type Html, hidden, section, selectField, textField } from '../page/parts.ts';
import type { View } from '../site.ts';
import type { Asked } from './asked.ts';

type Comparison = NonNullable<z.output<typeof showText.output>['comparison']>;
export type Versions = z.output<typeof listVersions.output>['versions'];

/** Most provisions of a redline that a page shows. */
const MOST_COMPARED = 200;

/** Chooses the day, a second day to compare with, and as of when the record is read; or two versions by their labels. */
export function readingForm(view: View, action: string, asked: Asked, versions: Versions): Html {
  const form = 'read';
  const knownOn = asked.knownAt === null ? '' : asked.knownAt.slice(0, 10);
  const choices = versions
    .map(({ label, inForceFrom }) => ({
      value: formatDay(inForceFrom),
      title: `${label}, from ${writeDay(inForceFrom)}`,
    }))
    .reverse();
  const current = choices.find(({ value }) => value <= asked.on)?.value;
  return html`<div class="pv-choose"><form class="pv-form pv-filter" method="get" action="${action}" aria-label="Choose the day">
${textField(view, { form, name: 'on', label: 'On', type: 'date', value: asked.on, width: 'short' })}
${textField(view, { form, name: 'against', label: 'Compare with', type: 'date', value: asked.against ?? '', width: 'short' })}
${textField(view, { form, name: 'knownAt', label: 'As it was known on', type: 'date', value: knownOn, width: 'short' })}
<button type="submit" class="govuk-button govuk-button--secondary">Read</button>
</form>
${
  choices.length < 2
    ? ''
    : details(
        'Compare two versions',
        html`<form class="pv-form pv-filter" method="get" action="${action}" aria-label="Compare two versions">
${selectField(view, { form: 'versions', name: 'against', label: 'From version', choices, value: choices.at(choices.findIndex(({ value }) => value === current) + 1)?.value ?? '' })}
${selectField(view, { form: 'versions', name: 'on', label: 'To version', choices, value: current ?? '' })}
${knownOn === '' ? '' : hidden('knownAt', knownOn)}
<button type="submit" class="govuk-button govuk-button--secondary">Compare</button>
</form>`,
      )
}</div>`;
}

/** What differs between two days, as a redline. */
export function comparisonPart(comparison: Comparison): Html {
  const { from, to, fromVersion, toVersion } = comparison;
  const changed = comparison.blocks.filter((block) => block.status !== 'same' || block.moved);
  const label = (version: Comparison['fromVersion']) => (version === null ? 'No text' : `Version ${version.label}`);
  const shown = changed.slice(0, MOST_COMPARED);
  return section(
    'comparison',
    `From ${writeDay(from)} to ${writeDay(to)}`,
    html`<p>${label(fromVersion)} against ${label(toVersion).toLowerCase()}; ${changed.length === 0 ? 'nothing differs' : `${changed.length} ${changed.length === 1 ? 'provision differs' : 'provisions differ'}`}. <ins class="pv-sample">Inserted</ins> and <del class="pv-sample">deleted</del> words are marked.</p>
${shown.length < changed.length ? html`<p>The first ${shown.length} are shown; compare one document or part at a time to see the others.</p>` : ''}
${changed.length === 0 ? empty('The words are the same on both days.') : html`${raw(renderRedline(shown))}`}`,
  );
}
