import type { Amendment } from './amendment.ts';
import type { CodeText, Provision, ProvisionKind } from './provision.ts';
import { findVisited, referenceOfPath, type Visited, walk } from './tree.ts';
import { redlineWords } from './word-redline.ts';
import { wordsOf } from './words.ts';

/** Separate changes of words beyond which the whole wording is substituted. */
const CHANGES_AT_MOST = 4;

/** An amendment as plain-English instructions to whoever holds the text that it applies to, one sentence each. */
export function instructionFor(text: CodeText, amendment: Amendment): readonly string[] {
  switch (amendment.kind) {
    case 'insert': {
      const { at, provision } = amendment;
      const parent = at.parent === null ? null : findVisited(text, at.parent);
      const previous = at.after === null ? null : findVisited(text, at.after);
      const where =
        previous !== null
          ? `After ${nameOf(previous)}`
          : `At the beginning of ${parent === null ? text.title : nameOf(parent)}`;
      const inserted = nameOf({ ...standing(provision), path: [...(parent?.path ?? []), provision] });
      return [`${where} insert ${inserted}: ${quote(printed(provision))}.`];
    }
    case 'repeal':
      return [`Omit ${nameIn(text, amendment.provision.id)}.`];
    case 'renumber':
      return [renumbering(text, amendment.target, amendment.to)];
    case 'substitute': {
      const name = nameIn(text, amendment.target);
      return [
        ...headingChange(name, amendment.from.heading, amendment.to.heading),
        ...wordChanges(name, amendment.from.text, amendment.to.text),
      ];
    }
  }
}

function renumbering(text: CodeText, target: string, to: string | null): string {
  const found = findVisited(text, target);
  const number =
    to === null || found === null
      ? to
      : referenceOfPath([...found.path.slice(0, -1), { ...found.provision, number: to }]);
  return number === null
    ? `Omit the number of ${nameIn(text, target)}.`
    : `Renumber ${nameIn(text, target)} as ${number}.`;
}

function headingChange(name: string, from: string | null, to: string | null): readonly string[] {
  if (from === to) return [];
  if (to === null) return [`Omit the heading of ${name}.`];
  return [
    from === null ? `Give ${name} the heading ${quote(to)}.` : `For the heading of ${name} substitute ${quote(to)}.`,
  ];
}

/** Words of the before-text from one offset to another, and what comes in their place. */
interface WordChange {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

function wordChanges(name: string, before: string, after: string): readonly string[] {
  if (before === after) return [];
  const changes = changesOf(before, after);
  const rewritten = changes.reduce((sum, change) => sum + change.to - change.from, 0) > before.length / 2;
  if (before === '') return [`In ${name} insert ${quote(after)}.`];
  if (after === '') return [`Omit the words of ${name}.`];
  if (changes.length > CHANGES_AT_MOST || rewritten) return [`For the words of ${name} substitute ${quote(after)}.`];
  // each is for the words that those before it leave
  let [current, shift] = [before, 0];
  return changes.map(({ from, to, words }) => {
    const change = { from: from + shift, to: to + shift, words };
    const instruction = wordInstruction(name, current, change);
    current = current.slice(0, change.from) + words + current.slice(change.to);
    shift += words.length - (to - from);
    return instruction;
  });
}

function changesOf(before: string, after: string): readonly WordChange[] {
  const changes: WordChange[] = [];
  let at = 0;
  for (const run of redlineWords(before, after)) {
    const last = changes.at(-1);
    const end = run.kind === 'inserted' ? at : at + run.text.length;
    if (run.kind === 'inserted' && last?.to === at) changes[changes.length - 1] = { ...last, words: run.text };
    else if (run.kind !== 'same') changes.push({ from: at, to: end, words: run.kind === 'inserted' ? run.text : '' });
    at = end;
  }
  return changes;
}

function wordInstruction(name: string, before: string, { from, to, words }: WordChange): string {
  const removed = before.slice(from, to);
  if (removed.trim() === '' && words.trim() !== '') {
    if (from === 0) return `At the beginning of ${name} insert ${quote(words)}.`;
    if (to === before.length) return `At the end of ${name} insert ${quote(words)}.`;
    const found = phrase(before, anchor(before, from, from), from);
    return `In ${name}, after ${found} insert ${quote(words)}.`;
  }
  // spaces around what is omitted are for whoever prints the text
  const first = words === '' ? to - removed.trimStart().length : from;
  const start = anchor(before, first, to);
  if (words === '' && start === first) return `In ${name}, omit ${phrase(before, first, to)}.`;
  return `In ${name}, for ${phrase(before, start, to)} substitute ${quote(before.slice(start, from) + words)}.`;
}
/** Where the shortest phrase starts that ends at `to`, holds all from `from`, and stands in the text once; else 0. */
function anchor(text: string, from: number, to: number): number {
  const starts: number[] = [];
  let at = 0;
  for (const word of wordsOf(text)) {
    if (at < from || (at === from && from < to)) if (word.trim() !== '') starts.unshift(at);
    at += word.length;
  }
  return starts.find((start) => standsOnce(text, text.slice(start, to).trim())) ?? 0;
}

/** The words from one offset to another, quoted; where they stand in the text again, they are named by their place. */
function phrase(text: string, start: number, to: number): string {
  const words = text.slice(start, to).trim();
  return standsOnce(text, words) ? quote(words) : `${quote(words)} where it first occurs`;
}

function standsOnce(text: string, phrase: string): boolean {
  return phrase !== '' && text.indexOf(phrase) === text.lastIndexOf(phrase);
}

function nameIn(text: CodeText, id: string): string {
  const found = findVisited(text, id);
  return found === null ? `"${id}"` : nameOf(found);
}

function standing(provision: Provision): Visited {
  return { provision, depth: 0, path: [provision], place: { parent: null, after: null } };
}

const KIND: Record<ProvisionKind, string> = {
  section: 'Section',
  part: 'Part',
  heading: 'heading',
  clause: 'clause',
  paragraph: 'paragraph',
  'sub-paragraph': 'paragraph',
  definition: 'definition',
  condition: 'condition',
};

function nameOf({ provision, path }: Visited): string {
  if (provision.kind !== 'definition' || provision.heading === null) {
    return `${provision.number === null ? 'the ' : ''}${KIND[provision.kind]} ${referenceOfPath(path)}`;
  }
  const numbered = path.slice(0, -1).findLastIndex((above) => above.number !== null);
  const where = numbered === -1 ? '' : ` in ${referenceOfPath(path.slice(0, numbered + 1))}`;
  return `the definition of ${quote(provision.heading)}${where}`;
}

/** A provision with all below it on one line, as it is printed. */
function printed(provision: Provision): string {
  return walk({ provisions: [provision] })
    .map((visited) =>
      [visited.provision.number, visited.provision.heading, visited.provision.text].filter(Boolean).join(' '),
    )
    .join(' ');
}

function quote(words: string): string {
  return `“${words.trim()}”`;
}
