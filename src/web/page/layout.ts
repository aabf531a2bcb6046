import { html, raw } from 'hono/html';
import { whatsNext } from '../../app/modification/whats-next.ts';
import { writeDayWithWeekday } from '../../core/kernel/day.ts';
import { instantOn, timeOfInstant } from '../../core/kernel/instant.ts';
import type { FieldFault } from '../../core/kernel/rejection.ts';
import { ROLE_IN_SENTENCE } from '../../core/party/actor.ts';
import { assetUrl } from '../assets.ts';
import { ask, type Refusal, type View } from '../site.ts';
import { labelIn, saidWith } from './label.ts';
import { faultsOf, form, type Html, hidden } from './parts.ts';
import { instantText } from './words.ts';

/** A page: its title (also the heading, unless the body brings its own), and its content. */
export interface Page {
  readonly title: string;
  readonly body: Html;
  /** Small words above the heading: where in the site the page stands. */
  readonly kicker?: Html | string;
  /** A sentence under the heading. */
  readonly lede?: Html | string;
  /** What else stands in the head of the document. */
  readonly head?: Html;
  /** Which entry of the navigation is the current one. */
  readonly section?: Section;
}

export type Section =
  | 'register'
  | 'next'
  | 'meetings'
  | 'code'
  | 'obligations'
  | 'parties'
  | 'rulebook'
  | 'record'
  | 'api';

const NAVIGATION: readonly { section: Section; href: string; title: string }[] = [
  { section: 'register', href: '/', title: 'Register' },
  { section: 'next', href: '/next', title: 'Next' },
  { section: 'meetings', href: '/meetings', title: 'Meetings' },
  { section: 'code', href: '/sec', title: 'Code' },
  { section: 'obligations', href: '/obligations', title: 'Obligations' },
  { section: 'parties', href: '/parties', title: 'Parties' },
  { section: 'rulebook', href: '/rulebook', title: 'Rulebook' },
  { section: 'record', href: '/record', title: 'Record' },
  { section: 'api', href: '/api', title: 'API' },
];

