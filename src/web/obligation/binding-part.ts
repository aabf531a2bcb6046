import { html } from 'hono/html';
import type { z } from 'zod';
import { confirmBinding } from '../../app/obligation/confirm-binding.ts';
import { reopenBinding } from '../../app/obligation/reopen-binding.ts';
import type { showObligation } from '../../app/obligation/show-obligation.ts';
import { formatDay } from '../../core/kernel/day.ts';
import { actForm, details, empty, type Html, longField, selectField, table, tag } from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import type { Asked } from './asked.ts';

type Shown = z.output<typeof showObligation.output>;
type Binding = NonNullable<Shown['binding']>;

/** Whether the obligation still says what the words say, who said so, and where somebody confirms it. */
export function bindingPart(view: View, shown: Shown, asked: Asked): Html {
  const { binding, confirmations, obligation } = shown;
  if (binding === null || binding.boundTo === null)
    return empty('It is bound to no words yet: no version of the text has the provision on that day.');
  const { boundTo, points } = binding;
  const rows = points.map((point) => [
    point.label,
    dayText(point.inForceFrom),
    boundBy(point),
    point.label === boundTo.label ? tag('counts', 'open') : '',
  ]);
  return html`<p>It is bound to the words of <strong>version ${boundTo.label}</strong>, in force from ${dayText(boundTo.inForceFrom)}.</p>
${changes(binding, obligation, asked)}
${table(
  'Versions that it is bound to',
  ['Version', 'In force from', 'Bound by', 'On the day'].map((title) => ({ title })),
  rows,
  { quiet: true, stack: true },
)}
${confirmations.length === 0 ? '' : historyTable(confirmations)}
${view.actor.role === 'code-administrator' ? acts(view, shown, binding) : ''}`;
}

function boundBy({ by, modification }: Binding['points'][number]): Html | string {
  switch (by) {
    case 'rulebook':
      return 'the rulebook, which names the version';
    case 'first-words':
      return 'being the first with the provision';
    case 'modification':
      return html`<a href="/modifications/${modification ?? ''}">${modification}</a>, which says what becomes of the obligation`;
    case 'confirmation':
      return 'a person, who confirmed it';
  }
}

function changes(
  { changed, toCome, pending, boundTo }: Binding,
  { instrument, provision }: Shown['obligation'],
  asked: Asked,
): Html {
  const against = boundTo === null ? '' : formatDay(boundTo.inForceFrom);
  const redline = (on: string) =>
    html`<a href="/${instrument.id}/${encodeURIComponent(provision)}?on=${on}&amp;against=${against}">what changed</a>`;
  const does = (repeals: boolean) => (repeals ? 'repeals the provision' : 'changes the words');
  return html`${
    changed === null
      ? ''
      : html`<p class="pv-warning"><strong>The words have changed since it was bound.</strong> Version ${changed.label}, in force from ${dayText(changed.inForceFrom)}, ${does(changed.repeals)}${changed.source.reference === '' ? '' : html` (${changed.source.reference})`}: ${redline(formatDay(asked.onDay))}. Until somebody has read them, nobody knows whether it still says what they say.</p>`
  }${toCome.map(
    (one) =>
      html`<p>${tag('will change', 'wait')} Version ${one.label} ${does(one.repeals)} from ${dayText(one.inForceFrom)}: ${redline(formatDay(one.inForceFrom))}.</p>`,
  )}${pending.map(
    ({ modification, day, notBefore, repeals, rebinds }) =>
      html`<p>${tag('may change', rebinds ? 'plain' : 'wait')} <a href="/modifications/${modification}">${modification}</a>, which is open, ${does(repeals)}${day === null ? (notBefore === null ? '' : html`, from ${dayText(notBefore)} at the earliest`) : html` from ${dayText(day)}`}. ${rebinds ? 'It says itself what becomes of the obligation.' : 'It does not say what becomes of the obligation.'}</p>`,
  )}`;
}

function historyTable(confirmations: Shown['confirmations']): Html {
  return table(
    'What people said of the binding',
    ['Version', 'Confirmed by', 'Why', 'Taken back'].map((title) => ({ title })),
    confirmations.map(({ label, by, on, reasons, reopened }) => [
      label,
      html`${by}, ${dayText(on)}`,
      reasons,
      reopened === null ? 'no' : html`by ${reopened.by}, ${dayText(reopened.on)}: ${reopened.reasons}`,
    ]),
    { stack: true },
  );
}

function acts(view: View, { obligation, confirmations }: Shown, { changed, toCome }: Binding): Html {
  const versions = [...(changed === null ? [] : [changed]), ...toCome];
  const standing = confirmations.filter(({ reopened }) => reopened === null);
  const [confirm, reopen] = ['confirm-binding', 'reopen-binding'];
  const reasons = (form: string, label: string) => longField(view, { form, name: 'reasons', label });
  return html`${
    versions.length === 0
      ? ''
      : details(
          'Confirm it for other words',
          actForm(view, {
            operation: confirmBinding,
            id: confirm,
            input: { obligation: obligation.id },
            fields: html`${selectField(view, {
              form: confirm,
              name: 'version',
              label: 'Version whose words were read',
              choices: versions.map(({ label }) => ({ value: label, title: label })).toReversed(),
            })}${reasons(confirm, 'Why it still says what the words say')}`,
            button: 'Confirm',
            buttonDetail: 'that the obligation says what the words of the version say',
            done: 'The binding was confirmed.',
          }),
          view.refusal?.form === confirm,
        )
  }${
    standing.length === 0
      ? ''
      : details(
          'Take a confirmation back',
          actForm(view, {
            operation: reopenBinding,
            id: reopen,
            input: { obligation: obligation.id },
            fields: html`${selectField(view, {
              form: reopen,
              name: 'version',
              label: 'Confirmed for version',
              choices: standing.map(({ label, by }) => ({ value: label, title: `${label}, by ${by}` })),
            })}${reasons(reopen, 'Why it is taken back')}`,
            button: 'Take back',
            done: 'The confirmation was taken back.',
            secondary: true,
          }),
          view.refusal?.form === reopen,
        )
  }`;
}
