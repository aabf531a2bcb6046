import { html } from 'hono/html';
import type { EffectReport } from '../../core/assurance/effect.ts';
import { addDays, type Day, formatDay, parseDay, writeDay } from '../../core/kernel/day.ts';
import type { Wordings } from '../../core/kernel/reading.ts';
import { type FactKind, isAssumable } from '../../core/obligation/fact.ts';
import { details, type Html, selectField, textField } from '../page/parts.ts';
import type { View } from '../site.ts';

/** What the form of an effect chooses from. */
export interface Choosable {
  readonly effect: EffectReport;
  readonly wordings: readonly Wordings[];
  readonly factKinds: readonly FactKind[];
  readonly fields: ReadonlyMap<string, string>;
  /** The modification whose page it is, and other open ones of its code with those that are chosen. */
  readonly modification: string;
  readonly others: readonly { readonly id: string; readonly title: string; readonly chosen: boolean }[];
}

/** Days over which a slider goes. */
const SPAN = 730;

/** Chooses readings, assumptions, a party and other modifications; a plain form, so that every answer has an address. */
export function choiceForm(view: View, given: Choosable): Html {
  const { effect, wordings, factKinds, fields, modification } = given;
  const form = 'choose';
  const overruled = new Set(effect.overruled.map(({ event }) => `assume.${event}`));
  const value = (name: string) => (overruled.has(name) ? '' : (fields.get(name) ?? ''));
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
  const slid = slidKinds(given);
  const market = factKinds.filter(
    (kind) =>
      kind.subject === 'market' &&
      isAssumable(kind) &&
      !slid.includes(kind) &&
      (kind.derived?.from !== 'approval' || kind.derived.modification !== modification),
  );
  const own = factKinds.filter((kind) => kind.subject === 'system-group' && isAssumable(kind));
  const groups = fields.get('party')
    ? [...new Map(parties[0]?.groups.map((group) => [group.group, group.title])).entries()]
    : [];
  const assumptions = html`${market.map((kind) => assumption(view, form, kind.id, kind.title, value(`assume.${kind.id}`)))}
${own.flatMap((kind) => groups.map(([group, title]) => assumption(view, form, `${kind.id}:${group}`, `${title}: ${kind.title}`, value(`assume.${kind.id}:${group}`))))}`;
  const isAssuming = [...fields].some(
    ([name]) => name.startsWith('assume.') && value(name) !== '' && slid.every((kind) => name !== `assume.${kind.id}`),
  );
  const action = `/modifications/${modification}/effect`;
  return html`<form class="pv-form pv-effect-choice" method="get" action="${action}" aria-label="Choose readings and assumptions" id="effect-choice">
${readings.length === 0 ? '' : html`<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend">Read the words so</legend><div class="pv-choice-readings">${readings}</div></fieldset>`}
${slid.map((kind) => slider(kind, value(`assume.${kind.id}`), effect))}
${details('Suppose that something else happens', html`<p class="pv-quiet">Left blank: only what the record holds.${groups.length === 0 ? ' Choose a party to suppose when its systems are enrolled.' : ''}</p><div class="pv-choice-fields">${assumptions}</div>`, isAssuming)}
${othersPart(given)}
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
<p class="pv-choice-end"><button type="submit" class="govuk-button govuk-button--secondary">Compute</button>
<a class="pv-reset" href="${action}">Start again</a> <span id="effect-said" role="status" class="pv-quiet"></span></p>
</form>`;
}

/** Events of the market that decide whether a duty binds and that are not recorded: each has a slider. */
function slidKinds({ effect, factKinds, fields }: Choosable): readonly FactKind[] {
  const groups = effect.combinations.flatMap(({ parties }) => parties.flatMap((party) => party.groups));
  const awaited = new Set(groups.flatMap((group) => [...group.without, ...group.with].flatMap((run) => run.awaiting)));
  return factKinds.filter(
    (kind) =>
      kind.subject === 'market' &&
      isAssumable(kind) &&
      (awaited.has(kind.id) || (fields.get(`assume.${kind.id}`) ?? '') !== '') &&
      effect.overruled.every(({ event }) => event !== kind.id),
  );
}

/** A day to suppose, as a field and, where scripts run, as a slider beside it. */
function slider({ id, title, completeUntil }: FactKind, value: string, { window, firstEffect }: EffectReport): Html {
  const from = completeUntil ?? firstEffect ?? window.from;
  const given = parseDay(value);
  const at = given ?? firstEffect ?? from;
  const until = Math.max(addDays(from, SPAN), at) as Day;
  const name = `assume.${id}`;
  return html`<fieldset class="govuk-fieldset pv-slider" data-slider><legend class="govuk-fieldset__legend">If this is on a day: ${title}</legend>
<div class="pv-slider-row"><input type="range" min="${from}" max="${until}" value="${at}" aria-label="${title}: day" aria-valuetext="${given === null ? 'no day supposed' : writeDay(given)}" hidden>
<label class="govuk-visually-hidden" for="choose-${name}">${title}: day</label><input class="govuk-input pv-short" type="date" id="choose-${name}" name="${name}" value="${value === 'never' ? '' : value}" min="${formatDay(from)}">
<span class="pv-quiet" data-slider-said>${given === null ? 'No day is supposed: what follows from it is shown as unknown.' : writeDay(given)}</span></div></fieldset>`;
}

function othersPart({ others }: Choosable): Html | string {
  if (others.length === 0) return '';
  const isAny = others.some(({ chosen }) => chosen);
  return details(
    'Together with other open modifications',
    html`<ul class="pv-choice-others">${others.map(
      ({ id, title, chosen }) =>
        html`<li class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" id="with-${id}" name="with" value="${id}"${chosen ? html` checked` : ''}><label class="govuk-label govuk-checkboxes__label" for="with-${id}">${id} ${title}</label></div></li>`,
    )}</ul>`,
    isAny,
  );
}

function assumption(view: View, form: string, name: string, label: string, value: string): Html {
  return textField(view, { form, name: `assume.${name}`, label, type: 'date', value, width: 'short' });
}
