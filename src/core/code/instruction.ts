import type { Amendment, Division, Move, Replacement } from './amendment.ts';
import { nameIn, newName, printed, quote, renumberedName } from './instruction-name.ts';
import { replaceInstructions, wordInstructions } from './instruction-words.ts';
import type { CodeText, Place, Provision } from './provision.ts';
import { findById, placeOf } from './tree.ts';
import { wordsOf } from './words.ts';

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
        ...headingChange(name, amendment.from.heading, amendment.to.heading),
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
  const where =
    at.after !== null
      ? `After ${nameIn(text, at.after)}`
      : `At the beginning of ${at.parent === null ? text.title : nameIn(text, at.parent)}`;
  return `${where} insert ${newName(text, at.parent, provision)}: ${printed(provision)}.`;
}

function renumbering(text: CodeText, target: string, to: string | null): string {
  const name = nameIn(text, target);
  return to === null ? `Omit the number of ${name}.` : `Renumber ${name} as ${renumberedName(text, target, to)}.`;
}

function headingChange(name: string, from: string | null, to: string | null): readonly string[] {
  if (from === to) return [];
  if (to === null) return [`Omit the heading of ${name}.`];
  return [
    from === null ? `Give ${name} the heading ${quote(to)}.` : `For the heading of ${name} substitute ${quote(to)}.`,
  ];
}

function replacing(text: CodeText, replacement: Replacement): readonly string[] {
  const name = nameIn(text, replacement.target);
  const words = findById(text, replacement.target)?.[replacement.field] ?? '';
  return replaceInstructions(replacement.field === 'text' ? name : `the heading of ${name}`, words, replacement);
}

function moving(text: CodeText, { target, to }: Move): string {
  const name = nameIn(text, target);
  if (to.after !== null) return `Move ${name} to stand after ${nameIn(text, to.after)}.`;
  return `Move ${name} to the beginning of ${to.parent === null ? text.title : nameIn(text, to.parent)}.`;
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
