import { html, raw } from 'hono/html';
import { z } from 'zod';
import { type DraftView, draftViewSchema } from '../../app/modification/draft.schema.ts';
import { canOpenWhole } from '../../app/modification/show-draft.ts';
import { provisionsOf } from '../../core/code/draft-part.ts';
import { PROVISION_KINDS } from '../../core/code/provision.ts';
import type { Rejection } from '../../core/kernel/rejection.ts';
import { assetUrl } from '../assets.ts';
import { modificationTabs } from '../modification/tabs.ts';
import type { Page } from '../page/layout.ts';
import { actForm, details, type Html, hidden, section } from '../page/parts.ts';
import { keptText } from '../page/words.ts';
import type { View } from '../site.ts';
import { provisionsText } from '../text/provisions.ts';
import { PLAIN_WORDS } from '../text/words.ts';
import { type ObligationChanges, obligationsDrafted, obligationsRead } from './obligations-part.ts';

/** Where the legal text of a modification is drafted: the text, and beside it what follows from it; `unsettled` are conflicts of the text as it stands. */
export function draftPage(
  view: View,
  draft: DraftView,
  unsettled: number,
  obligations: ObligationChanges | null,
): Page {
  const { modification, title, instrument, against, notices, closed, setAside } = draft;
  return {
    title: `Drafting of ${modification}`,
    section: 'register',
    kicker: html`<a href="/modifications/${modification}">${modification} ${title}</a>`,
    lede: html`Against version ${against} of the ${instrument.title}.${closed === null ? ' Change the text: the amendments follow.' : ''}`,
    body: html`${modificationTabs(modification, 'draft', unsettled)}
${[...(closed === null ? [] : [closed]), ...notices].map((one) => html`<p class="pv-notice">${one}</p>`)}
${setAside === null || setAside.how === 'put-forward' || closed !== null ? '' : takenUp(view, draft, setAside)}
<noscript><p class="pv-notice">To edit the text here, the browser must run scripts. Without them the legal text can be drafted with <code>proviso amend</code> and <code>draft-legal-text</code> (command or <a href="/api">API</a>), or in Word: export the text, track the changes, and import it again.</p></noscript>
${chooser(draft)}
<div class="pv-draft" id="draft" data-shown="text">
<div id="draft-choice" class="pv-draft-choice" role="alertdialog" aria-labelledby="draft-choice-title" tabindex="-1" hidden></div>
<div class="pv-draft-bar"><p id="draft-status" class="pv-draft-status">${closed === null ? standing(draft) : 'This can be read, and no longer changed.'}</p>
<p id="draft-others" class="pv-draft-others" role="status" hidden></p></div>
<p id="draft-said" class="govuk-visually-hidden" role="status"></p>
${switches()}
<div class="pv-draft-columns">
<section class="pv-draft-text" aria-labelledby="text"><h2 id="text">Text</h2>
${closed === null ? buttons() : ''}
<div class="pv-draft-editor" id="draft-editor">${provisionsText(provisionsOf(draft.text, draft.part), PLAIN_WORDS)}</div>
</section>
<div class="pv-draft-follow" role="region" aria-label="What follows from the text" tabindex="0">
${followed('instructions', 'Instructions', html`<ol>${draft.instructions.map((one) => html`<li>${one}</li>`)}</ol>`)}
${followed('redline', 'Redline', html`<p class="pv-empty"><a href="/modifications/${modification}/legal-text">The redline of the legal text</a></p>`)}
${followed('conflicts', 'Conflicts with open modifications', html`<ul>${draft.checks.conflicts.map((one) => html`<li>${one.sentence}</li>`)}</ul>`)}
${followed('references', 'References, terms and faults', html`<ul>${[...draft.checks.faults, ...draft.checks.consequences, ...draft.checks.broken].map((one) => html`<li>${one.sentence}</li>`)}</ul>`)}
</div></div></div>
${obligations === null ? '' : closed === null ? obligationsDrafted(view, modification, obligations) : obligationsRead(modification, obligations)}
${closed === null ? ends(view, draft) : ''}
<script type="application/json" id="draft-data">${raw(dataOf(view, draft))}</script>
<script type="module" src="${assetUrl('drafting.js')}"></script>`,
  };
}

/** For who may not draft it: who may, and where the text can be read. */
export function notDrafterPage(
  view: View,
  modification: string,
  { code, sentence, unblock }: Rejection,
  unsettled: number,
): Page {
  const signIn = html`<a href="/sign-in?back=${encodeURIComponent(view.path)}">Sign in</a> as one who may draft the legal text of ${modification}: whoever proposed it.`;
  return {
    title: `Drafting of ${modification}`,
    section: 'register',
    kicker: html`<a href="/modifications/${modification}">${modification}</a>`,
    body: html`${modificationTabs(modification, 'draft', unsettled)}
<div class="pv-notice"><p>${code === 'not-signed-in' ? signIn : sentence}</p>${unblock.map(({ who, by }) => html`<p>${who} can ${by}.</p>`)}</div>
<p class="pv-draft-read"><a href="/modifications/${modification}/legal-text">Read the legal text as it stands</a></p>`,
  };
}

function standing({ kept }: DraftView): Html {
  if (kept === null) return html`This is the legal text; nothing is drafted on it yet.`;
  return html`Saved by ${kept.name}, ${keptText(kept.at)}.`;
}

