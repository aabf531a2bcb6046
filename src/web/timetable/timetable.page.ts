import { html } from 'hono/html';
import type { z } from 'zod';
import type { planTimetable } from '../../app/timetable/plan-timetable.ts';
import type { showTimetable } from '../../app/timetable/show-timetable.ts';
import { formatDay } from '../../core/kernel/day.ts';
import { type ConflictCount, unsettledIn } from '../modification/conflict-parts.ts';
import { modificationTabs } from '../modification/tabs.ts';
import type { Page } from '../page/layout.ts';
import {
  actForm,
  details,
  empty,
  type Html,
  hidden,
  longField,
  section,
  selectField,
  table,
  tag,
  textField,
} from '../page/parts.ts';
import { citationText, dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import { clashList } from './clash-list.ts';
import { type GanttMark, type GanttRow, ganttLegend, ganttPicture } from './gantt.ts';

type Shown = z.output<typeof showTimetable.output>;
type Planned = z.output<typeof planTimetable.output>;
type Row = Planned['plan']['rows'][number] & { readonly before?: Shown['rows'][number]['before'] };
type Difference = Shown['changed'];

/** What a visitor asked to be planned, as it was typed. */
export interface AskedPlan {
  readonly from: string;
  readonly release: string;
  readonly urgent: string;
}

interface Parts {
  readonly shown: Shown;
  readonly planned: Planned | null;
  /** Why what was asked cannot be planned; null when it can or nothing was asked. */
  readonly fault: string | null;
  readonly asked: AskedPlan | null;
  readonly count: ConflictCount | null;
}

/** The timetable of a modification: as it stands, what clashes, what was changed, and another that is tried out. */
export function timetablePage(view: View, { shown, planned, fault, asked, count }: Parts): Page {
  const { modification: id, plan, proposed, timetables, changed, clashes } = shown;
  return {
    title: `Timetable of ${id}`,
    section: 'register',
    kicker: shown.title,
    ...(plan?.decision == null ? {} : { lede: decisionWords(plan) }),
    body: html`${modificationTabs(id, 'timetable', unsettledIn(count))}
${shown.rests === null ? '' : html`<div class="pv-warning"><p>${id} is ${shown.rests}. Its clocks stand still meanwhile, so the days below can move.</p></div>`}
${section('stands', 'As it stands', standsPart(view, shown))}
${clashes.length === 0 ? '' : section('clashes', 'What does not go together', clashList(clashes, id))}
${proposed === null ? '' : section('proposed', 'Another timetable is proposed', proposedPart(proposed))}
${timetables.length < 2 ? '' : section('changed', 'What the last change moved', differencePart(`From “${timetables.at(-2)?.title}” to “${timetables.at(-1)?.title}”`, changed))}
${shown.open ? section('plan', 'Plan it anew', planPart(view, shown, planned, fault, asked)) : ''}
${section('calendar', 'In your calendar', html`<p>Subscribe to <a href="/feeds/modification/${id}.ics">the timetable of ${id} as a calendar</a>; when a day moves, it moves there too. Each person has a calendar of their own <a href="/account#calendar">with their account</a>.</p>`)}`,
  };
}

function standsPart(view: View, { modification: id, rows, plan, timetables }: Shown): Html {
  if (rows.length === 0) return empty('No timetable has been proposed.');
  const marks = [today(view), ...releaseMark(plan)];
  const title = `Timetable of ${id}`;
  const last = timetables.at(-1);
  return html`${last === undefined || last.number === 0 ? '' : html`<p>${last.title} on ${dayText(last.on)}.</p>`}
${plan === null || plan.meets ? '' : html`<p class="pv-warning">With these days the release is not met.</p>`}
${ganttPicture('stands-picture', title, rows.map(ganttRow), marks)}
${ganttLegend(rows.some((row) => row.before !== null))}
${rowsTable(title, rows, plan)}
${notesPart(plan)}`;
}

/** Rows for a picture; what has no slack has no line for it. */
function ganttRow(row: Row): GanttRow {
  const { title, who, from, to, state, critical, latest, before = null } = row;
  return { title, small: who, from, to, state, critical, latest: latest?.to ?? null, before };
}

function today(view: View): GanttMark {
  return { day: view.today, title: 'today', kind: 'today' };
}

function releaseMark(plan: Planned['plan'] | null): readonly GanttMark[] {
  const release = plan?.release ?? null;
  return release === null ? [] : [{ day: release.day, title: 'release', kind: 'release' }];
}

function rowsTable(caption: string, rows: readonly Row[], plan: Planned['plan'] | null): Html {
  const columns = ['Step', 'Days', 'Papers', 'Slack', 'State', 'Why'].map((title) => ({ title }));
  const body = rows.map((row) => [
    html`${row.title}<br><span class="pv-quiet">${row.who}</span>`,
    html`${days(row)}${row.workingDays === null ? '' : html`<br><span class="pv-quiet">${row.workingDays} Working Days</span>`}${row.before == null ? '' : html`<br><span class="pv-quiet">before: ${days(row.before)}</span>`}`,
    row.paperDay === null
      ? '–'
      : html`${dayText(row.paperDay)}${plan?.urgent === true ? html`<br><span class="pv-quiet">since it is urgent; the body’s other papers go out on the day that its meeting has</span>` : ''}`,
    slack(row),
    row.state === 'planned'
      ? row.step === plan?.criticalStep && row.critical
        ? tag('the critical step', 'bad')
        : row.critical
          ? tag('critical', 'wait')
          : tag('to come', 'plain')
      : tag(row.state, row.state === 'done' ? 'good' : 'open'),
    html`${row.reasons.map(({ sentence, citation }) => html`<p class="pv-reason">${sentence}${citation === null ? '' : html` ${citationText(citation)}`}</p>`)}`,
  ]);
  return table(caption, columns, body, { quiet: true, stack: true });
}

function slack({ slack: count, latest }: Row): Html | string {
  if (count === null || latest === null) return '–';
  if (count < 0) return html`<strong>${-count} Working ${count === -1 ? 'Day' : 'Days'} too late</strong>`;
  if (count === 0) return 'none';
  return html`${count} Working ${count === 1 ? 'Day' : 'Days'}<br><span class="pv-quiet">by ${dayText(latest.from)}</span>`;
}

function days({ from, to }: Pick<Row, 'from' | 'to'>): Html {
  return from === to ? dayText(from) : html`${dayText(from)} to ${dayText(to)}`;
}

function decisionWords({ decision, release, meets }: Planned['plan']): Html {
  if (decision === null) return html``;
  return html`${decision.title} on ${dayText(decision.on)}${
    release === null ? '' : html`, for ${release.title} (${dayText(release.day)})`
  }${decision.neededBy === null ? '' : html`; ${meets ? '' : 'for the release aimed at, '}the decision is needed by ${dayText(decision.neededBy)}`}.`;
}

function notesPart(plan: Planned['plan'] | null): Html | string {
  if (plan === null || plan.notes.length === 0) return '';
  return details(
    'What is supposed, and what no rule says',
    html`<ul>${plan.notes.map((note) => html`<li>${note}</li>`)}</ul>`,
  );
}

function proposedPart(proposed: NonNullable<Shown['proposed']>): Html {
  return html`<p>${proposed.by} proposed it on ${dayText(proposed.on)}: ${proposed.reasons} It waits for ${proposed.agreedBy}.</p>
${differencePart('From the timetable that holds to the one proposed', proposed.difference)}`;
}

/** What moved, as sentences and as a table; what stays is counted. */
function differencePart(caption: string, difference: Difference): Html {
  const moved = difference.filter((one) => one.kind !== 'same');
  if (moved.length === 0) return empty('Every step stays on its day.');
  const columns = [{ title: 'Step' }, { title: 'Before' }, { title: 'Now' }, { title: 'Working Days', numeric: true }];
  const rows = moved.map(({ title, before, after, later }) => [
    title,
    before === null ? 'no day' : days(before),
    after === null ? 'no day' : days(after),
    later === null ? '' : later > 0 ? `+${later}` : String(later).replace('-', '−'),
  ]);
  const same = difference.length - moved.length;
  return html`${table(caption, columns, rows, { stack: true })}
${same === 0 ? '' : html`<p class="pv-quiet">${same} ${same === 1 ? 'step stays' : 'steps stay'} as planned.</p>`}`;
}

function planPart(
  view: View,
  shown: Shown,
  planned: Planned | null,
  fault: string | null,
  asked: AskedPlan | null,
): Html {
  const { modification: id } = shown;
  const choices = [
    { value: '', title: 'as it stands' },
    { value: 'yes', title: 'urgent' },
    { value: 'no', title: 'not urgent' },
  ];
  return html`<form class="pv-form pv-filter" method="get" action="/modifications/${id}/timetable#plan" aria-label="Plan the timetable anew">
${textField(view, { form: 'plan', name: 'from', label: 'From', type: 'date', width: 'short', value: asked?.from ?? formatDay(view.today) })}
${textField(view, { form: 'plan', name: 'release', label: 'Back from a release', hint: 'A day, or a name such as June 2019. Left blank: forward.', width: 'medium', value: asked?.release ?? '' })}
${selectField(view, { form: 'plan', name: 'urgent', label: 'Clocks', value: asked?.urgent ?? '', choices })}
${hidden('plan', 'yes')}<button type="submit" class="govuk-button govuk-button--secondary">Plan</button></form>
${fault === null ? '' : html`<p class="pv-warning" role="alert">${fault}</p>`}
${planned === null ? '' : plannedPart(view, shown, planned, asked)}`;
}

function plannedPart(
  view: View,
  { proposers, rows: standing }: Shown,
  { modification: id, plan, difference }: Planned,
  asked: AskedPlan | null,
): Html {
  const title = `${id} planned ${plan.direction}${plan.urgent ? ', urgent' : ''}`;
  const held = new Map(standing.map((row) => [row.step, row]));
  const rows = plan.rows.map((row): Row => {
    const old = held.get(row.step);
    const differs = old !== undefined && old.state === 'planned' && (old.from !== row.from || old.to !== row.to);
    return { ...row, before: differs ? { from: old.from, to: old.to } : null };
  });
  return html`<h3>${title}</h3>
${plan.meets ? '' : html`<p class="pv-warning">The release is not met: steps with negative slack are so many Working Days too late.</p>`}
${ganttPicture('planned-picture', title, rows.filter((row) => row.goesWith === null).map(ganttRow), [today(view), ...releaseMark(plan)])}
${ganttLegend(rows.some((row) => row.before != null))}
${differencePart('From the timetable that holds to this one', difference)}
${details('Every step, with the reason for its day', rowsTable(title, rows, plan))}
${notesPart(plan)}
${view.session !== null && proposers.includes(view.actor.role) && difference.some((one) => one.kind !== 'same') ? proposeForm(view, id, asked) : ''}`;
}

function proposeForm(view: View, id: string, asked: AskedPlan | null): Html {
  const form = 'propose-timetable';
  const given = Object.entries(asked ?? {}).filter(([, value]) => value !== '');
  return actForm(view, {
    operation: { room: 'timetable', name: form },
    id: form,
    input: { modification: id, ...Object.fromEntries(given) },
    fields: longField(view, { form, name: 'reasons', label: 'Reasons for another timetable' }),
    button: 'Propose this timetable',
    done: 'The timetable is proposed; the one before holds until it is agreed.',
  });
}
