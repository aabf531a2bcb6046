import { html } from 'hono/html';
import type { ImpactView } from '../../app/effect/show-impact.ts';
import { formatDay } from '../../core/kernel/day.ts';
import type { FactKind } from '../../core/obligation/fact.ts';
import { modificationTabs } from '../modification/tabs.ts';
import type { Page } from '../page/layout.ts';
import { actForm, details, facts, type Html, longField, section } from '../page/parts.ts';
import { dayText, instantText } from '../page/words.ts';
import type { View } from '../site.ts';
import { figuresTable, impactPart, standing } from './impact-parts.ts';
import { supposing } from './suppose.ts';

interface Shown {
  readonly impact: ImpactView;
  readonly factKinds: readonly FactKind[];
  /** Whether the reader can sign it. */
  readonly isSigner: boolean;
  /** The query, so that the form shows what was chosen. */
  readonly fields: ReadonlyMap<string, string>;
  readonly unsettled: number;
}

/** The impact of a modification on Parties: what was signed, what is computed now, and the form to edit and sign it. */
export function impactPage(view: View, shown: Shown): Page {
  const { impact, unsettled } = shown;
  const { modification, title, signed, draft } = impact;
  return {
    title: `Impact of ${modification} on Parties`,
    section: 'register',
    kicker: html`<a href="/modifications/${modification}">${modification} ${title}</a>`,
    lede: 'What the report says of the impact on Parties: the figures follow from the effect, the words are signed by a person.',
    body: html`${modificationTabs(modification, 'impact', unsettled)}
${signed === null ? '' : section('signed', 'As it was signed', html`${impactPart(impact)}${basisFacts(signed.basis)}`)}
${section('computed', signed === null ? 'As it is computed' : 'As it would be computed now', computed(view, shown))}
${signPart(view, shown)}`,
  };

  function computed(of: View, { factKinds, fields }: Shown): Html {
    return html`${signed === null ? standing(impact) : ''}
<form class="pv-form pv-ask" method="get" action="/modifications/${modification}/impact" aria-label="Choose assumptions">${supposing(of, 'choose', factKinds, fields)}
<div class="pv-ask-act"><button type="submit" class="govuk-button govuk-button--secondary">Compute</button> <a class="pv-reset" href="/modifications/${modification}/impact">Start again</a></div></form>
${signed === null ? draft.paragraphs.map((one) => html`<p>${one}</p>`) : ''}
${figuresTable(draft.figures)}${basisFacts(draft.basis)}`;
  }
}

function basisFacts({ computedAt, implementation, revision, digest }: ImpactView['draft']['basis']): Html {
  return details(
    'What it was computed from',
    facts([
      ['The record as it stood at', instantText(computedAt)],
      ['Legal text', `the ${ordinal(revision)} that was put forward`],
      ['Implementation', implementation === null ? 'not known' : dayText(implementation)],
      ['Digest of what it comes to', html`<code class="pv-digest">${digest}</code>`],
    ]),
  );
}

function ordinal(count: number): string {
  return ['first', 'second', 'third', 'fourth', 'fifth'][count - 1] ?? `${count}th`;
}

function signPart(view: View, { impact, isSigner }: Shown): Html | string {
  const { signable, modification, draft, signed, outOfDate } = impact;
  if (signable === null) return '';
  const title = signed === null ? 'Edit and sign' : 'Edit and sign anew';
  if (!isSigner) {
    return section('sign', title, html`<p class="pv-quiet">To ${signable.act} is for ${signable.who}.</p>`);
  }
  const form = 'sign-impact';
  const { assumed, readings } = draft.basis;
  const chosen = [
    ...Object.entries(assumed).map(([event, day]) => [`assume.${event}`, day === 'never' ? day : formatDay(day)]),
    ...Object.entries(readings).map(([wording, reading]) => [`readings.${wording}`, reading]),
  ];
  const kept = signed !== null && outOfDate.length === 0 ? signed.text : draft.paragraphs.join('\n\n');
  return section(
    'sign',
    title,
    actForm(view, {
      operation: { room: 'effect', name: form },
      id: form,
      input: { modification, ...Object.fromEntries(chosen) },
      fields: longField(view, {
        form,
        name: 'text',
        label: 'Words of the report on the impact on Parties',
        hint: 'They follow from the effect until you change them. An empty line divides paragraphs. The figures above are signed with them.',
        value: kept,
        rows: 16,
      }),
      button: 'Sign',
      buttonDetail: `the impact of ${modification} on Parties`,
      done: 'The impact on Parties is signed.',
    }),
  );
}
