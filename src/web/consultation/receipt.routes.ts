import type { Hono } from 'hono';
import { html } from 'hono/html';
import { checkReceipt } from '../../app/consultation/check-receipt.ts';
import { facts, type Html, section, tag, textField } from '../page/parts.ts';
import { dayText, instantText } from '../page/words.ts';
import { show } from '../respond.ts';
import { ask, type Env, type View } from '../site.ts';

const FORM = 'receipt';

/** `/receipts`: anybody who has the code of a receipt learns what the record received. */
export function receiptRoutes(app: Hono<Env>): void {
  app.get('/receipts', async (c) => {
    const code = c.req.query('code')?.trim() ?? '';
    const checked = code === '' ? null : await ask(c.get('view'), checkReceipt, { code: code.slice(0, 200) });
    if (checked?.ok === false) {
      c.set('view', {
        ...c.get('view'),
        refusal: { form: FORM, entered: { code: [code] }, rejection: checked.rejection },
      });
    }
    const view = c.get('view');
    return show(c, {
      title: 'Check a receipt',
      section: 'record',
      lede: 'Whoever holds the code of a receipt can check that the record received that response, from whom and when, and that it stands unchanged.',
      body: html`<form method="get" action="/receipts" class="pv-form" id="${FORM}" novalidate>
${textField(view, { form: FORM, name: 'code', label: 'Code of the receipt', hint: 'Such as SECMP0065.12.0123456789abcdef0123456789abcdef.', value: code })}
<button type="submit" class="govuk-button">Check it</button></form>
${checked?.ok === true ? found(view, checked.value) : ''}`,
    });
  });
}

type Checked = Extract<
  Awaited<ReturnType<typeof ask<typeof checkReceipt.input, typeof checkReceipt.output>>>,
  { ok: true }
>['value'];

function found(_: View, one: Checked): Html {
  return section(
    'genuine',
    'The receipt is genuine',
    html`<p>${tag('genuine', 'good')}${one.counts ? '' : html` ${tag('replaced', 'wait')} The Party has replaced this response since; it stays in the record.`}</p>
${facts([
  ['Modification', html`<a href="/modifications/${one.modification}">${one.modification} ${one.title}</a>`],
  [
    'Consultation',
    html`<a href="/modifications/${one.modification}/consultations/${one.step}">${one.consultation}</a>`,
  ],
  ['Party', html`<a href="/parties/${one.party}">${one.partyName}</a>`],
  ['View', one.stance ?? 'kept confidential'],
  ['Received', html`${dayText(one.receivedOn)}${one.late ? html` ${tag('late', 'bad')}` : ''}`],
  ['Recorded', instantText(one.recordedAt)],
  ['Digest of what is kept', html`<code class="pv-digest">${one.digest}</code>`],
  ['Hash in the chain', html`<code class="pv-digest">${one.hash}</code>`],
])}`,
  );
}
