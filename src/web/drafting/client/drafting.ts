import { history } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { DraftChecks } from '../../../app/modification/draft.schema.ts';
import type { Amendment } from '../../../core/code/amendment.ts';
import { applyAmendments } from '../../../core/code/apply-amendment.ts';
import { provisionsOf, withPart } from '../../../core/code/draft-part.ts';
import type { CodeText } from '../../../core/code/provision.ts';
import { Autosave } from './autosave.ts';
import { blocksOf, fieldStart } from './blocks.ts';
import { askWhich } from './choice.ts';
import { sayTaken, showConsequences } from './consequence-panel.ts';
import { type Consequence, outsideIn, takeConsequences } from './consequences.ts';
import { type Draft, doors, type Parcel } from './doors.ts';
import { type Followed, follow } from './follow.ts';
import { keepWhole } from './keep-whole.ts';
import { KeptCopy } from './kept-copy.ts';
import { keys } from './keys.ts';
import { faultsShown, marks } from './marks.ts';
import { element, part as elementOf, showChecks, showFollowed, showOthers, showStanding, timeOf } from './panels.ts';
import { plainPaste, plainTyping } from './paste.ts';
import { docOf, provisionsIn } from './provision-doc.ts';
import { toolbar } from './toolbar.ts';

/** What the page brings with it. */
export interface DraftPage {
  readonly person: string;
  readonly draft: Draft;
}

/** A text of the editor, with what is amended outside the part. */
interface Shown {
  readonly text: CodeText;
  readonly outside: readonly Amendment[];
}

const FOLLOW_MS = 120;
const HEARTBEAT_MS = 20_000;
const THEIRS = 'theirs';
const COVERED = { top: 140, right: 0, bottom: 40, left: 0 };

