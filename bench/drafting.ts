import { diffWordsWithSpace } from 'diff';
import { EditorState } from 'prosemirror-state';
import type { Amendment } from '../src/core/code/amendment.ts';
import { applyAmendments } from '../src/core/code/apply-amendment.ts';
import { consequencesOf } from '../src/core/code/consequences.ts';
import { faultsOfDraft } from '../src/core/code/draft-fault.ts';
import { composeDraft, outsideOf, partOf, provisionsOf } from '../src/core/code/draft-part.ts';
import { instructedBy } from '../src/core/code/legal-text.ts';
import { findLinks } from '../src/core/code/links.ts';
import type { CodeText, Provision } from '../src/core/code/provision.ts';
import { walk } from '../src/core/code/tree.ts';
import { blocksOf, fieldStart } from '../src/web/drafting/client/blocks.ts';
import { follow } from '../src/web/drafting/client/follow.ts';
import { docOf } from '../src/web/drafting/client/provision-doc.ts';
import { generatedModifications } from '../test/support/generated-changes.ts';
import { countOf, generatedCode } from '../test/support/generated-code.ts';
import { median, report } from './support-code.ts';

// What a drafter waits for: all that follows from one key in a part of about 500 provisions, against the differences of
// words alone by diff of the same part; and what a save computes on a whole code, against putting the draft together.
// Arguments: provisions of the part, provisions of the code.

const [PART = 500, CODE = 25_000] = process.argv.slice(2).map(Number);

keystroke();
save();

function keystroke(): void {
  const code = generatedCode({ provisions: 3 * PART, seed: 31 });
  const document = code.provisions.toSorted((a, b) => near(a) - near(b))[0] as Provision;
  const base = partOf(code, document.id);
  const before = docOf([document], true);
  const clause = blocksOf(before).find(({ kind }) => kind === 'clause');
  if (clause === undefined) throw new Error('the part has no clause');
  const state = EditorState.create({ doc: before });
  const { doc: after } = state.tr.insertText('promptly ', fieldStart(clause, 'words'));
  const { instructions, text } = follow(base, document.id, after);
  const [was, is] = [printed(base, document.id), printed(text, document.id)];
  const size = `${countOf([document])} provisions, ${(was.length / 1000).toFixed(0)} KB, ${instructions.length} instruction`;
  const ours = median(31, () => follow(base, document.id, after));
  const theirs = median(31, () => diffWordsWithSpace(was, is));
  report('what follows from one key', size, ours, 'diff 9.0.0 words of the part', theirs);
}

function near(document: Provision): number {
  return Math.abs(countOf([document]) - PART);
}

function printed(text: CodeText, part: string): string {
  return walk({ provisions: provisionsOf(text, part) })
    .map(({ provision: { number, heading, text: words } }) => [number, heading, words].filter(Boolean).join(' '))
    .join('\n');
}

/** Two saves after one another: the second, of a few words more, is what a drafter waits for at each pause. */
function save(): void {
  const text = generatedCode({ provisions: CODE, seed: 31 });
  const [modification] = generatedModifications(text, { modifications: 1, amendments: 20, seed: 33 });
  const drafted = applyAmendments(text, modification?.amendments ?? []);
  if (!drafted.ok) throw new Error(drafted.fault);
  const untouched = walk(partOf(text, 'd')).find(
    ({ path, provision: one }) =>
      path[0]?.id === 'd' && one.kind === 'clause' && walk(drafted.text).some(({ provision }) => provision === one),
  );
  if (untouched === undefined) throw new Error('the draft amends the whole part');
  const { id } = untouched.provision;
  const typed = (words: string): Amendment => ({
    ...{ kind: 'replace', target: id, field: 'text', find: '', with: words, at: [0] },
  });
  const compose = (words: string) => {
    const composed = composeDraft(text, drafted.text, id, [typed(words)]);
    if (!composed.ok) throw new Error(composed.fault);
    return composed;
  };
  const first = consequencesOf(text, compose('Promptly ').amendments);
  if (!first.ok) throw new Error(first.fault);
  const { links } = first.consequences;
  const all = () => {
    const composed = compose('Promptly and well ');
    consequencesOf(text, composed.amendments, links);
    faultsOfDraft(text, composed.text);
    instructedBy(text, outsideOf(text, composed.text, id));
  };
  const size = `${countOf(text.provisions)} provisions, ${modification?.amendments.length} amendments elsewhere`;
  const ours = median(15, all);
  report(
    'what a save computes',
    size,
    ours,
    'composing the draft alone',
    median(15, () => compose('Promptly and well ')),
  );
  report(
    'what a save computes',
    size,
    ours,
    'finding all links once',
    median(3, () => findLinks(text)),
  );
}
