import type { DraftChecks } from '../../../app/modification/draft.schema.ts';
import { renderRedline } from '../../../format/html/redline.ts';
import type { Standing } from './autosave.ts';
import type { Presence } from './doors.ts';
import type { Followed } from './follow.ts';

/** An element of the page that the server has put there. */
export function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no "${id}".`);
  return found;
}

/** An element with what it holds. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

/** Keeps what stays below the status at the top of the window clear of it, however many lines it has. */
export function keepBarClear(): void {
  const bar = document.querySelector<HTMLElement>('.pv-draft-bar');
  if (bar === null) return;
  new ResizeObserver(() => part('draft').style.setProperty('--draft-bar', `${bar.offsetHeight}px`)).observe(bar);
}

/** Shows the instructions and the redline of a text as it stands, with the instructions for the rest of the code. */
export function showFollowed({ instructions, blocks }: Followed, elsewhere: readonly string[]): void {
  const items = instructions.map((one) => element('li', {}, one));
  const none = element('p', { class: 'pv-empty' }, 'Nothing is amended here yet: change the text.');
  const rest =
    elsewhere.length === 0
      ? []
      : [
          element('h3', {}, 'Elsewhere in the code, and kept'),
          element('ol', {}, ...elsewhere.map((one) => element('li', {}, one))),
        ];
  part('draft-instructions').replaceChildren(items.length === 0 ? none : element('ol', {}, ...items), ...rest);
  const redline = part('draft-redline');
  // every word of it is escaped where it is rendered
  if (blocks.length === 0) redline.replaceChildren(element('p', { class: 'pv-empty' }, 'Nothing differs.'));
  else redline.innerHTML = renderRedline(blocks);
  count('instructions', instructions.length + elsewhere.length);
}

/** Shows conflicts, and references and terms that the draft breaks. */
export function showChecks(
  { conflicts, broken, consequences, faults }: DraftChecks,
  goTo: (provision: string) => void,
): void {
  const open = conflicts.filter(({ resolutions }) => resolutions.length === 0);
  const told = open.map(({ sentence, sides, provision }) => {
    const redlines = sides.map((side) => {
      const shown = element('div', { class: 'pv-draft-side' });
      shown.innerHTML = renderRedline(side.blocks);
      return element('div', {}, element('h4', {}, side.modification), shown);
    });
    return element(
      'li',
      {},
      goingTo(sentence, provision, goTo),
      element('details', { class: 'pv-details' }, element('summary', {}, 'Both texts'), ...redlines),
    );
  });
  const settled = conflicts.length - open.length;
  const quiet = settled === 0 ? [] : [element('p', { class: 'pv-quiet' }, `${settled} more, settled.`)];
  list('draft-conflicts', told, 'No open modification is in conflict with this draft.', quiet);
  count('conflicts', open.length);
  const links = [...faults, ...broken].map(({ provision, sentence }) =>
    element('li', {}, goingTo(sentence, provision, goTo)),
  );
  const unmended = consequences.length > 0 && links.length === 0;
  if (unmended) part('draft-references').replaceChildren();
  else list('draft-references', links, 'Every reference and term still names what it named.', []);
  count('references', links.length + consequences.length);
}

function list(id: string, items: readonly HTMLElement[], none: string, more: readonly HTMLElement[]): void {
  const shown = items.length === 0 ? element('p', { class: 'pv-empty' }, none) : element('ul', {}, ...items);
  part(id).replaceChildren(shown, ...more);
}

/** A sentence that leads to the provision that it is about, in this part or by opening another. */
export function goingTo(sentence: string, provision: string, goTo: (provision: string) => void): HTMLElement {
  if (part('draft-editor').querySelector(`[data-provision="${CSS.escape(provision)}"]`) === null)
    return element('a', { href: `?part=${encodeURIComponent(provision)}` }, sentence);
  const button = element('button', { type: 'button', class: 'pv-linkish' }, sentence);
  button.addEventListener('click', () => goTo(provision));
  return button;
}

function count(name: string, number: number): void {
  for (const shown of document.querySelectorAll(`[data-count="${name}"]`)) {
    shown.textContent = number === 0 ? '' : ` ${number}`;
  }
}

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const MINUTE = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** A time of day, `14:02`, as the person's own clock has it. */
export function timeOf(at: string): string {
  return MINUTE.format(new Date(at));
}

/** Says how the words stand, for the eye and for a screen reader, which is not told of every key. */
export function showStanding(standing: Standing): void {
  const status = part('draft-status');
  status.textContent = standingWords(standing);
  status.className = `pv-draft-status pv-draft-${standing.kind}`;
  if (standing.kind !== 'waiting' && standing.kind !== 'saving') part('draft-said').textContent = status.textContent;
}

function standingWords(standing: Standing): string {
  switch (standing.kind) {
    case 'unchanged':
      return 'Everything is saved.';
    case 'waiting':
      return 'Not saved yet.';
    case 'saving':
      return 'Saving…';
    case 'saved':
      return `Saved ${TIME.format(standing.at)}`;
    case 'lost':
      return `Not saved: the connection is lost; ${keptWords(standing.kept)} and is sent when it is back.`;
    case 'refused':
      return `Not saved: ${standing.sentence} ${sentenceCase(keptWords(standing.kept))}.`;
    case 'asked':
      return 'Not saved: the draft was changed meanwhile. Choose below.';
  }
}

function keptWords(kept: boolean): string {
  return kept ? 'what you typed is kept on this device' : 'what you typed is in this window only';
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Says who else has the draft open. */
export function showOthers({ alsoOpen }: Presence): void {
  const others = alsoOpen.map(({ name, own, since }) =>
    own ? `by you in another window since ${timeOf(since)}` : `by ${name} since ${timeOf(since)}`,
  );
  const words = others.length === 0 ? '' : `Also open ${others.join(', and ')}: the one who saves second is asked.`;
  const shown = part('draft-others');
  if (shown.textContent !== words) shown.textContent = words;
  shown.hidden = words === '';
}
