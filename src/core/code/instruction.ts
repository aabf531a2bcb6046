import type { Amendment, Division, Move, Replacement } from './amendment.ts';
import { spliced, splicesOf } from './amendment-words.ts';
import { headingNameIn, nameIn, newName, printed, quote, renumberedName } from './instruction-name.ts';
import { replaceInstructions, wordInstructions } from './instruction-words.ts';
import type { CodeText, Place, Provision } from './provision.ts';
import { findById, placeOf } from './tree.ts';
import { compareTerms, wordsOf } from './words.ts';

/** An amendment as plain-English instructions to whoever holds the text that it applies to, one sentence each. */
export function instructionFor(text: CodeText, amendment: Amendment): readonly string[] {
  switch (amendment.kind) {
    case 'insert':
      return [insertion(text, amendment.at, amendment.provision)];
    case 'repeal':
      return [`Omit ${nameIn(text, amendment.provision.id)}.`];
    case 'renumber':
      return [renumbering(text, amendment.target, amendment.to)];
    case 'substitute': {
      const name = nameIn(text, amendment.target);
      return [
        ...headingChange(text, amendment.target, amendment.from.heading, amendment.to.heading),
        ...wordInstructions(name, amendment.from.text, amendment.to.text),
      ];
    }
    case 'replace':
      return replacing(text, amendment);
    case 'move':
      return [moving(text, amendment)];
    case 'split':
      return [dividing(text, amendment)];
    case 'join':
      return [joining(text, amendment)];
  }
}

function insertion(text: CodeText, at: Place, provision: Provision): string {
  const name = newName(text, at.parent, provision);
  const words = printed(provision);
  if (provision.kind === 'definition' && at.parent !== null && isAlphabetical(text, at, provision)) {
    return `In ${nameIn(text, at.parent)} insert, in alphabetical order, ${name}: ${words}.`;
  }
  if (provision.kind === 'image') {
    const described = provision.text === '' ? '' : `, described as ${quote(provision.text)}`;
    return `${placing(text, at)} insert ${name}${described}.`;
  }
  return `${placing(text, at)} insert ${name}: ${words}.`;
}

/** `After clause G3`, `Before paragraph G3(a)`, `At the end of clause G3` where nothing stands below it yet. */
function placing(text: CodeText, { parent, after }: Place): string {
  if (after !== null) return `After ${nameIn(text, after)}`;
  const holder = parent === null ? text : findById(text, parent);
  const siblings = (holder !== null && 'children' in holder ? holder.children : holder?.provisions) ?? [];
  const [first] = siblings;
  if (first !== undefined) return `Before ${nameIn(text, first.id)}`;
  return `At the end of ${parent === null ? text.title : nameIn(text, parent)}`;
}

/** Whether a definition comes where the order of the terms puts it. */
function isAlphabetical(text: CodeText, { parent, after }: Place, { heading }: Provision): boolean {
  const terms = (findById(text, parent ?? '')?.children ?? []).filter(({ kind }) => kind === 'definition');
  const at = terms.findIndex(({ id }) => id === after);
  if (heading === null || (after !== null && at === -1)) return false;
  const [before, next] = [terms[at]?.heading ?? null, terms[at + 1]?.heading ?? null];
  if (before === null && next === null) return false;
  return (before === null || compareTerms(before, heading) < 0) && (next === null || compareTerms(heading, next) < 0);
}

function renumbering(text: CodeText, target: string, to: string | null): string {
  const name = nameIn(text, target);
  return to === null ? `Omit the number of ${name}.` : `Renumber ${name} as ${renumberedName(text, target, to)}.`;
}

function headingChange(text: CodeText, id: string, from: string | null, to: string | null): readonly string[] {
  if (from === to) return [];
  const found = findById(text, id);
  if (from !== null && to !== null && (found?.kind === 'definition' || found?.kind === 'image')) {
    const parent = placeOf(text, id)?.parent ?? null;
    const inside = parent === null ? '' : `In ${nameIn(text, parent)}, for `;
    const what = found.kind === 'image' ? 'image' : 'defined term';
    return [`${inside || 'For '}the ${what} ${quote(from)} substitute ${quote(to)}.`];
  }
  const name = headingNameIn(text, id);
  if (to === null) return [`Omit ${name}.`];
  return [
    from === null
      ? `Give ${nameIn(text, id)} the ${name.startsWith('the caption') ? 'caption' : 'heading'} ${quote(to)}.`
      : `For ${name} substitute ${quote(to)}.`,
  ];
}

function replacing(text: CodeText, replacement: Replacement): readonly string[] {
  const { target, field } = replacement;
  const found = findById(text, target);
  const words = found?.[field] ?? '';
  if (field === 'text') return replaceInstructions(nameIn(text, target), words, replacement);
  if (found?.kind === 'definition' || found?.kind === 'image') {
    return headingChange(text, target, words, spliced(words, splicesOf(replacement)));
  }
  return replaceInstructions(headingNameIn(text, target), words, replacement);
}

function moving(text: CodeText, { target, to }: Move): string {
  const name = nameIn(text, target);
  if (to.after !== null) return `Move ${name} to stand after ${nameIn(text, to.after)}.`;
  const left = to.parent === null ? text.provisions : (findById(text, to.parent)?.children ?? []);
  const first = left.find(({ id }) => id !== target);
  if (first !== undefined) return `Move ${name} to stand before ${nameIn(text, first.id)}.`;
  return `Move ${name} to ${to.parent === null ? text.title : nameIn(text, to.parent)}.`;
}

/** Words, spaces and marks enough to find the place by. */
const WORDS_TO_FIND = 11;

function dividing(text: CodeText, { target, provision }: Division): string {
  const name = nameIn(text, target);
  const parent = placeOf(text, target)?.parent ?? null;
  const heading = provision.heading === null ? '' : ` with the heading ${quote(provision.heading)}`;
  const second = `${newName(text, parent, provision)}${heading}`;
  const below = provision.children[0] === undefined ? '' : nameIn(text, provision.children[0].id);
  if (provision.text === '') {
    return below === ''
      ? `After ${name} insert ${second}, without words.`
      : `After ${name} insert ${second}, and put under it all from ${below} on.`;
  }
  const all = wordsOf(provision.text);
  const start = all.length > WORDS_TO_FIND + 2 ? `${all.slice(0, WORDS_TO_FIND).join('')} …` : provision.text;
  const taking = below === '' ? '' : `, with all from ${below} on`;
  return `Divide ${name} before ${quote(start)}: from there it becomes ${second}${taking}.`;
}

function joining(text: CodeText, { target, provision }: Division): string {
  const below = provision.children.length === 0 ? '' : ', and put what stands below it after what stands there';
  return `Join the words of ${nameIn(text, provision.id)} to the end of ${nameIn(text, target)}${below}.`;
}
