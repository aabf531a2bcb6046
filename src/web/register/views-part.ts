import { html } from 'hono/html';
import type { z } from 'zod';
import type { listViews } from '../../app/register/list-views.ts';
import { removeView } from '../../app/register/remove-view.ts';
import { saveView } from '../../app/register/save-view.ts';
import { actForm, details, form, type Html, hidden, textField } from '../page/parts.ts';
import type { View } from '../site.ts';

type Saved = z.output<typeof listViews.output>['views'][number];

const ADDRESS: Record<Saved['page'], string> = { register: '/', board: '/board' };

/** The views that were saved of a page, and where whoever is signed in saves the one that is shown. */
export function viewsPart(view: View, page: Saved['page'], views: readonly Saved[], query: string): Html | string {
  const list =
    views.length === 0
      ? ''
      : html`<nav class="pv-views" aria-label="Saved views"><span class="pv-views-title">Saved views</span><ul>${views.map((one) => savedItem(view, one, query))}</ul></nav>`;
  return html`${list}${view.session === null || query === '' ? '' : details('Save this view', saveForm(view, page, query))}`;
}

function savedItem(view: View, one: Saved, query: string): Html {
  const current = one.query === query ? html` aria-current="true"` : '';
  const whose = one.shared ? html` <span class="pv-quiet">${one.mine ? 'shared' : `by ${one.by}`}</span>` : '';
  const remove = one.removable
    ? form(
        view,
        `/act/${removeView.room}/${removeView.name}`,
        'pv-inline',
        html`${hidden('view', one.id)}${hidden('_back', view.path)}${hidden('_done', `The view “${one.title}” is removed.`)}<button class="pv-linkish" type="submit">Remove<span class="govuk-visually-hidden"> the view ${one.title}</span></button>`,
      )
    : '';
  return html`<li><a href="${ADDRESS[one.page]}?${one.query}"${current}>${one.title}</a>${whose}${remove}</li>`;
}

function saveForm(view: View, page: Saved['page'], query: string): Html {
  const id = `save-view-${page}`;
  return actForm(view, {
    operation: saveView,
    id,
    input: { page, query },
    fields: html`${textField(view, { form: id, name: 'title', label: 'Name of the view', width: 'medium' })}
<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" id="${id}-shared" name="shared" value="true"><label class="govuk-label govuk-checkboxes__label" for="${id}-shared">Share it with everybody</label></div></div>`,
    button: 'Save the view',
    done: 'The view is saved.',
    secondary: true,
  });
}
