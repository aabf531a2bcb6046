import { findByReference } from '../../core/code/tree.ts';
import type { Obligation, Relation } from '../../core/obligation/obligation.ts';
import { RELATION_IN_WORDS } from '../../core/obligation/relations.ts';
import type { DraftedChange } from './draft-obligation-change.ts';
import type { ObligationGround } from './obligation-changes.ts';

/** Fields of an obligation that are drafted as lines of text, one thing a line. */
const LISTS = ['judgementWords', 'assessableAfter', 'covers', 'evidence'] as const;

/** The lists that a drafted change states, by field; one that it leaves blank is absent. */
export type StatedLists = Partial<Pick<Obligation, (typeof LISTS)[number] | 'relations'>>;

/** What the lines of a drafted change state. */
export function statedLists(drafted: DraftedChange, code: string): StatedLists {
  const lists = LISTS.map((field) => [field, linesOf(drafted[field])] as const);
  const relations = linesOf(drafted.relations).flatMap((line) => relationOf(line, code) ?? []);
  return Object.fromEntries([...lists, ['relations', relations] as const].filter(([, all]) => all.length > 0));
}

/** What a line names that there is not, with its field; null when everything is there. */
export function listFault(
  drafted: DraftedChange,
  { obligations, factKinds, instruments, proposal, texts }: ObligationGround,
): { readonly field: string; readonly sentence: string } | null {
  const events = factKinds.filter(({ type, subject }) => type === 'event' && subject !== 'words').map(({ id }) => id);
  const event = linesOf(drafted.assessableAfter).find((one) => !events.includes(one));
  if (event !== undefined) {
    const sentence = `There is no event "${event}"; expected one of ${events.join(', ')}.`;
    return { field: 'assessableAfter', sentence };
  }
  const duties = obligations.map(({ id }) => id).filter((id) => id !== drafted.obligation);
  const covered = linesOf(drafted.covers).find((one) => !duties.includes(one));
  if (covered !== undefined) {
    const sentence = `There is no other obligation "${covered}" that it could stand in for; expected one of ${duties.join(', ')}.`;
    return { field: 'covers', sentence };
  }
  const { code } = proposal.state.content;
  for (const line of linesOf(drafted.relations)) {
    const fault = relationFault(line, relationOf(line, code), code, instruments, texts);
    if (fault !== null) return { field: 'relations', sentence: fault };
  }
  return null;
}

function relationFault(
  line: string,
  relation: Relation | null,
  code: string,
  instruments: readonly string[],
  texts: ObligationGround['texts'],
): string | null {
  if (relation === null) {
    const kinds = Object.values(RELATION_IN_WORDS).join('", "');
    return `"${line}" does not say how it stands to a provision; expected "${kinds}" and then a provision, such as "subject to G3.27".`;
  }
  const { instrument, provision } = relation;
  if (!instruments.includes(instrument))
    return `There is no instrument "${instrument}"; expected one of ${instruments.join(', ')}.`;
  if (instrument !== code || texts === null) return null;
  const stands = [texts.before, texts.after].some((text) => findByReference(text, provision) !== null);
  return stands
    ? null
    : `Neither the text nor the amended text has "${provision}"; expected a provision that is there.`;
}

/** `subject to G3.27`, or of another instrument `subject to gas-supply-licence: 46`. */
function relationOf(line: string, code: string): Relation | null {
  for (const [kind, words] of Object.entries(RELATION_IN_WORDS)) {
    const said = [words, kind].find((one) => line.toLowerCase().startsWith(`${one} `));
    if (said === undefined) continue;
    const [first = '', second] = line
      .slice(said.length)
      .split(':')
      .map((part) => part.trim());
    const [instrument, provision] = second === undefined ? [code, first] : [first, second];
    return provision === '' ? null : { kind: kind as Relation['kind'], instrument, provision };
  }
  return null;
}

function linesOf(text: string | null): string[] {
  return (text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
