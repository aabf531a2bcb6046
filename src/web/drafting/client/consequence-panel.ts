import type { Consequence } from './consequences.ts';
import { element, goingTo, part } from './panels.ts';

/**
 * Shows the consequences of the draft before the other references, each with a button that takes it, and one that takes
 * them all; without buttons where nothing can be taken.
 */
export function showConsequences(
  consequences: readonly Consequence[],
  take: ((consequences: readonly Consequence[]) => void) | null,
  goTo: (provision: string) => void,
): void {
  if (consequences.length === 0) return;
  const all = consequences.length === 1 ? 'Accept it' : `Accept all ${consequences.length}`;
  const items = consequences.map((one, index) => {
    const item = element('li', {}, goingTo(one.sentence, one.provision, goTo));
    if (take !== null)
      item.append(
        ' ',
        accepting('Accept', one.sentence, () => takeAt(index, [one])),
      );
    return item;
  });
  /** The button goes with what it takes: the next one has the focus then, or the panel. */
  const takeAt = (index: number, some: readonly Consequence[]): void => {
    take?.(some);
    const panel = part('draft-references');
    const left = panel.querySelectorAll<HTMLButtonElement>('li > .pv-draft-accept');
    panel.tabIndex = -1;
    (left[Math.min(index, left.length - 1)] ?? panel).focus();
  };
  const heading = element('h3', {}, 'Follow from the draft');
  const told = element(
    'p',
    {},
    'As drafted, these words would no longer name what they named. Accepted, they go on to name it; Undo takes that back.',
  );
  const many = take === null || consequences.length === 1 ? [] : [accepting(all, '', () => takeAt(0, consequences))];
  const box = element('div', { class: 'pv-draft-consequences' }, heading, told, ...many, element('ul', {}, ...items));
  part('draft-references').prepend(box);
}

/** Says what was taken, for the eye and for a screen reader. */
export function sayTaken(taken: readonly Consequence[], stale: readonly Consequence[]): void {
  const some = taken.length === 1 ? 'Accepted.' : `Accepted ${taken.length}.`;
  const others =
    stale.length === 0 ? '' : ' Some words have changed since: what follows is found again when the draft is saved.';
  part('draft-said').textContent = `${taken.length === 0 ? '' : some}${others}`.trim();
}

function accepting(words: string, what: string, then: () => void): HTMLButtonElement {
  const label = what === '' ? {} : { 'aria-label': `${words}: ${what}` };
  const button = element('button', { type: 'button', class: 'pv-draft-accept', ...label }, words);
  button.addEventListener('click', then);
  return button;
}
