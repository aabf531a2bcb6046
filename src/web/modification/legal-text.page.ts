import { html, raw } from 'hono/html';
import type { z } from 'zod';
import type { showLegalText } from '../../app/text/show-legal-text.ts';
import { writeDay } from '../../core/kernel/day.ts';
import { renderRedline } from '../../format/html/redline.ts';
import { type ObligationChanges, obligationsRead } from '../drafting/obligations-part.ts';
import { eventWords } from '../effect/answers.ts';
import type { Page } from '../page/layout.ts';
import { empty, type Html, section, tag } from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import { modificationTabs } from './tabs.ts';

type Text = z.output<typeof showLegalText.output>;

interface Shown {
  /** The text, compared as asked; with the text that it amends where that cannot be done. */
  readonly text: Text;
  /** Why it cannot be compared as asked; null when it is. */
  readonly why: string | null;
  readonly compare: string;
  /** The text that the address names for ever; null for the one that now stands. */
  readonly revision: number | null;
  readonly unsettled: number;
  /** What it does to obligations; null beside an earlier text. */
  readonly obligations: ObligationChanges | null;
}

/** What the legal text of a modification does to the code: a redline, and the same as instructions. */
export function legalTextPage({ text, why, compare, revision, unsettled, obligations }: Shown): Page {
  const { modification, title, instrument, draftedAgainst, instructions } = text;
  const isEarlier = revision !== null && revision < text.revisions;
  return {
    title: revision === null ? `Legal text of ${modification}` : `Text ${revision} of ${modification}`,
    section: 'register',
    kicker: html`<a href="/modifications/${modification}">${modification} ${title}</a>`,
    lede: html`Against version ${draftedAgainst.label} of the ${instrument.title}. <ins class="pv-sample">Inserted</ins> and <del class="pv-sample">deleted</del> words are marked.`,
    body: html`${modificationTabs(modification, 'legal-text', unsettled)}
<p class="pv-notice">${instrument.notice}</p>
${isEarlier ? html`<p>${tag('earlier text', 'wait')} ${modification} has had ${text.revisions} texts. <a href="/modifications/${modification}/legal-text">The one that now stands</a></p>` : ''}
${rebasedPart(text)}
${choicePart(text, compare, revision)}
${section('redline', REDLINE_TITLES[why === null ? text.compare : 'base'], why === null ? comparedPart(text) : empty(why))}
${section('instructions', 'The same as instructions', html`<p class="pv-quiet">For version ${draftedAgainst.label}, in order.</p>${text.parts.length === 0 ? html`<ol>${instructions.map((instruction) => html`<li>${instruction}</li>`)}</ol>` : partsPart(text)}`)}
${obligations === null ? '' : obligationsRead(modification, obligations)}
${section('files', 'To take away', filesPart(modification, text.revision))}`,
  };
}

const REDLINE_TITLES: Readonly<Record<Text['compare'], string>> = {
  base: 'Redline',
  drafted: 'What re-basing changed',
  last: 'Redline against the last version',
  pending: 'Redline against what else is pending',
};

function comparedPart({ compare, modification, behind, blocks }: Text): Html {
  const words = blocks.length === 0 ? empty(NOTHING[compare]) : html`${raw(renderRedline(blocks))}`;
  if (compare === 'pending') {
    const before =
      behind.length === 0
        ? html`<p>Nothing else that is open takes effect before ${modification}.</p>`
        : html`<p>Counted in before it, in the order in which they would take effect: ${behind.map((one, at) => html`${at === 0 ? '' : ', '}<a href="/modifications/${one}">${one}</a>`)}. Nothing of it is in force.</p>`;
    return html`${before}${words}`;
  }
  return words;
}

const NOTHING: Readonly<Record<Text['compare'], string>> = {
  base: 'It changes nothing.',
  drafted: 'It proposes what its proposer drafted, word for word.',
  last: 'It would change nothing in the last version.',
  pending: 'Behind what is pending it would change nothing.',
};

function rebasedPart({ over, revision, modification }: Text): Html | string {
  if (over === null) return '';
  return html`<p>It was re-based over version ${over.label}, made by ${over.kind === 'modification' ? html`<a href="/modifications/${over.reference}">${over.reference}</a>` : over.reference}. <a href="/modifications/${modification}/legal-text/${revision}?compare=drafted">What that changed</a></p>`;
}

/** The instructions of each part that takes effect by itself, with when it does and when it ends. */
function partsPart({ parts, instrument }: Text): Html {
  let before = 0;
  return html`<p>It takes effect in ${parts.length} parts: each becomes a version by itself.</p>${parts.map((part) => {
    const start = before + 1;
    before += part.instructions.length;
    const ends = part.until === null ? '' : html` Ends: ${part.until}.`;
    return html`<h3>Part ${part.id}: ${part.title}</h3><p>${standsText(part, instrument.id)}${ends}</p>${
      part.instructions.length === 0
        ? ''
        : html`<ol start="${start}">${part.instructions.map((instruction) => html`<li>${instruction}</li>`)}</ol>`
    }`;
  })}`;
}

function standsText({ day, basis, awaiting, commences, published }: Text['parts'][number], code: string): Html {
  if (published !== null) {
    return html`${tag('in force', 'good')} since ${commences}, as <a href="/${code}">version ${published}</a>.`;
  }
  const when = `Takes effect: ${commences}`;
  if (basis === 'never') return html`${tag('never', 'bad')} ${when}; that cannot come about any more.`;
  if (day !== null) {
    return html`${tag(basis, basis === 'planned' ? 'wait' : 'good')} ${when}${commences === writeDay(day) ? '' : html`, which is ${dayText(day)}`}.`;
  }
  const untold = awaiting.filter((event) => !commences.includes(eventWords([event])));
  return html`${tag('waits', 'wait')} ${when}${untold.length === 0 ? '' : html`; it waits for ${eventWords(untold)}`}.`;
}

/** With what the text is compared; links, so that each has an address. */
function choicePart({ modification, draftedAgainst, over }: Text, compare: string, revision: number | null): Html {
  const address = `/modifications/${modification}/legal-text${revision === null ? '' : `/${revision}`}`;
  const choices: readonly (readonly [string, string])[] = [
    ['base', `Version ${draftedAgainst.label}, which it amends`],
    ...(over === null ? [] : [['drafted', 'What was drafted first'] as const]),
    ...(revision === null
      ? [['last', 'The last version'] as const, ['pending', 'What else is pending before it'] as const]
      : []),
  ];
  return html`<nav class="pv-choice" aria-label="Compare with"><span class="pv-quiet">Compare with</span><ul>${choices.map(
    ([value, words]) =>
      html`<li><a href="${address}${value === 'base' ? '' : `?compare=${value}`}"${value === compare ? html` aria-current="true"` : ''}>${words}</a></li>`,
  )}</ul></nav>`;
}

function filesPart(modification: string, revision: number): Html {
  const base = `/modifications/${modification}/legal-text`;
  return html`<ul>
<li><a href="/modifications/${modification}/papers/legal-text.pdf">PDF</a>, to read and print</li>
<li><a href="${base}/file.docx">Word</a>, with tracked changes that can be accepted or rejected; <a href="${base}/import">edit it in Word and bring it back</a></li>
<li><a href="${base}/file.akn.xml">Akoma Ntoso</a>, as an amending document</li>
<li><a href="/modifications/${modification}/file.oscal.json">OSCAL</a>, as a profile with the duties that it changes</li>
<li><a href="${base}?format=json">JSON</a>, for programs</li>
<li><a href="${base}/${revision}">Text ${revision}</a>, the permanent address of this text</li></ul>`;
}
