import type { CodeText } from '../../../core/code/provision.ts';
import { onlyTouched, redline } from '../../../core/code/redline.ts';
import { renderRedline } from '../../../format/html/redline.ts';
import type { Draft } from './doors.ts';
import { element, part, timeOf } from './panels.ts';

/** What a drafter can do with a draft that someone else changed. */
export interface Choices {
  readonly sentence: string;
  readonly theirs: Draft;
  readonly mine: CodeText;
  /** Null where it cannot be kept, since the text that it amends is another now. */
  readonly keepMine: (() => void) | null;
  readonly takeTheirs: () => void;
}

/** Asks what becomes of two drafts: theirs, mine, or both to be seen. */
export function askWhich({ sentence, theirs, mine, keepMine, takeTheirs }: Choices): void {
  const box = part('draft-choice');
  const done = (then: () => void) => () => {
    box.hidden = true;
    box.replaceChildren();
    then();
  };
  const who = theirs.kept === null ? 'the legal text' : `what ${theirs.kept.name} saved at ${timeOf(theirs.kept.at)}`;
  const both = element('div', { hidden: '' });
  const see = button('See both', 'govuk-button--secondary', () => {
    both.hidden = !both.hidden;
    see.setAttribute('aria-expanded', String(!both.hidden));
  });
  see.setAttribute('aria-expanded', 'false');
  const shown = element('div', {});
  const blocks = onlyTouched(redline(theirs.text, mine));
  if (blocks.length === 0) shown.append('Both read the same.');
  else shown.innerHTML = renderRedline(blocks);
  both.append(element('h3', {}, `From ${who} to what you typed`), shown);
  box.replaceChildren(
    element('h2', { id: 'draft-choice-title' }, 'The draft was changed meanwhile'),
    element('p', {}, `${sentence} What you typed is not saved; it is still here.`),
    element(
      'div',
      { class: 'pv-draft-buttons' },
      button('Take theirs', '', done(takeTheirs)),
      ...(keepMine === null ? [] : [button('Keep mine', 'govuk-button--secondary', done(keepMine))]),
      see,
    ),
    ...(keepMine === null
      ? [
          element(
            'p',
            {},
            'Yours amends an earlier version and cannot be kept as it is: see both, and copy what you need.',
          ),
        ]
      : []),
    both,
  );
  box.hidden = false;
  box.focus();
}

function button(words: string, look: string, then: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: `govuk-button ${look}`.trim() }, words);
  made.addEventListener('click', then);
  return made;
}
