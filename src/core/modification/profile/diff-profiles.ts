import type { ProposalRules } from '../context.ts';
import { aspectsOf, describeStep, describeVoting } from './describe-profile.ts';
import type { Step } from './profile.ts';

/** A row of a comparison of processes; a null says that the process has no such thing. */
export interface ProfileRow {
  readonly part: 'process' | 'step';
  readonly what: string;
  readonly says: readonly (string | null)[];
  /** Whether all say the same. */
  readonly same: boolean;
}

/** What two or more processes say, side by side: the process as a whole, and then each step by its id. */
export function diffProfiles(all: readonly ProposalRules[]): readonly ProfileRow[] {
  const aspects = all.map(aspectsOf);
  const names = [...new Set(aspects.flatMap((of) => of.map((one) => one.aspect)))];
  const steps = inOrder(all.map(({ profile }) => profile.steps.map((step) => step.id)));
  return [
    ...names.map((what) =>
      rowOf(
        'process',
        what,
        aspects.map((of) => of.find((one) => one.aspect === what)?.says ?? null),
      ),
    ),
    ...steps.map((id) => {
      const found = all.map(({ profile }) => profile.steps.find((step) => step.id === id));
      const title = found.find((step) => step !== undefined)?.title ?? id;
      return rowOf(
        'step',
        title,
        all.map((rules, at) => sayStep(found[at], rules)),
      );
    }),
  ];
}

function sayStep(step: Step | undefined, rules: ProposalRules): string | null {
  if (step === undefined) return null;
  const vote = step.voting === null ? '' : `; ${describeVoting(step, rules)}`;
  return `${step.title}: ${describeStep(step, rules)}${vote}`;
}

/** The names of all lists, each once, a new one after the one that it follows in its own list. */
function inOrder(lists: readonly (readonly string[])[]): readonly string[] {
  const order: string[] = [];
  for (const list of lists) {
    let at = 0;
    for (const name of list) {
      const found = order.indexOf(name);
      if (found >= 0) at = found + 1;
      else order.splice(at++, 0, name);
    }
  }
  return order;
}

function rowOf(part: ProfileRow['part'], what: string, says: ProfileRow['says']): ProfileRow {
  return { part, what, says, same: says.every((one) => one === says[0]) };
}
