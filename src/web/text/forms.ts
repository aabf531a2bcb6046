import { html } from 'hono/html';
import { formatDay } from '../../core/kernel/day.ts';
import { assetUrl } from '../assets.ts';
import { type Html, section } from '../page/parts.ts';
import { baseOf, hrefTo, permanentOf } from './asked.ts';
import { type Bar, runningHead } from './bar.ts';
import { TEXT_FORMS } from './negotiate.ts';
import { runningHeadUrl } from './running-head.ts';

/** The address that stands for what is shown among all that show the same. */
export function canonicalOf({
  instrument,
  canonicalName: name,
  on,
  asked,
}: Pick<Bar, 'instrument' | 'canonicalName' | 'on' | 'asked'>): string {
  if (!asked.dated && asked.knownAt === null) return baseOf(instrument.id, name);
  // what was known then, which a permanent address gives, may differ from what the record says now
  if (asked.permanence === 'not-asked') return hrefTo(instrument.id, name, { ...asked, on: formatDay(on) });
  return permanentOf(instrument.id, name, formatDay(on));
}

/** Address of what is shown in another form. */
export function formUrl({ instrument, name, asked }: Pick<Bar, 'instrument' | 'name' | 'asked'>, form: string): string {
  const href = hrefTo(instrument.id, name, asked);
  return `${href}${href.includes('?') ? '&' : '?'}format=${form}`;
}

/** What the head of a reader's page says to programs: its canonical address, its other forms, and how it is printed. */
export function headOf(bar: Bar): Html {
  const others = TEXT_FORMS.filter(({ name }) => name !== 'page');
  return html`<link rel="canonical" href="${canonicalOf(bar)}">
${others.map(({ name, mediaType }) => html`<link rel="alternate" type="${mediaType}" href="${formUrl(bar, name)}">\n`)}<link rel="stylesheet" media="print" href="${runningHeadUrl(runningHead(bar))}">
<script type="module" src="${assetUrl('reader.js')}"></script>`;
}

/** The other forms of what is shown, for a person. On paper only its permanent address is left. */
export function formsPart(bar: Bar, baseUrl: string): Html {
  const permanent = permanentOf(bar.instrument.id, bar.name, formatDay(bar.on));
  const files = TEXT_FORMS.filter(({ name }) => name !== 'page');
  return section(
    'forms',
    'Take it with you',
    html`<p class="pv-forms">The same text on the same day: ${files.map(
      ({ name, title }, at) => html`${at === 0 ? '' : ', '}<a href="${formUrl(bar, name)}">${title}</a>`,
    )}.</p><p>Its permanent address is <a href="${permanent}">${baseUrl}${permanent}</a>.</p>`,
  );
}
