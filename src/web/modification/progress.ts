import { html } from 'hono/html';
import type { ModificationView } from '../../app/modification/view.schema.ts';
import { details, empty, type Html, type Tone, table, tag } from '../page/parts.ts';
import { citationText, dayText, instantText } from '../page/words.ts';
import { sentenceCase } from '../register/register.page.ts';

const STANDING = {
  proposed: 'as proposed; the Panel has not agreed it yet',
  'not-reached': 'as proposed; the proposal ended before the Panel came to it',
  agreed: 'agreed by the Panel',
  refused: 'refused by the Panel',
  overtaken: 'no longer fits what the Panel settled',
  set: 'set in place of the one proposed',
} as const;

/** The progression timetable with Working Days and how they are counted. */
export function timetablePart({ id, progression, steps }: ModificationView): Html {
  const { rows, standing, setBy, unplanned } = progression;
  const done = (id: string) => steps.find((step) => step.id === id);
  const body = rows.map((row) => {
    const step = done(row.step);
    return [
      row.title,
      row.from === row.to ? dayText(row.from) : html`${dayText(row.from)} to ${dayText(row.to)}`,
      row.workingDays === null
        ? ''
        : html`${row.workingDays}<br><span class="pv-quiet">${row.countFirst === true ? 'first day counted' : 'first day not counted'}</span>`,
      row.afterPrevious === null ? '' : String(row.afterPrevious),
      html`${stateOf(step)}${row.deviation === null ? '' : html`<br><span class="pv-quiet">${row.deviation}</span>`}`,
    ];
  });
  const columns = [
    { title: 'Step' },
    { title: 'Planned' },
    { title: 'Working Days' },
    { title: 'Working Days after the step before' },
    { title: 'State' },
  ];
  return html`<p>The timetable is <strong>${STANDING[standing]}</strong>${setBy === null ? '' : html` (${setBy.title}, ${dayText(setBy.on)})`}. Working Days are those of England and Wales. <a href="/modifications/${id}/timetable">As a picture, with slack and what it clashes with</a></p>
${body.length === 0 ? empty('No timetable has been proposed.') : table('Progression timetable', columns, body, { quiet: true, stack: true })}
${unplanned.length === 0 ? '' : details('Steps for which the timetable plans no day', html`<ul>${unplanned.map((one) => html`<li>${one.title} (${one.who})</li>`)}</ul>`)}`;
}

type Step = ModificationView['steps'][number];

function stateOf(step: Step | undefined): Html {
  switch (step?.status) {
    case 'done':
      return html`${tag(step.outcome?.title ?? 'done', 'good')} ${step.on === null ? '' : dayText(step.on)}`;
    case 'open':
      return tag('open', 'open');
    case 'excluded':
      return tag('ruled out', 'plain');
    case 'not-reached':
      return tag('not reached', 'plain');
    default:
      return tag('to come', 'wait');
  }
}

/** What each body decided and why, what is asked now, and what still waits for whom. */
export function determinationsPart({ steps }: ModificationView): Html {
  return stepsPart(steps, ['determination', 'dating'], 'Determinations', 'Nothing has been asked yet.');
}

/** The raising and every paper handed in, and those still to come. */
export function papersPart({ steps }: ModificationView): Html {
  return stepsPart(steps, ['submission'], 'Papers', 'Nothing has been handed in yet.');
}

function stepsPart(steps: readonly Step[], kinds: readonly Step['kind'][], caption: string, none: string): Html {
  const shown = steps.filter((step) => kinds.includes(step.kind));
  const [waiting, open, done] = (['waiting', 'open', 'done'] as const).map((status) =>
    shown.filter((step) => step.status === status),
  ) as [Step[], Step[], Step[]];
  const columns = ['Step', 'By', 'Answer', 'Reasons', 'Clause'].map((title) => ({ title }));
  const part = (name: string, all: readonly Step[]) =>
    table(name, columns, all.map(stepRow), { quiet: true, stack: true });
  return html`${open.length + done.length === 0 ? empty(none) : ''}${open.length === 0 ? '' : part(`${caption} asked now`, open)}
${done.length === 0 ? '' : details(`${caption} done: ${done.length}`, part(caption, done))}
${waiting.length === 0 ? '' : details(`${waiting.length} that wait, and for whom`, part(`${caption} that wait`, waiting))}`;
}

function stepRow(step: Step): readonly (Html | string)[] {
  return [step.title, sentenceCase(step.who), answer(step), step.reasons ?? '', citationText(step.citation)];
}

function answer(step: Step): Html {
  if (step.status === 'done') {
    const refused = step.outcome !== null && ['refused', 'reject', 'overturned'].includes(step.outcome.id);
    const tone: Tone = refused ? 'bad' : 'good';
    return html`${tag(step.outcome?.title ?? 'Done', tone)}${step.on === null ? '' : html`<br><span class="pv-quiet">${dayText(step.on)}</span>`}`;
  }
  if (step.status === 'open') return tag('asked now', 'open');
  const [first] = step.waitsFor;
  return html`${tag('waits', 'wait')}${
    first === undefined
      ? ''
      : html`<br><span class="pv-quiet">for ${first.who} to ${first.by}${first.until === null ? '' : html`, by ${instantText(first.until)}`}</span>`
  }`;
}
