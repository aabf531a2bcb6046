import { writeDay } from '../kernel/day.ts';
import type { Step } from '../modification/profile/profile.ts';
import { type Decided, standingOf } from '../modification/standing.ts';
import type { Block } from './block.ts';
import { heading, list, paragraph, table } from './build.ts';
import type { ReportView } from './report-view.ts';

/** What was decided with its reasons, what sent it back or referred it, and the day of implementation that was set. */
export function decisionBlocks(view: ReportView): readonly Block[] {
  const { life, rules } = view;
  const { decision } = standingOf(life, rules.profile);
  return [
    paragraph(decision === null ? `No decision on ${view.content.id} has been made.` : sentence(view, decision)),
    ...acts(view),
    ...sentBack(view),
    ...listed(
      'Referrals',
      life.referrals.map((one) => `${nameOf(view, one.step)}: ${one.party}, on ${writeDay(one.on)}: ${one.grounds}`),
    ),
    ...listed(
      'Day of implementation set',
      life.dated.map((one) => {
        const part = one.part === undefined ? '' : ` (${one.part})`;
        return `${writeDay(one.day)}${part}, set on ${writeDay(one.on)}: ${one.reasons}`;
      }),
    ),
  ];
}

function sentence({ content, life }: ReportView, decision: Decided): string {
  switch (decision) {
    case 'approved':
      return `${content.id} is approved.`;
    case 'not-approved':
      return `${content.id} is not approved.`;
    case 'withdrawn':
      return `${content.id} was withdrawn${life.withdrawn === null ? '' : ` on ${writeDay(life.withdrawn.on)}`}.`;
  }
}

/** Steps by which it is decided: a determination that answers no question of the first report, a vote, a window after one. */
function acts(view: ReportView): readonly Block[] {
  const { life, rules } = view;
  const vote = rules.profile.steps.findIndex((step) => step.kind === 'ballot');
  const rows = life.done.flatMap(({ step: id, outcome, on, reasons }) => {
    const at = rules.profile.steps.findIndex((step) => step.id === id);
    const step = rules.profile.steps[at];
    if (step === undefined || at < vote || !DECIDING.includes(step.kind)) return [];
    const title = step.outcomes.find((one) => one.id === outcome)?.title ?? outcome;
    const why = reasons || (step.kind === 'ballot' ? 'As the voters gave them in Section 9' : '–');
    return [[step.title, title, writeDay(on), why]];
  });
  return rows.length === 0 ? [] : [table('How it was decided', ['Step', 'Outcome', 'Date', 'Reasons'], rows)];
}

const DECIDING: readonly Step['kind'][] = ['determination', 'ballot', 'window'];

function sentBack(view: ReportView): readonly Block[] {
  return listed(
    'Sent back',
    view.life.sentBack.map(({ step, on, reasons, directions }) => {
      const todo = directions === null ? '' : ` Directions: ${directions}`;
      return `${nameOf(view, step)}, on ${writeDay(on)}: ${reasons}${todo}`;
    }),
  );
}

function listed(title: string, items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [heading(title), list(items)];
}

function nameOf({ rules }: ReportView, step: string): string {
  return rules.profile.steps.find((one) => one.id === step)?.title ?? step;
}
