import { html, raw } from 'hono/html';
import type { z } from 'zod';
import { countConflicts } from '../../app/modification/count-conflicts.ts';
import type { listConflicts } from '../../app/modification/list-conflicts.ts';
import type { OpenConflictClass } from '../../core/code/conflict.ts';
import type { RedlineBlock } from '../../core/code/redline.ts';
import { onlyTouched } from '../../core/code/redline.ts';
import { writeResolutions } from '../../core/code/resolution-words.ts';
import { renderRedline } from '../../format/html/redline.ts';
import { details, empty, type Html, tag } from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import { ask, type View } from '../site.ts';

type Listed = z.output<typeof listConflicts.output>;

/** A conflict as the pages list it. */
export type ShownConflict = Listed['conflicts'][number];
/** A text that a published version holds up. */
export type ShownStuck = Listed['stuck'][number];
/** How many conflicts a modification has that nobody settled, and with whom. */
export type ConflictCount = z.output<typeof countConflicts.output>;

/** The classes of conflict as a person reads them. */
export const CLASS_TITLES: Readonly<Record<OpenConflictClass, string>> = {
  'same-words': 'Same words',
  'same-number': 'Same number',
  'same-place': 'Same place',
  'same-identity': 'Same provision inserted',
  'repeal-against-edit': 'Repeal against amendment',
  'nested-repeal': 'Repeal within a repeal',
  reshaped: 'Divided, joined or moved',
  'broken-reference': 'Broken reference',
  'changed-term': 'Changed term',
  'same-term': 'Same term',
};

/** The conflicts of a modification, counted for its tabs and notices; null when they cannot be read. */
export async function countFor(
  view: View,
  modification: string,
  knownAt: string | null = null,
): Promise<ConflictCount | null> {
  const counted = await ask(view, countConflicts, { modification, knownAt });
  return counted.ok ? counted.value : null;
}

/** How many things of a modification wait to be settled. */
export function unsettledIn(count: ConflictCount | null): number {
  return count === null ? 0 : count.unsettled.length + (count.stuckOver === null ? 0 : 1);
}

/** A conflict: its class, both texts side by side, what was settled or who can settle it. */
export function conflictCard(conflict: ShownConflict, options: { readonly folded: boolean }): Html {
  const [one, other] = conflict.sides;
  if (one === undefined || other === undefined) return html``;
  const isSettled = conflict.resolutions.length > 0;
  const sides = sidesPart(conflict.sides);
  const address = settleAddress(one.modification, other.modification, conflict);
  const who = [...new Set(conflict.resolvers.map((resolver) => resolver.who))];
  const { waits } = conflict;
  const link =
    waits === null
      ? html`<a class="pv-conflict-do" href="${address}">${isSettled ? 'See what was settled, or settle it otherwise' : 'Settle this conflict'}<span class="govuk-visually-hidden"> at ${conflict.reference} between ${one.modification} and ${other.modification}</span></a>`
      : html`${waits.sentence} <a class="pv-conflict-do" href="/modifications/${waits.modification}/conflicts">What holds ${waits.modification} up</a>`;
  return html`<article class="pv-conflict">
${headPart(conflict, isSettled ? tag('settled', 'good') : tag('not settled', 'bad'))}
${options.folded ? details('Both texts side by side', sides) : sides}
${isSettled ? settledPart(conflict, one.modification, other.modification) : html`<p class="pv-quiet">Can be settled by ${listed(who)}.</p>`}
<p>${link}</p>
</article>`;
}

/** What of open texts was not compared, so that no conflict there is not taken for none. */
export function notComparedPart(left: Listed['notCompared']): Html | string {
  return left.length === 0 ? '' : html`${left.map(({ sentence }) => html`<p class="pv-warning-line">${sentence}</p>`)}`;
}

