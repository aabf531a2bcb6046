import { html } from 'hono/html';
import type { z } from 'zod';
import type { draftResolution } from '../../app/modification/draft-resolution.ts';
import type { showConflict } from '../../app/modification/show-conflict.ts';
import { writeResolution, writeResolutions } from '../../core/code/resolution-words.ts';
import { writeDay } from '../../core/kernel/day.ts';
import { maySettle } from '../../core/modification/text/decide-legal-text.ts';
import type { DemoAccount } from '../../core/rulebook/case.ts';
import { signInAs } from '../accounts/sign-in.page.ts';
import type { Page } from '../page/layout.ts';
import { details, form, type Html, hidden, longField, radioField, section, table, tag } from '../page/parts.ts';
import { instantText } from '../page/words.ts';
import type { View } from '../site.ts';
import { redlinePart, referenceLink, settleAddress, sidesPart } from './conflict-parts.ts';
import { contingentFields, type Filled } from './contingent-fields.ts';

type Shown = z.output<typeof showConflict.output>;
type Preview = z.output<typeof draftResolution.output>;

type Act = Pick<Shown['earlier'][number], 'resolution' | 'by' | 'on' | 'reasons'>;

/** What a form would come to, shown before it is recorded. */
export interface Previewed {
  readonly form: string;
  readonly filled: Filled;
  readonly preview: Preview;
}

/** One conflict with the forms that settle it, for those who may. */
export function settlePage(view: View, shown: Shown, previewed: Previewed | null): Page {
  const { conflict, modification, with: other, stuckOver } = shown;
  const may = view.session !== null && maySettle(view.actor, shown.proposers);
  return {
    title: `${modification} and ${stuckOver === null ? other : `version ${stuckOver}`} at ${conflict.reference}`,
    section: 'register',
    kicker: html`<a href="/modifications/${modification}/conflicts">Conflicts of ${modification}</a>`,
    lede: conflict.sentence,
    body: html`${section('texts', 'Both texts', html`${conflict.stands ? html`<p>Read ${referenceLink(conflict)} as it is in force.</p>` : ''}${sidesPart(conflict.sides)}`)}
${section('as-it-stands', 'As it stands', html`${standsPart(shown)}${bothPart(shown.both)}`)}
${
  may
    ? section(
        'settle',
        conflict.resolutions.length === 0 ? 'Settle it' : 'Settle it otherwise',
        formsPart(view, shown, previewed),
      )
    : section('settle', 'Who can settle it', whoPart(view, shown))
}
${shown.earlier.length === 0 ? '' : section('earlier', 'All that was recorded of it', earlierPart(shown))}`,
  };
}

function standsPart({ conflict, modification, with: other, stuckOver }: Shown): Html {
  const holding = writeResolutions(conflict.class, conflict.resolutions, [modification, other]);
  if (holding.length > 0) {
    return html`${holding.map(({ sentence }) => html`<p>${tag('settled', 'good')} ${sentence}</p>`)}`;
  }
  return stuckOver === null
    ? html`<p>${tag('not settled', 'bad')} Both can be approved, but whichever is implemented second is held up until this is settled: nothing is guessed.</p>`
    : html`<p>${tag('held up', 'bad')} ${modification} cannot be implemented until this is settled. Once it is, its text is put on version ${stuckOver} at once.</p>`;
}

/** What the two come to in either order; said once where the order makes no difference. */
function bothPart(both: Shown['both']): Html {
  const [one, other] = both;
  if (one === undefined) return html``;
  const isSame = other !== undefined && JSON.stringify(one.blocks) === JSON.stringify(other.blocks);
  if (isSame && one.waits === null && other.waits === null) {
    return html`<h3>Once both are in force, whichever comes first</h3>${redlinePart(one.blocks)}`;
  }
  return html`<div class="pv-sides">${both.map(
    ({ first, second, waits, blocks }) =>
      html`<figure><figcaption>If ${first} is in force first, then ${second}</figcaption>${waits === null ? redlinePart(blocks) : html`<p class="pv-empty">${second} waits: ${waits}</p>`}</figure>`,
  )}</div>`;
}

function whoPart(view: View, { conflict, proposers }: Shown): Html {
  const who = [...new Map(conflict.resolvers.map((one) => [one.who, one])).values()];
  const isOne = ({ role, party }: DemoAccount) => maySettle({ role, ...(party == null ? {} : { party }) }, proposers);
  const people = view.site.config.demo?.accounts.filter(isOne) ?? [];
  return html`<ul>${who.map((one) => html`<li><strong>${one.who}</strong> can ${one.by}.</li>`)}</ul>
${view.session === null ? html`<p><a href="/sign-in?back=${encodeURIComponent(view.path)}">Sign in</a> to settle it.</p>` : html`<p class="pv-quiet">You act as ${view.session.account.name}, who does not do this.</p>`}
<div class="pv-hint-who">${people.map((account) => signInAs(view, account, view.path))}</div>`;
}

