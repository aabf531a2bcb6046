import { html } from 'hono/html';
import type { EffectReport } from '../../core/assurance/effect.ts';
import type { Wordings } from '../../core/kernel/reading.ts';
import { type FactKind, isAssumable } from '../../core/obligation/fact.ts';
import { details, type Html, selectField, textField } from '../page/parts.ts';
import type { View } from '../site.ts';

interface Given {
  readonly effect: EffectReport;
  readonly wordings: readonly Wordings[];
  readonly factKinds: readonly FactKind[];
  readonly fields: ReadonlyMap<string, string>;
}

/** Chooses readings, assumptions and a party; a plain form, so that every answer has an address. */
export function choiceForm(view: View, { effect, wordings, factKinds, fields }: Given): Html {
  const form = 'choose';
  const value = (name: string) => fields.get(name) ?? '';
  const shown = effect.combinations[0]?.readings ?? {};
  const parties = effect.combinations[0]?.parties ?? [];
  const readings = wordings
    .filter((wording) => wording.id in shown)
    .map((wording) =>
      selectField(view, {
        form,
        name: `readings.${wording.id}`,
        label: wording.title,
        value: shown[wording.id] ?? '',
        choices: wording.readings.map((reading) => ({ value: reading.id, title: reading.title })),
      }),
    );
  const market = factKinds.filter((kind) => kind.subject === 'market' && isAssumable(kind));
  const own = factKinds.filter((kind) => kind.subject === 'system-group' && isAssumable(kind));
  const groups = fields.get('party')
    ? [...new Map(parties[0]?.groups.map((group) => [group.group, group.title])).entries()]
    : [];
  const assumptions = html`${market.map((kind) => assumption(view, form, kind.id, kind.title, value(`assume.${kind.id}`)))}
${own.flatMap((kind) => groups.map(([group, title]) => assumption(view, form, `${kind.id}:${group}`, `${title}: enrolled`, value(`assume.${kind.id}:${group}`))))}`;
  const isAssuming = [...fields].some(([name, given]) => name.startsWith('assume.') && given !== '');
  return html`<form class="pv-form pv-choice" method="get" action="/modifications/${effect.modification}/effect" aria-label="Choose readings and assumptions">
<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend">Read the words so</legend><div class="pv-choice-readings">${readings}</div></fieldset>
${details('Suppose that something happens', html`<p class="pv-quiet">Left blank: only what the record holds.${groups.length === 0 ? ' Choose a party to suppose when its systems are enrolled.' : ''}</p><div class="pv-choice-fields">${assumptions}</div>`, isAssuming)}
<div class="pv-choice-fields">${selectField(view, {
    form,
    name: 'party',
    label: 'Party',
    value: value('party'),
    choices: [
      { value: '', title: 'All parties' },
      ...parties.map((party) => ({ value: party.party, title: party.name })),
    ],
  })}
${textField(view, { form, name: 'on', label: 'Next assessment if made on', type: 'date', value: value('on'), width: 'short' })}</div>
<button type="submit" class="govuk-button govuk-button--secondary">Compute</button>
<a class="pv-reset" href="/modifications/${effect.modification}/effect">Start again</a>
</form>`;
}

function assumption(view: View, form: string, name: string, label: string, value: string): Html {
  return textField(view, { form, name: `assume.${name}`, label, type: 'date', value, width: 'short' });
}