/** A text that a version holds up: what has to be settled so that it can go on. */
export function stuckCard(stuck: ShownStuck): Html {
  const { modification, title, over, clashes, resolvers } = stuck;
  const who = [...new Set(resolvers.map((resolver) => resolver.who))];
  return html`<article class="pv-conflict pv-conflict-stuck">
<h3><a href="/modifications/${modification}">${modification}</a> ${title} ${tag(`held up by version ${over}`, 'bad')}</h3>
<p>Version ${over} of the code, made by ${stuck.with}, changed what this text amends. The text still stands on the version before it and cannot be implemented until ${listed(who)} ${who.length === 1 ? 'says' : 'say'} how it shall read on top of version ${over}.</p>
${
  clashes.length === 0
    ? html`<p>${stuck.sentence} The Proposer drafts the text anew, or a contingent text is recorded over the <a href="/api">API</a>.</p>`
    : clashes.map(
        (
          clash,
        ) => html`<div class="pv-conflict-clash">${headPart({ ...clash, instrument: stuck.instrument }, clash.resolutions.length === 0 ? tag('not settled', 'bad') : tag('recorded', 'wait'), 4)}
${sidesPart(clash.sides)}
<p><a class="pv-conflict-do" href="${settleAddress(modification, stuck.with, clash)}">Say how it shall read<span class="govuk-visually-hidden"> at ${clash.reference} in ${modification}</span></a></p></div>`,
      )
}</article>`;
}

interface Headed {
  readonly instrument: string;
  readonly class: OpenConflictClass;
  readonly reference: string;
  readonly stands: boolean;
  readonly sentence: string;
}

function headPart(conflict: Headed, state: Html, level: 3 | 4 = 3): Html {
  const words = html`${referenceLink(conflict)} <span class="pv-conflict-class">${CLASS_TITLES[conflict.class]}</span> ${state}`;
  return html`${level === 3 ? html`<h3>${words}</h3>` : html`<h4>${words}</h4>`}
<p>${conflict.sentence}</p>`;
}

/** The provision where two meet, led into the reader when it stands there. */
export function referenceLink({ instrument, reference, stands }: Omit<Headed, 'class' | 'sentence'>): Html {
  if (!stands) return html`${reference}`;
  return html`<a href="/${instrument}/${encodeURIComponent(reference)}">${reference}</a>`;
}

/** What each side makes of the provision; one below the other on a phone. */
export function sidesPart(sides: ShownConflict['sides']): Html {
  return html`<div class="pv-sides">${sides.map(
    ({ modification, title, reference, blocks }) =>
      html`<figure><figcaption>${
        title.startsWith('Version ')
          ? html`<strong>${title}</strong>`
          : html`<a href="/modifications/${modification}/legal-text">${modification}</a>`
      } at ${reference}</figcaption>${redlinePart(blocks)}</figure>`,
  )}</div>`;
}

/** Long provisions that hardly change are shown by what changes. */
const WHOLE = 8;

/** A redline of a few provisions. */
export function redlinePart(blocks: readonly RedlineBlock[]): Html {
  const shown = blocks.length > WHOLE ? onlyTouched(blocks) : blocks;
  if (shown.length === 0) return empty('Nothing changes here.');
  const top = Math.min(...shown.map((block) => block.depth));
  return html`${raw(renderRedline(shown.map((block) => ({ ...block, depth: block.depth - top }))))}`;
}

/** What was settled and holds, each by whom, when and why. */
function settledPart(
  { class: kind, resolutions }: Pick<ShownConflict, 'class' | 'resolutions'>,
  one: string,
  other: string,
): Html {
  return html`${writeResolutions(kind, resolutions, [one, other]).map(
    ({ settled: { by, on, reasons, resolution }, sentence }) =>
      html`<div class="pv-settled"><p><strong>Settled by ${by} on ${dayText(on)}.</strong> ${sentence}</p>
${resolution.kind === 'merged-text' ? html`<blockquote>${resolution.to.text}</blockquote>` : ''}
<p class="pv-quiet">Reasons: ${reasons}</p></div>`,
  )}`;
}

/** Where a conflict is settled. */
export function settleAddress(
  modification: string,
  other: string,
  { class: kind, provision }: { readonly class: string; readonly provision: string },
): string {
  const query = new URLSearchParams({ with: other, class: kind, provision });
  return `/modifications/${modification}/conflicts/settle?${query}`;
}

/** `A, B or C`. */
function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
