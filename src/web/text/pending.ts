import { html } from 'hono/html';
import type { z } from 'zod';
import { listConflicts } from '../../app/modification/list-conflicts.ts';
import { listPending } from '../../app/text/list-pending.ts';
import { showPending } from '../../app/text/show-pending.ts';
import type { Provision } from '../../core/code/provision.ts';
import type { Day } from '../../core/kernel/day.ts';
import { APPROVAL } from '../../core/modification/implementation/implementation.ts';
import { eventWords } from '../effect/answers.ts';
import { conflictCard, redlinePart } from '../modification/conflict-parts.ts';
import { details, type Html, section, tag } from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import { ask, type View } from '../site.ts';

type Change = z.output<typeof showPending.output>['pending'][number];

/** What stands beside a provision that open modifications would change. */
export type Mark = (provision: Provision) => Html | string;

/** Where nothing is marked. */
export const NO_MARK: Mark = () => '';

/**
 * The open modifications that touch a provision, in the order in which they would take effect, and where they are in
 * conflict. Empty where none does, or where the last version has no such provision.
 */
export async function pendingPart(view: View, instrument: string, reference: string): Promise<Html | string> {
  const [read, listed] = await Promise.all([
    ask(view, showPending, { instrument, reference }),
    ask(view, listConflicts, { provision: reference }),
  ]);
  const pending = read.ok ? read.value.pending : [];
  const conflicts = listed.ok ? listed.value.conflicts.filter((one) => one.instrument === instrument) : [];
  if (pending.length === 0 && conflicts.length === 0) return '';
  return section(
    'pending',
    'Open modifications that touch this provision',
    html`<p class="pv-not-in-force">${tag('not in force', 'wait')} Nothing below is in force. In the order in which they would take effect, against ${read.ok ? againstText(read.value.version, view.today) : 'the last version'}.</p>
<ol class="pv-pending">${pending.map((one, at) => changePart(one, at, view.today))}</ol>
${conflicts.length === 0 ? '' : html`<h3>In conflict here</h3>${conflicts.map((one) => conflictCard(one, { folded: conflicts.length > 2 }))}`}`,
  );
}

/** The version that changes are shown against, with its day where it is not in force yet. */
export function againstText(
  { label, inForceFrom }: { readonly label: string; readonly inForceFrom: Day },
  today: Day,
): Html {
  return html`version ${label}${inForceFrom > today ? html`, in force from ${dayText(inForceFrom)}` : ''}`;
}

/** When a change takes effect: as settled only once it is approved. */
export function whenText(
  {
    day,
    notBefore,
    approved,
    occurred,
    awaiting,
  }: Pick<Change, 'day' | 'notBefore' | 'approved' | 'occurred' | 'awaiting'>,
  today: Day,
): Html {
  if (day !== null && approved) return html`takes effect on ${dayText(day)}`;
  if (day !== null && day >= today) return html`would take effect on ${dayText(day)} if it is approved`;
  if (day !== null && occurred.length > 0) {
    return html`${occurred.map(({ event, day: on }, at) => html`${at === 0 ? '' : ', '}its event (${eventWords([event])}) occurred on ${dayText(on)}`)}; it waits for approval`;
  }
  if (day !== null) return html`was to take effect on ${dayText(day)}; it waits for approval`;
  const all = approved || awaiting.includes(APPROVAL) ? awaiting : [APPROVAL, ...awaiting];
  return html`${approved ? 'takes' : 'would take'} effect when it is settled${notBefore === null ? '' : html`, not before ${dayText(notBefore)}`}${all.length === 0 ? '' : html` <span class="pv-quiet">(waits for ${eventWords(all)})</span>`}`;
}

function changePart(change: Change, at: number, today: Day): Html {
  const { modification, part, title, alone, behind, blockedBy } = change;
  const when = whenText(change, today);
  const isSame = at === 0 || (behind !== null && JSON.stringify(behind) === JSON.stringify(alone));
  return html`<li><p><a href="/modifications/${modification}">${modification}</a> ${title}${part === null ? '' : html`, ${part}`}: ${when}.</p>
${
  behind === null
    ? html`<p>${tag('cannot be made as drafted', 'bad')} ${blockedBy === null ? 'It does not apply behind those before it.' : html`It is in conflict with <a href="/modifications/${blockedBy}">${blockedBy}</a>, which comes before it.`}</p>${details('By itself', redlinePart(alone))}`
    : isSame
      ? redlinePart(behind)
      : html`<p class="pv-quiet">With all before it:</p>${redlinePart(behind)}${details('By itself', redlinePart(alone))}`
}</li>`;
}

/** Marks for the provisions of a code that open modifications would change: one question for the whole text. */
export async function pendingMarks(view: View, instrument: string): Promise<Mark> {
  const read = await ask(view, listPending, { instrument });
  const marked = new Map(read.ok ? read.value.provisions.map((one) => [one.provision, one]) : []);
  return ({ id }) => {
    const found = marked.get(id);
    if (found === undefined) return '';
    const { modifications, conflicts } = found;
    const [only] = modifications;
    if (conflicts > 0) {
      return html` <a class="pv-mark-pending pv-mark-conflict" href="/conflicts">${conflicts === 1 ? 'conflict' : `${conflicts} conflicts`}<span class="govuk-visually-hidden"> among open modifications ${modifications.join(' and ')}</span></a>`;
    }
    const words = modifications.length === 1 && only !== undefined ? only : `${modifications.length} pending`;
    const href = modifications.length === 1 ? `/modifications/${only}/legal-text` : '/';
    return html` <a class="pv-mark-pending" href="${href}">${words}<span class="govuk-visually-hidden"> would change this; not in force</span></a>`;
  };
}
