import { html } from 'hono/html';
import type { z } from 'zod';
import type { showObligation } from '../../app/obligation/show-obligation.ts';
import type { Provision } from '../../core/code/provision.ts';
import { writeDay } from '../../core/kernel/day.ts';
import { owedInWords } from '../../core/obligation/owed-words.ts';
import { RELATION_IN_WORDS } from '../../core/obligation/relations.ts';
import type { Page } from '../page/layout.ts';
import { empty, facts, type Html, section, table, tag } from '../page/parts.ts';
import { certaintyMark, citationText, dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import { type Asked, askingForm, obligationHref, provisionHref } from './asked.ts';
import { bindingPart } from './binding-part.ts';
import { judgementPart } from './judgement-part.ts';
import { bearersText, flagTag } from './words.ts';

/** What the page shows. */
export type Shown = z.output<typeof showObligation.output>;

/** Parties that can be chosen where a judgement is recorded. */
export type Parties = readonly {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly systems: readonly { readonly id: string; readonly title: string }[];
}[];

/** Everything of one obligation. */
export function obligationPage(view: View, asked: Asked, shown: Shown, parties: Parties): Page {
  const { on, obligation } = shown;
  return {
    title: obligation.title,
    section: 'obligations',
    kicker: html`<a href="/obligations">Obligations</a>`,
    lede: html`Who bears it ${owedInWords(obligation)} ${certaintyMark(obligation.citation.certainty)}`,
    body: html`${askingForm(view, `/obligations/${encodeURIComponent(obligation.id)}`, asked)}
${obligation.flag === null ? '' : html`<p>${flagTag(obligation.flag)} <a href="#binding">How it is bound</a></p>`}
${section('words', `The words on ${writeDay(on)}`, wordsPart(shown, asked))}
${section('duty', 'What it asks', dutyPart(shown, asked))}
${section('relations', 'How it stands to others', relationsPart(shown, asked))}
${section('versions', 'Versions and readings', versionsPart(shown))}
${section('binding', 'How it is bound to the words', bindingPart(view, shown, asked))}
${section('judgements', 'What people judge', judgementPart(view, shown, parties))}`,
  };
}

function wordsPart({ words, obligation, instrument }: Shown, asked: Asked): Html {
  const { provision, absent } = obligation;
  const notice = instrument === null ? '' : html`<p class="pv-notice">${instrument.notice}</p>`;
  if (words === null) return html`${empty(absent ?? 'The provision is not in force.')}${notice}`;
  return html`<p><a href="${provisionHref(obligation.instrument.id, provision, asked)}">${obligation.instrument.shortTitle} ${provision}</a> <span class="pv-quiet">as in version ${words.label}</span></p>
<blockquote class="pv-bound-words">${words.introduced.map((one) => html`<p class="pv-quiet">${one}</p>`)}${provisionText(words.provision)}</blockquote>${notice}`;
}

function provisionText({ number, heading, text, children }: Provision): Html {
  return html`<p>${number === null ? '' : html`<strong>${number}</strong> `}${heading === null ? '' : html`<strong>${heading}</strong> `}${text}</p>${children.length === 0 ? '' : html`<div class="pv-bound-limbs">${children.map(provisionText)}</div>`}`;
}

function dutyPart({ obligation, evidence, assessableAfter, breach, covers, coveredBy }: Shown, asked: Asked): Html {
  const { standard, condition, due, assuredBy, judgementWords, citation, id } = obligation;
  const links = (all: typeof covers) =>
    html`${all.map((one, at) => html`${at === 0 ? '' : ', '}<a href="${obligationHref(one.id, asked)}">${one.title}</a>`)}`;
  const rows: (readonly [string, Html | string])[] = [
    ['Borne by', bearersText(obligation)],
    ['By when', due ?? 'all the time'],
    ['Binds', condition === null ? 'whatever the facts are' : conditionText(condition)],
    ['How well', standard ?? 'the words say no standard'],
    ['Judged by people', judgementWords.length === 0 ? 'nothing' : judgementWords.map((one) => `“${one}”`).join(', ')],
    [
      'Evidence',
      evidence.length === 0 ? 'none is named' : html`<ul>${evidence.map((one) => html`<li>${one}</li>`)}</ul>`,
    ],
    ['Assured by', assuredBy?.title ?? 'the words name nobody'],
    [
      'Can be assessed after',
      assessableAfter.length === 0 ? 'at once' : assessableAfter.map(({ title }) => title).join('; '),
    ],
    ['What follows from breach', breach ?? 'nothing is recorded of it'],
    ...(covers.length === 0 ? [] : [['Stands in for', links(covers)] as const]),
    ...(coveredBy.length === 0 ? [] : [['Stood in for by', links(coveredBy)] as const]),
    [
      'Source',
      html`${citationText(citation)}${citation.note === undefined ? '' : html`<br><span class="pv-quiet">${citation.note}</span>`}`,
    ],
    ['Known as', html`<code>${id}</code>`],
  ];
  return facts(rows);
}

function conditionText({ text, words }: NonNullable<Shown['obligation']['condition']>): Html {
  return html`while ${words}<br><span class="pv-quiet">as the rulebook writes it: <code>${text}</code>, <a href="/obligations/playground?${new URLSearchParams({ condition: text })}">try it</a></span>`;
}

function relationsPart({ relations }: Shown, asked: Asked): Html {
  if (relations.length === 0) return empty('The words put it in no order with another provision.');
  return table(
    'How it stands to other provisions',
    [{ title: 'Effect' }, { title: 'Provision' }, { title: 'Words' }, { title: 'Obligations there' }],
    relations.map(({ kind, own, effect, sentence, instrument, provision, inForce, obligations }) => [
      html`<strong>${effect}</strong><br><span class="pv-quiet">${sentence}</span>`,
      html`<a href="${provisionHref(instrument, provision, asked)}">${provision}</a>${inForce ? '' : html` ${tag('not in force', 'wait')}`}`,
      own ? RELATION_IN_WORDS[kind] : `it says: ${RELATION_IN_WORDS[kind]}`,
      obligations.length === 0
        ? 'none'
        : html`${obligations.map((one, at) => html`${at === 0 ? '' : ', '}<a href="${obligationHref(one.id, asked)}">${one.title}</a>`)}`,
    ]),
    { quiet: true, stack: true },
  );
}

function versionsPart({ versions, wordings }: Shown): Html {
  const rows = versions.map(({ from, until, label, title }) => [
    html`${dayText(from)}${until === null ? '' : html` until before ${dayText(until)}`}`,
    label,
    title,
  ]);
  const bears = wordings.map(
    ({ title, readings }) =>
      html`<h3>${title}</h3><ul>${readings.map(
        (one) =>
          html`<li>${one.title}${one.default ? html` ${tag('taken', 'open')}` : ''} ${citationText(one.citation)}</li>`,
      )}</ul>`,
  );
  return html`${versions.length === 0 ? empty('No text has the provision.') : table('Words over time', [{ title: 'In force' }, { title: 'Version' }, { title: 'What the words mean' }], rows, { quiet: true, stack: true })}
${bears}`;
}
