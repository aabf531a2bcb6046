import type { Amendment } from '../../core/code/amendment.ts';
import type { BrokenTarget } from '../../core/code/broken-links.ts';
import { type Consequences, consequencesOf } from '../../core/code/consequences.ts';
import { faultsOfDraft } from '../../core/code/draft-fault.ts';
import { instructedBy } from '../../core/code/legal-text.ts';
import type { Links } from '../../core/code/links.ts';
import type { CodeText } from '../../core/code/provision.ts';
import { referenceOf } from '../../core/code/tree.ts';
import type { DraftChecks } from './draft.schema.ts';
import type { OpenedDraft } from './drafts.ts';
import { described } from './list-conflicts.ts';

/** The links of the last states of the drafts that are worked on: in a long code to find them anew takes longer than all else. */
const lately = new Map<string, Links>();
const KEPT = 4;

function keepLately(modification: string, links: Links): void {
  lately.delete(modification);
  lately.set(modification, links);
  const [oldest] = lately.keys();
  if (lately.size > KEPT && oldest !== undefined) lately.delete(oldest);
}

/** What has to be looked at in a drafted text. */
export function checksOf(
  { texts, version, proposal }: Pick<OpenedDraft, 'texts' | 'version' | 'proposal'>,
  amendments: readonly Amendment[],
  drafted: CodeText,
): DraftChecks {
  const { id } = proposal.state.content;
  const isAtLast = version.label === texts.last.label;
  const open = texts.open.map((one) => (one.id === id ? { ...one, text: { ok: true as const, amendments } } : one));
  const made = consequencesOf(version.text, amendments, lately.get(id) ?? null);
  if (made.ok) keepLately(id, made.consequences.links);
  return {
    conflicts: isAtLast ? described({ ...texts, open }, id, null) : [],
    broken: made.ok ? made.consequences.left.flatMap((one) => brokenSentences(drafted, one)) : [],
    consequences: made.ok ? consequencesIn(made.consequences) : [],
    faults: [...faultsOfDraft(version.text, drafted)],
  };
}

/** The consequential amendments, those of one provision together: each is counted in the words that those before it leave. */
function consequencesIn({ after, amendments }: Consequences): DraftChecks['consequences'] {
  const places = Map.groupBy(amendments, (one) => ('target' in one ? one.target : one.provision.id));
  return [...places].map(([provision, own]) => {
    const said = instructedBy(after, own);
    if (!said.ok) throw new Error(`drafted a consequence that does not apply: ${said.fault}`);
    const reference = referenceOf(after, provision) ?? provision;
    return { provision, reference, sentence: said.instructed.instructions.flat().join(' '), amendments: own };
  });
}

function brokenSentences(drafted: CodeText, target: BrokenTarget): DraftChecks['broken'] {
  return target.uses.map(({ from, words }) => {
    const reference = referenceOf(drafted, from) ?? from;
    return { provision: from, reference, sentence: brokenSentence(target, reference, words) };
  });
}

function brokenSentence({ class: kind, before, after }: BrokenTarget, at: string, words: string): string {
  switch (kind) {
    case 'repealed':
      return `${at} refers to “${words}”, which the draft takes out (${before}).`;
    case 'renumbered':
      return `${at} refers to “${words}”, which the draft renumbers or moves${after === null ? '' : `: it is ${after} now`}.`;
    case 'term-removed':
      return `${at} uses “${words}”, whose definition the draft takes out or renames.`;
    case 'term-redefined':
      return `${at} uses “${words}”, which the draft defines anew: check that it still says what it should.`;
    case 'names-nothing':
      return `${at} refers to “${words}”, which is nothing in this text.`;
  }
}
