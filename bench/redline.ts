import { diffWordsWithSpace } from 'diff';
import type { CodeText } from '../src/core/code/provision.ts';
import { redline } from '../src/core/code/redline.ts';
import { walk } from '../src/core/code/tree.ts';
import { chance, generatedCode, median, report, sentence } from './support-code.ts';

// Redline of a long section in which one provision of ten is edited, one is moved and all after it are renumbered,
// against npm diff 9.0.0 on the same words as one text. The peer knows no provisions: it aligns words alone.

const before: CodeText = generatedCode(250, 65, 1);
const after = edited(before);
const [textBefore, textAfter] = [printed(before), printed(after)];
const size = `${Math.round(textBefore.length / 1024)} KB, ${walk(before).length} provisions, 10 % edited`;

const bare: CodeText = {
  ...after,
  provisions: after.provisions.map((section) => ({
    ...section,
    id: `new-${section.id}`,
    children: section.children.map((child) => ({ ...child, id: `new-${child.id}` })),
  })),
};

const peer = median(3, () => diffWordsWithSpace(textBefore, textAfter));
report(
  'redline, stored identities',
  size,
  median(15, () => redline(before, after)),
  'diff 9.0.0 words',
  peer,
);
report(
  'redline, no common identity',
  size,
  median(15, () => redline(before, bare)),
  'diff 9.0.0 words',
  peer,
);

const ours = redline(before, after).flatMap((block) => block.text.filter((run) => run.kind !== 'same'));
const theirs = diffWordsWithSpace(textBefore, textAfter).filter((part) => part.added || part.removed);
const length = (parts: readonly { text?: string; value?: string }[]): number =>
  parts.reduce((sum, part) => sum + (part.text ?? part.value ?? '').length, 0);
console.log(
  `marked as changed | ${size} | ours ${ours.length} runs, ${length(ours)} characters | diff 9.0.0 ${theirs.length} runs, ${length(theirs)} characters`,
);

function edited(text: CodeText): CodeText {
  const next = chance(2);
  const sections = text.provisions.map((section) => {
    const children = section.children.map((child) => {
      if (next(10) > 0) return child;
      const words = child.text.split(' ');
      words.splice(next(words.length - 3), 2, ...sentence(next, 3).split(' '));
      return { ...child, text: words.join(' ') };
    });
    const [moved] = children.splice(3, 1);
    const reordered = moved === undefined ? children : [...children.slice(0, 30), moved, ...children.slice(30)];
    return {
      ...section,
      children: reordered.map((child, index) => ({ ...child, number: `${section.number}.${index + 1}` })),
    };
  });
  return { ...text, provisions: sections };
}

function printed(text: CodeText): string {
  return walk(text)
    .map(({ provision }) => `${provision.number} ${provision.text}`)
    .join('\n');
}