/** Makes the page one on which the text is edited, with all that follows from it. */
export function startDrafting({ person, draft }: DraftPage): void {
  const { modification, part, base, against } = draft;
  let { revision } = draft;
  let elsewhere: readonly string[] = draft.elsewhere;
  let recorded: readonly Amendment[] = draft.outside;
  const copies = new KeptCopy(person, modification, part);
  const forbidden = new Set([...draft.taken, ...blocksOf(docOf(base.provisions, false)).map(({ id }) => id)]);
  const taken = (id: string): boolean => forbidden.has(id);
  const asDoc = ({ text, outside }: Shown): Node => docOf(provisionsOf(text, part), part !== null, outside);

  const host = elementOf('draft-editor');
  host.replaceChildren();
  const view = new EditorView(host, {
    state: EditorState.create({
      doc: asDoc(draft),
      plugins: [...keys(taken), history(), keepWhole(taken), marks, plainPaste(taken), plainTyping],
    }),
    editable: () => draft.closed === null,
    // the status and the buttons stay at the top of the window
    scrollThreshold: COVERED,
    scrollMargin: COVERED,
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': `Text of ${modification}`,
      ...(draft.closed === null ? { 'aria-describedby': 'draft-help' } : { 'aria-readonly': 'true' }),
      spellcheck: 'true',
    },
    dispatchTransaction: (tr) => {
      const { state, transactions } = view.state.applyTransaction(tr);
      view.updateState(state);
      refreshBar();
      if (transactions.some((one) => one.docChanged)) changedBy(tr.getMeta(THEIRS) === true);
    },
  });
  const refreshBar = draft.closed === null ? toolbar(view, taken) : () => undefined;

  let followed: Followed = follow(base, part, view.state.doc);
  let pending = 0;
  const parcel = (): Parcel => {
    if (pending !== 0) followNow();
    const outside = outsideIn(view.state.doc);
    const { amendments } = followed;
    return { modification, revision, against, part, amendments, outside: outside === recorded ? null : outside };
  };
  const autosave = new Autosave({
    parcel,
    save: doors.save,
    keepCopy: (copy) => copies.keep(copy),
    told: showStanding,
    saved: (saved, { outside }) => {
      ({ revision, elsewhere } = saved);
      recorded = outside ?? recorded;
      showFollowed(followed, elsewhere);
      check(saved.checks);
      void heartbeat();
    },
    changed: (sentence) => void ask(sentence),
    now: () => new Date(),
    later: (ms, then) => {
      const timer = window.setTimeout(then, ms);
      return () => window.clearTimeout(timer);
    },
  });

  /** Lets everything follow from the text as it stands. */
  function followNow(): void {
    window.clearTimeout(pending);
    pending = 0;
    followed = follow(base, part, view.state.doc);
    showFollowed(followed, elsewhere);
    view.dispatch(view.state.tr.setMeta(...faultsShown(followed.faults)));
  }

  function settleWords(): void {
    if (pending === 0) return;
    followNow();
    autosave.changed();
  }

  function changedBy(theirs: boolean): void {
    window.clearTimeout(pending);
    if (theirs) {
      followNow();
      return;
    }
    pending = window.setTimeout(settleWords, FOLLOW_MS);
    autosave.stirred();
  }

  function goTo(provision: string): void {
    const block = blocksOf(view.state.doc).find(({ id }) => id === provision);
    if (block === undefined) return;
    const at = TextSelection.create(view.state.doc, fieldStart(block, 'words'));
    show('text');
    view.dispatch(view.state.tr.setSelection(at).scrollIntoView());
    view.focus();
  }

  /** Shows what has to be looked at; what can be taken of it is offered. */
  function check(checks: DraftChecks): void {
    const takeUp = (consequences: readonly Consequence[]): void => {
      const { tr, taken, stale } = takeConsequences(view.state, consequences);
      if (taken.length > 0) view.dispatch(tr);
      const left = checks.consequences.filter((one) => !taken.includes(one));
      check({ ...checks, consequences: left });
      sayTaken(taken, stale);
    };
    showChecks(checks, goTo);
    showConsequences(checks.consequences, draft.closed === null ? takeUp : null, goTo);
  }

  function replacing(by: Shown): Transaction {
    const { tr, doc } = view.state;
    return tr.replaceWith(0, doc.content.size, asDoc(by).content).setDocAttribute('outside', by.outside);
  }

  function take(theirs: Draft): void {
    autosave.settle();
    if (theirs.part !== part || theirs.against !== against) {
      location.reload();
      return;
    }
    ({ revision, elsewhere, outside: recorded } = theirs);
    view.dispatch(replacing(theirs).setMeta(THEIRS, true));
    check(theirs.checks);
    showStanding({ kind: 'unchanged' });
  }

  async function ask(sentence: string): Promise<void> {
    const answer = await doors.show(modification, part);
    if (answer.kind !== 'done') {
      window.setTimeout(() => void ask(sentence), HEARTBEAT_MS);
      return;
    }
    const theirs = answer.value;
    const mine = withPart(theirs.base, part, provisionsIn(view.state.doc));
    const keepMine = (): void => {
      revision = theirs.revision;
      autosave.insist();
    };
    const isOnSame = theirs.against === against && theirs.part === part;
    askWhich({ sentence, theirs, mine, keepMine: isOnSame ? keepMine : null, takeTheirs: () => take(theirs) });
  }

  async function heartbeat(): Promise<void> {
    const answer = await doors.keepOpen(modification, windowId());
    if (answer.kind !== 'done') return;
    const presence = answer.value;
    showOthers(presence);
    if (presence.revision <= revision || autosave.unsaved) return;
    const fresh = await doors.show(modification, part);
    if (fresh.kind !== 'done' || autosave.unsaved || fresh.value.revision <= revision) return;
    take(fresh.value);
    const when = presence.at === null ? '' : ` at ${timeOf(presence.at)}`;
    elementOf('draft-status').textContent = `${presence.by} changed the draft${when}; this is how it stands now.`;
  }

  function restore(): void {
    const copy = copies.read();
    if (copy === null) return;
    const applied = applyAmendments(base, copy.amendments);
    if (!applied.ok || copy.against !== against) {
      const link = element('button', { type: 'button', class: 'pv-linkish' }, 'drop it');
      const told = `This device has words for version ${copy.against} that do not fit version ${against} any more:`;
      const raw = element('pre', { class: 'pv-draft-raw', tabindex: '0' }, JSON.stringify(copy.amendments, null, 1));
      const note = element(
        'div',
        { class: 'pv-notice' },
        element('p', {}, `${told} copy what you need, then `, link),
        raw,
      );
      link.addEventListener('click', () => {
        copies.keep(null);
        note.remove();
      });
      elementOf('draft-choice').before(note);
      return;
    }
    view.dispatch(replacing({ text: applied.text, outside: copy.outside ?? recorded }));
    window.clearTimeout(pending);
    pending = 0;
    followNow();
    if (copy.revision === revision) autosave.insist();
    else autosave.ask('What you typed before was kept on this device, and the draft was saved since.');
  }

  function noteElsewhere(): void {
    for (const other of copies.elsewhere()) {
      const address = other === '' ? '?part=' : `?part=${encodeURIComponent(other)}`;
      const link = element('a', { href: address }, 'Open that part');
      const told = 'This device keeps words of another part that are not saved yet. ';
      elementOf('draft-choice').before(element('p', { class: 'pv-notice' }, told, link));
    }
  }

  showFollowed(followed, elsewhere);
  view.dispatch(view.state.tr.setMeta(...faultsShown(followed.faults)));
  check(draft.checks);
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-show]')) {
    button.addEventListener('click', () => show(button.dataset.show ?? 'text'));
  }
  if (draft.closed !== null) return;

  let leaving = false;
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-settles]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      settleWords();
      void autosave.flush().then((saved) => {
        if (!saved) return;
        const field = form.elements.namedItem('revision');
        if (field instanceof HTMLInputElement) field.value = String(revision);
        leaving = true;
        form.submit();
      });
    });
  }
  window.addEventListener('beforeunload', (event) => {
    settleWords();
    if (!leaving && autosave.unsaved) event.preventDefault();
  });
  window.addEventListener('pagehide', () => void doors.leave(modification, windowId()));
  window.addEventListener('online', () => autosave.again());
  window.addEventListener('focus', () => void heartbeat());
  window.setInterval(() => void heartbeat(), HEARTBEAT_MS);
  showStanding({ kind: 'unchanged' });
  restore();
  noteElsewhere();
  void heartbeat();
}

/** On a narrow screen one thing is shown at a time. */
function show(what: string): void {
  elementOf('draft').dataset.shown = what;
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-show]')) {
    button.setAttribute('aria-pressed', String(button.dataset.show === what));
  }
}

/** A name for this window, the same when its page is loaded again. */
function windowId(): string {
  const known = sessionStorage.getItem('proviso-window');
  if (known !== null) return known;
  const made = crypto.randomUUID();
  sessionStorage.setItem('proviso-window', made);
  return made;
}