/** The whole document around a page. */
export async function layout(view: View, page: Page): Promise<Html> {
  const [body, waiting] = [await page.body, await waitedFor(view)];
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="theme-color" content="#12262f">
<title>${view.refusal === null || view.refusal.form === '' ? '' : 'Refused: '}${page.title} – Proviso</title>
<link rel="stylesheet" href="${assetUrl('site.css')}">
<link rel="icon" href="${assetUrl('mark.svg')}" type="image/svg+xml">
${page.head ?? ''}
</head>
<body class="pv-body">
<a href="#main" class="govuk-skip-link">Skip to the content</a>
${header(view, page.section)}
${clockStrip(view, waiting)}
<main class="pv-width pv-main" id="main" tabindex="-1">
${view.done === null ? '' : html`<div class="pv-done" role="status"><p>${view.done}</p></div>`}
${view.refusal === null ? '' : refusalSummary(view.refusal, String(body))}
<div class="pv-title">
${page.kicker === undefined ? '' : html`<p class="pv-kicker">${page.kicker}</p>`}
<h1>${page.title}</h1>
${page.lede === undefined ? '' : html`<p class="pv-lede">${page.lede}</p>`}
</div>
${body}
</main>
${footer(view)}
</body>
</html>`;
}

function header(view: View, section: Section | undefined): Html {
  return html`<header class="pv-header">
<div class="pv-width pv-header-row">
<a class="pv-wordmark" href="/"><svg class="pv-mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false"><path d="M7 3H4v18h3M17 3h3v18h-3" fill="none" stroke="currentColor" stroke-width="2.2"/><path d="M9 9h6M9 13h6M9 17h3" stroke="#6fd0c3" stroke-width="2"/></svg>Proviso</a>
<nav class="pv-nav" aria-label="Site"><ul>${NAVIGATION.map(
    (entry) =>
      html`<li><a href="${entry.href}"${entry.section === section ? html` aria-current="page"` : ''}>${entry.title}</a></li>`,
  )}</ul></nav>
<div class="pv-person">${person(view)}</div>
</div>
</header>`;
}

function person(view: View): Html {
  if (view.session === null) return html`<a href="/sign-in?back=${encodeURIComponent(view.path)}">Sign in</a>`;
  const { account } = view.session;
  return html`<a href="/account"><span class="govuk-visually-hidden">Signed in as </span>${account.name}</a>
${account.role === 'code-administrator' ? html`<a href="/accounts">Accounts</a>` : ''}
${form(view, '/sign-out', 'pv-inline', html`<button class="pv-linkish" type="submit">Sign out</button>`)}`;
}

/** The day that the record shows: what is "now" on every page. */
function clockStrip(view: View, waiting: Html | string | null): Html {
  const { clock } = view.site.ports;
  const now = clock.now();
  const words = html`<strong>${writeDayWithWeekday(view.today)}</strong>, <time datetime="${now}">${timeOfInstant(now)}</time>`;
  if (clock.kind === 'real') {
    return html`<section class="pv-clock" aria-label="Clock"><div class="pv-width"><p>Today is ${words} in London.</p></div></section>`;
  }
  return html`<section class="pv-clock pv-clock-case" aria-label="Case clock"><div class="pv-width pv-clock-row">
<p><span class="pv-clock-label">Case clock</span> ${words}</p>
${waiting === null ? advance(view) : html`<p>${waiting}</p>`}
</div></section>`;
}

/** What a case clock waits for, as a sentence, when no step has a date to go to; null when one has. */
async function waitedFor(view: View): Promise<Html | string | null> {
  if (view.site.ports.clock.kind === 'real') return null;
  const read = await ask(view, whatsNext, { modification: null });
  if (!read.ok) return null;
  const { next } = read.value;
  const now = view.site.ports.clock.now();
  const isAhead = ({ from, until, closes }: (typeof next)[number]) =>
    (from !== null && instantOn(from, '09:00') > now) || [until, closes].some((at) => at !== null && at > now);
  if (next.some(isAhead)) return null;
  const act = next.find((one) => !one.optional) ?? next[0];
  return act === undefined
    ? 'Nothing is to come in this record.'
    : html`No step has a day to go to until this is done: ${act.who} to ${act.act} (<a href="/modifications/${act.modification}">${act.modification}</a>).`;
}

function advance(view: View): Html {
  return form(
    view,
    '/act/record/advance-clock',
    'pv-inline',
    html`${hidden('toNext', 'true')}${hidden('_back', view.path)}${hidden('_done', 'The case clock was moved on.')}<button class="pv-clock-button" type="submit">Go to the next step</button>`,
  );
}

/** Why a form was refused: the sentence, the clause, who can lift it and by when. */
function refusalSummary({ rejection, form: id }: Pick<Refusal, 'rejection' | 'form'>, body: string): Html {
  const { citation, unblock } = rejection;
  return html`<div class="pv-refusal" role="alert" aria-labelledby="refusal-title">
<h2 id="refusal-title">${refusalTitle(rejection)}</h2>
${faultsOf(rejection).map((fault) => html`<p class="pv-refusal-sentence">${faultLink(id, fault, body)}</p>`)}
${citation === null ? '' : html`<p class="pv-refusal-clause">Clause: ${citation.source}${citation.clause === null ? '' : ` ${citation.clause}`} <span class="pv-certainty pv-certainty-${citation.certainty}">${citation.certainty}</span></p>`}
${
  unblock.length === 0
    ? ''
    : html`<p>What would lift it:</p><ul>${unblock.map(
        ({ who, by, until }) =>
          html`<li><strong>${who}</strong> can ${by}${until === null ? '' : html` by ${instantText(until)}`}.</li>`,
      )}</ul>`
}
<p class="pv-refusal-code">${id === '' ? '' : 'Nothing was written. '}Code of the refusal: <code>${rejection.code}</code></p>
</div>`;
}

/** What is wrong with a field, by the name that the page gives it, with a link to it. */
function faultLink(form: string, { field, sentence }: FieldFault, body: string): Html {
  const target = faultAt(form, field, body);
  // the label comes from the page, where it was escaped
  const label = target === null || target === form ? null : labelIn(body, target);
  const said = raw(saidWith(label, String(html`${sentence}`), field));
  return target === null ? html`${said}` : html`<a href="#${target}">${said}</a>`;
}

/** The id of the field at fault; where the page has none such, of the group it is in, then of the form. */
function faultAt(form: string, field: string, body: string): string | null {
  if (form === '') return null;
  const parts = field.split('.').filter((part) => part !== '');
  const ids = parts.map((_, at) => `${form}-${parts.slice(0, at + 1).join('.')}`).toReversed();
  return [...ids, form].find((id) => body.includes(` id="${id}"`)) ?? null;
}

/** A rule of a code refuses only where one is cited. */
function refusalTitle({ code, citation }: Refusal['rejection']): string {
  if (citation !== null && code !== 'input-invalid') return 'The rules refuse this';
  switch (code) {
    case 'input-invalid':
      return 'Something entered needs another look';
    case 'not-found':
      return 'There is nothing here';
    case 'not-signed-in':
      return 'Sign in first';
    case 'rate-limited':
      return 'Too many attempts';
    default:
      return 'This cannot be done';
  }
}

function footer(view: View): Html {
  const { demo, version } = view.site.config;
  return html`<footer class="pv-footer"><div class="pv-width">
<p>All drafting of codes, licences and proposals shown here is <strong>illustrative drafting</strong>: our own words, carrying the facts that are cited. It is not the text of any code.</p>
${demo === null ? '' : html`<p>This record is a demonstration: ${demo.title}. Its suppliers, accounts and systems are invented.</p>`}
<p class="pv-footer-small">Proviso ${version} · <a href="/rulebook#marks">What the marks of certainty mean</a> · <a href="/api">API</a> · <a href="/record">Is the record intact?</a>${
    view.session === null ? '' : html` · You act as ${ROLE_IN_SENTENCE[view.actor.role]}`
  }</p>
</div></footer>`;
}
