// Shows the definition of a term beside its use: on hover, on keyboard focus and on touch. The words are those of the
// glossary further down the page, to which the link leads without this module and by which each use is described.
// It stays while the pointer is over it, and Escape takes it away without moving the focus (WCAG 1.4.13).

const SOON = 180;
const LATE = 260;

const card = document.createElement('div');
card.id = 'pv-card';
card.className = 'pv-card';
card.popover = 'manual';
// What it says is announced already as the description of the link.
card.setAttribute('aria-hidden', 'true');

let shownFor: HTMLAnchorElement | null = null;
let timer = 0;

function show(link: HTMLAnchorElement): void {
  clearTimeout(timer);
  const entry = document.getElementById(link.hash.slice(1));
  if (entry === null || shownFor === link) return;
  card.replaceChildren(...[...entry.children].map((child) => child.cloneNode(true)));
  for (const copy of card.querySelectorAll('[id]')) copy.removeAttribute('id');
  for (const inner of card.querySelectorAll('a')) inner.tabIndex = -1;
  if (!card.isConnected) document.body.append(card);
  shownFor = link;
  card.showPopover();
  place(link);
}

function hide(): void {
  clearTimeout(timer);
  if (shownFor === null) return;
  shownFor = null;
  card.hidePopover();
}

function later(act: () => void, wait: number): void {
  clearTimeout(timer);
  timer = window.setTimeout(act, wait);
}

/** Under the line on which the term begins, or above it where there is no room; never out of view. */
function place(link: HTMLAnchorElement): void {
  const [line] = link.getClientRects();
  if (line === undefined) return;
  const { width, height } = card.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const below = line.bottom + 6;
  const top = below + height <= clientHeight ? below : Math.max(6, line.top - height - 6);
  card.style.left = `${Math.max(8, Math.min(line.left, clientWidth - width - 8))}px`;
  card.style.top = `${top}px`;
}

const termAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('a.pv-term') : null;
const isInCard = (target: EventTarget | null) => target instanceof Node && card.contains(target);

document.addEventListener('pointerover', (event) => {
  if (event.pointerType === 'touch') return;
  const link = termAt(event.target);
  if (link !== null) later(() => show(link), SOON);
  else if (isInCard(event.target)) clearTimeout(timer);
  else if (shownFor !== null) later(hide, LATE);
  else clearTimeout(timer);
});
document.addEventListener('focusin', (event) => {
  const link = termAt(event.target);
  if (link?.matches(':focus-visible')) show(link);
  else if (!isInCard(event.target)) hide();
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && shownFor !== null) {
    event.preventDefault();
    hide();
  }
});
document.addEventListener('click', (event) => {
  const link = termAt(event.target);
  if (link === null) {
    if (!isInCard(event.target)) hide();
    return;
  }
  // Enter on the keyboard follows the link to the glossary; a tap or a click shows the definition where one reads.
  if (event.detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  show(link);
});
window.addEventListener('scroll', () => shownFor !== null && place(shownFor), { passive: true });
window.addEventListener('resize', hide);

// A definition that an address leads to is open to be read.
function unfold(): void {
  const target = location.hash === '' ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = target?.closest('details');
  if (folded != null) folded.open = true;
}
window.addEventListener('hashchange', unfold);
unfold();

// Long contents show the place where one is.
const tree = document.querySelector('.pv-tree');
const here = tree?.querySelector('[aria-current="page"]');
if (tree && here)
  tree.scrollTop += here.getBoundingClientRect().top - tree.getBoundingClientRect().top - tree.clientHeight / 3;