function formsPart(view: View, shown: Shown, previewed: Previewed | null): Html {
  const { conflict, orders, merged, contingent } = shown;
  const met = merged?.met ?? [];
  const forms: readonly SettlingForm[] = [
    ...(merged === null
      ? []
      : [
          {
            id: 'merged-text',
            kind: 'merged-text',
            title: 'Write how it shall read once both are in force',
            fields: html`${met.length === 0 ? html`<p>Both changes are put together below.</p>` : html`<p>Both changes are put together below. Look at the words that both change: ${met.map(({ one, other }, at) => html`${at === 0 ? '' : '; '}${said(one)} in the one, ${said(other)} in the other`)}.</p>`}
${
  merged.to.heading === null
    ? ''
    : longField(view, {
        form: 'merged-text',
        name: 'heading',
        label: 'Heading',
        rows: 1,
        value: filledOr(previewed, 'merged-text', 'heading', merged.to.heading),
      })
}
${longField(view, { form: 'merged-text', name: 'text', label: `${conflict.reference} shall read`, rows: 6, value: filledOr(previewed, 'merged-text', 'text', merged.to.text) })}`,
          },
        ]),
    ...(orders.length === 0
      ? []
      : [
          {
            id: 'order',
            kind: 'order',
            title: 'Say which is made first',
            fields: radioField(view, {
              form: 'order',
              name: 'first',
              label: 'Made first',
              value: filledOr(previewed, 'order', 'first', ''),
              choices: orders.map(({ first, means }) => ({ value: first, title: first, hint: means })),
            }),
          },
        ]),
    ...contingent.map((draft): SettlingForm => {
      const id = `contingent-${draft.modification}`;
      return {
        id,
        kind: 'contingent',
        title: `Write another text of ${draft.modification}, for if ${draft.on} is in force before it`,
        fields: html`${hidden('on', draft.on)}${contingentFields(view, id, draft, previewed?.form === id ? previewed.filled : null)}`,
      };
    }),
  ];
  const chosen = view.refusal?.form ?? previewed?.form ?? null;
  const noOther =
    shown.noContingent === null ? '' : html`<p class="pv-quiet" id="no-contingent">${shown.noContingent}</p>`;
  if (forms.length === 0) return html`<p>It cannot be settled here.</p>${noOther}`;
  return html`<p>Settle it in one of these ways. A later one takes the place of an earlier one; both stay in the record.</p>${noOther}
${forms.map((one, at) => details(one.title, settlingForm(view, shown, one, previewed), chosen === null ? at === 0 : chosen === one.id))}`;
}

interface SettlingForm {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly fields: Html;
}

function settlingForm(view: View, shown: Shown, { id, kind, fields }: SettlingForm, previewed: Previewed | null): Html {
  const { modification, with: other, conflict } = shown;
  const back = settleAddress(modification, other, conflict);
  const mine = previewed?.form === id ? previewed : null;
  return form(
    view,
    `/modifications/${modification}/conflicts/settle#follows`,
    'pv-form pv-settle',
    html`${hidden('_form', id)}${hidden('_back', back)}${hidden('modification', modification)}${hidden('with', other)}${hidden('class', conflict.class)}${hidden('provision', conflict.provision)}${hidden('kind', kind)}
${fields}
${longField(view, { form: id, name: 'reasons', label: 'Reasons', hint: 'They stay in the record.', value: filledOr(previewed, id, 'reasons', '') })}
${mine === null ? '' : previewPart(mine.preview)}
<div class="pv-buttons"><button type="submit" name="_do" value="preview" class="govuk-button govuk-button--secondary">Show what follows</button>
<button type="submit" name="_do" value="record" class="govuk-button">Record it</button></div>`,
    id,
  );
}

function previewPart({ both, instructions }: Preview): Html {
  return html`<section class="pv-follows" id="follows" tabindex="-1" aria-labelledby="follows-title"><h3 id="follows-title">What follows; nothing is recorded yet</h3>
${bothPart(both)}
${instructions.length === 0 ? '' : details(`The text as ${instructions.length === 1 ? 'one instruction' : `${instructions.length} instructions`}`, html`<ol>${instructions.map((one) => html`<li>${one}</li>`)}</ol>`)}</section>`;
}

function earlierPart({ earlier, conflict, modification, with: other }: Shown): Html {
  const act = ({ resolution, by, on, reasons }: Act): string => JSON.stringify([resolution, by, on, reasons]);
  const holding = new Set(conflict.resolutions.map(act));
  const rows = earlier
    .toReversed()
    .map(({ resolution, by, on, reasons, keptBy, recordedAt }) => [
      html`${instantText(recordedAt)}${holding.has(act({ resolution, by, on, reasons })) ? html` ${tag('holds', 'plain')}` : ''}`,
      by,
      html`${writeResolution(conflict.class, resolution, [modification, other])}${resolution.kind === 'merged-text' ? html`<br><q>${resolution.to.text}</q>` : ''}`,
      html`${reasons} <span class="govuk-visually-hidden">for ${writeDay(on)}, kept by ${keptBy}</span>`,
    ]);
  const columns = ['Recorded', 'By', 'What was settled', 'Reasons'].map((title) => ({ title }));
  return table('Resolutions, the latest first', columns, rows, { quiet: true, stack: true });
}

function filledOr(previewed: Previewed | null, id: string, name: string, otherwise: string): string {
  return previewed?.form === id ? (previewed.filled.get(name) ?? '') : otherwise;
}

function said(words: string): string {
  return words === '' ? 'nothing' : `“${words}”`;
}