/** Which part of a code is worked on; what is amended elsewhere stays. */
function chooser({ modification, part, parts, size }: DraftView): Html {
  const option = (id: string, title: string) =>
    html`<option value="${id}"${id === (part ?? '') ? html` selected` : ''}>${title}</option>`;
  return html`<form class="pv-draft-chooser" method="get" action="/modifications/${modification}/draft">
<label class="govuk-label" for="part">Part of the code</label>
<select class="govuk-select" id="part" name="part">${canOpenWhole(size) || part === null ? option('', `All of it (${size} provisions)`) : ''}${parts.map((one) => option(one.id, `${'\u00a0\u00a0'.repeat(one.depth)}${one.title} (${one.size})`))}</select>
<button type="submit" class="govuk-button govuk-button--secondary">Open</button></form>`;
}

const SWITCHES = [
  ['text', 'Text'],
  ['instructions', 'Instructions'],
  ['redline', 'Redline'],
  ['conflicts', 'Conflicts'],
  ['references', 'References'],
] as const;

function switches(): Html {
  return html`<div class="pv-draft-switches" role="group" aria-label="Show">${SWITCHES.map(
    ([name, title]) =>
      html`<button type="button" data-show="${name}" aria-pressed="${String(name === 'text')}">${title}<span data-count="${name}"></span></button>`,
  )}</div>`;
}

const COMMANDS = [
  ['undo', 'Undo', 'Ctrl Z'],
  ['redo', 'Redo', 'Ctrl Y'],
  ['insert', 'New provision', ''],
  ['indent', 'Indent', 'Tab'],
  ['outdent', 'Outdent', 'Shift Tab'],
  ['up', 'Move up', 'Alt ↑'],
  ['down', 'Move down', 'Alt ↓'],
  ['remove', 'Take out', 'Alt Delete'],
] as const;

function buttons(): Html {
  return html`<div class="pv-draft-toolbar" id="draft-toolbar" role="group" aria-label="Editing">${COMMANDS.map(
    ([command, title, key]) =>
      html`<button type="button" data-command="${command}"${key === '' ? '' : html` title="${title} (${key})"`}>${title}</button>`,
  )}<label for="draft-kind">Kind</label> <select id="draft-kind">${PROVISION_KINDS.map((kind) => html`<option value="${kind}">${kind.replaceAll('-', ' ')}</option>`)}</select></div>
${details('Keys', html`<p id="draft-help">Enter makes a new provision of what follows; Backspace at the start of the words joins them to those before. Tab and Shift Tab indent and outdent; Alt with the arrow up or down moves a provision among its neighbours; Alt Delete takes it out. To leave the text by keyboard press Escape, then Tab.</p>`)}`;
}

function followed(id: string, title: string, content: Html): Html {
  return html`<section class="pv-draft-panel" data-panel="${id}" aria-labelledby="${id}"><h2 id="${id}">${title}<span class="pv-draft-count" data-count="${id}"></span></h2><div id="draft-${id}">${content}</div></section>`;
}

/** What becomes of the draft in the end. */
function ends(view: View, { modification, revision, instructions }: DraftView): Html {
  const act = (name: string, id: string, rest: { button: string; done: string; back: string; secondary?: boolean }) =>
    actForm(view, {
      operation: { room: 'modification', name },
      id,
      input: { modification, revision: String(revision) },
      fields: '',
      ...rest,
    });
  const settled = (form: Html) => html`${raw(String(form).replace('<form ', '<form data-settles '))}`;
  return section(
    'end',
    'When it is done',
    html`<p>To put the draft forward makes it the legal text of ${modification}, which is consulted and voted on. It is recorded under your name; until the first paper about it is handed in it can be drafted anew.</p>
${settled(
  act('put-forward-draft', 'put-forward', {
    button: 'Put forward as the legal text',
    done: 'The draft is the legal text now.',
    back: `/modifications/${modification}/legal-text`,
  }),
)}
${details(
  'Discard the draft',
  html`<p>The legal text stays as it was put forward last${instructions.length === 0 ? '' : html`, and what was drafted since goes`}. Until another draft is begun it can be taken up again.</p>
${settled(
  act('discard-draft', 'discard', {
    button: 'Discard the draft',
    done: 'The draft is discarded.',
    back: `/modifications/${modification}/draft`,
    secondary: true,
  }),
)}`,
)}`,
  );
}

/** The draft that was discarded last, to be undone. */
function takenUp(view: View, draft: DraftView, { by, against, amendments }: NonNullable<DraftView['setAside']>): Html {
  if (against !== draft.against) return html``;
  const form = actForm(view, {
    operation: { room: 'modification', name: 'save-draft' },
    id: 'take-up',
    input: { modification: draft.modification, revision: String(draft.revision), against },
    fields: hidden('amendments', JSON.stringify(amendments)),
    button: 'Undo: take it up again',
    done: 'The draft is taken up again.',
    secondary: true,
  });
  return html`<div class="pv-notice"><p>${by.name} discarded a draft, ${keptText(by.at)}.</p>${form}</div>`;
}

/** The draft for the script of the page, in a form that no markup can break out of. */
function dataOf({ actor }: View, draft: DraftView): string {
  // the parts are in the form that chooses among them
  const data = { person: actor.id, draft: z.encode(draftViewSchema, { ...draft, parts: [] }) };
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
