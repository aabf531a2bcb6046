import type { Citation } from '../../kernel/citation.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { ProposalRules } from '../../modification/context.ts';
import type { Step } from '../../modification/profile/profile.ts';
import type { ProposalEvent } from '../../modification/proposal.ts';
import type { RaisedProposal } from '../../modification/state.ts';
import { type Actor, rolesInSentence } from '../../party/actor.ts';
import type { Block, Inline } from '../block.ts';
import { list, mark, paragraph, runs, type Words } from '../build.ts';
import { sentenceCase } from '../prose.ts';
import type { Notice, Topic } from './notice.ts';

/** What a notice of a modification is made from: who did it when and where it stands in the record, what stands after it, and the pinned rules. */
export interface Telling {
  readonly after: RaisedProposal;
  readonly rules: ProposalRules;
  readonly actor: Actor;
  readonly at: Instant;
  readonly version: number;
  readonly hash: string;
}

/** An event of a proposal by type. */
export type EventOf<T extends ProposalEvent['type']> = Extract<ProposalEvent, { type: T }>;

interface Wording {
  readonly topic: Topic;
  readonly what: string;
  /** Follows `SECMP0065: `. */
  readonly subject: string;
  readonly sentence: string;
  readonly facts?: readonly (readonly [name: string, value: string])[];
  readonly reasons?: string | null;
  readonly blocks?: readonly Block[];
  /** The step whose clause it names. */
  readonly step?: Step | undefined;
  /** Where it leads within the modification's pages; left out, to its first. */
  readonly link?: { readonly text: string; readonly page: string };
  readonly concerns?: Notice['concerns'];
}

/** A notice about a modification: a sentence, what else is to be known, the clause, and where to go. */
export function aboutModification({ after, at }: Telling, wording: Wording): Notice {
  const { id, title, code } = after.content;
  const { text, page } = wording.link ?? { text: `Open ${id}`, page: '' };
  const { step } = wording;
  return {
    topic: wording.topic,
    what: wording.what,
    modification: id,
    code,
    concerns: wording.concerns ?? [],
    isPublic: true,
    subject: `${id}: ${wording.subject}`,
    body: [
      paragraph([{ kind: 'strong', text: `${id} ${title}` }]),
      paragraph(wording.sentence),
      ...(wording.reasons ? [note('Reasons', wording.reasons)] : []),
      ...factList(wording.facts ?? [], step?.citation ?? null),
      ...(wording.blocks ?? []),
      paragraph([{ kind: 'link', text, href: `/modifications/${encodeURIComponent(id)}${page}` }]),
    ],
    at,
    until: null,
    reminds: null,
  };
}

/** Names and values, the clause last. */
function factList(facts: Wording['facts'] & object, citation: Citation | null): readonly Block[] {
  const clause: readonly Words[] =
    citation === null
      ? []
      : [
          [
            ...fact('Clause', `${citation.source}${citation.clause === null ? '' : ` ${citation.clause}`}`),
            ...mark(citation.certainty),
          ],
        ];
  const items: readonly Words[] = [...facts.map(([name, value]) => fact(name, value)), ...clause];
  return items.length === 0 ? [] : [list(items)];
}

/** A step of the proposal's profile; undefined where the profile no longer has it. */
export function stepOf({ rules }: Telling, id: string): Step | undefined {
  return rules.profile.steps.find((step) => step.id === id);
}

/** `Urgent Modification Proposal`, or the id of a step that the profile does not have. */
export function stepTitle(telling: Telling, id: string): string {
  return stepOf(telling, id)?.title ?? id;
}

/** How an outcome of a step is called: `Agreed`. */
export function outcomeTitle(telling: Telling, step: string, outcome: string): string {
  return stepOf(telling, step)?.outcomes.find((one) => one.id === outcome)?.title ?? outcome;
}

/** `The Panel`, as a sentence begins. */
export function doer({ actor, rules }: Telling): string {
  return sentenceCase(rolesInSentence([actor.role], rules.bodies));
}

/** Words of a person, set apart. */
export function note(title: string, text: string): Block {
  return { kind: 'note', title, runs: runs(text) };
}

function fact(name: string, value: string): readonly Inline[] {
  return [
    { kind: 'strong', text: `${name}: ` },
    { kind: 'text', text: value },
  ];
}
