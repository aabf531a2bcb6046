import type { Span } from '../core/assurance/effect.ts';
import type { ReadinessReport } from '../core/assurance/readiness.ts';
import { type AlikeContinuity, type AlikeDuties, alikeDuties } from '../core/assurance/readiness-alike.ts';
import { shownWords, standingWords, stepWords } from '../core/assurance/readiness-words.ts';
import { sentenceCase } from '../core/document/prose.ts';
import { writeDay } from '../core/kernel/day.ts';
import { formatInterval } from '../core/kernel/interval.ts';
import { asColumns } from './text.ts';

/** Readiness as a person reads it at the command line: for each party its duties with the chain of steps. */
export function readinessAsText({ on, readings, parties, modification }: ReadinessReport): string {
  const read = Object.entries(readings).map(([wording, reading]) => `${wording}=${reading}`);
  const said = parties.map(({ name, duties }) => {
    const rows = alikeDuties(duties);
    return [name, rows.length === 0 ? '  No duty binds it.' : rows.map((row) => dutyText(row, on)).join('\n\n')].join(
      '\n',
    );
  });
  const day = modification?.implementation ?? null;
  const asked =
    modification === null
      ? []
      : [
          `With ${modification.id}, implemented ${day === null ? 'on a day not known, until which it changes nothing' : `on ${writeDay(day)}`}.`,
        ];
  return [...asked, `Readings: ${read.join(', ') || 'none to choose'}`, ...said].join('\n\n');
}

function dutyText({ subjects, provisions, duty, continuity }: AlikeDuties, on: ReadinessReport['on']): string {
  const titles = new Map(duty.chain.map((step) => [step.event, step.title]));
  const table = asColumns(
    ['Step', 'Who', 'How it stands'],
    duty.chain.map((step, at) => [`${at + 1}. ${step.title}`, step.who ?? 'not said', stepWords(step)]),
  );
  const held = duty.heldUpBy.map(({ title, who }) => `${who} (${title})`);
  return [
    `${provisions.join(', ')}: ${subjects.map((one) => one.id).join(', ')}`,
    `First day on which compliance can be shown: ${shownWords(duty.shown, (event) => titles.get(event) ?? event)}. ${standingWords(duty.standing, on)}`,
    ...(duty.chain.length === 0 ? [] : [table]),
    ...(held.length === 0 ? [] : [`Held up by ${held.join('; ')}.`]),
    `Bound while it cannot be shown: ${duty.exposure.map(spanText).join(' ') || 'no day'}${duty.without === null ? '' : `; without it ${duty.without.exposure.map(spanText).join(' ') || 'no day'}`}.`,
    ...duty.assessments.map(
      ({ assessment, on: day, exposed }) =>
        `The assessment ${assessment} on ${writeDay(day)} ${exposed === true ? 'falls' : 'may fall'} into it.`,
    ),
    ...continuity.map((one) => continuityText(duty.instrument, one, continuity.length > 1)),
  ]
    .map((part) => part.replaceAll(/^/gm, '  '))
    .join('\n');
}

function continuityText(
  instrument: string,
  { subjects, provision, continuity, without }: AlikeContinuity,
  isNamed: boolean,
): string {
  const of = isNamed ? `${subjects.map((one) => one.id).join(', ')}: ` : '';
  const { standIns, gaps } = continuity;
  const others = standIns.map((one) => `${one.instrument} ${one.provision}`).join(' or ');
  const named = `${instrument} ${provision}${others === '' ? ', for which nothing stands in,' : ` nor ${others}`}`;
  const said = (days: typeof gaps) =>
    days.length === 0
      ? `no day on which neither ${named} binds`
      : `neither ${named} binds ${days.map(spanText).join(' ')}`;
  if (without === null) return `${of}${sentenceCase(said(gaps))}.`;
  return `${of}With it, ${said(gaps)}; without it, ${said(without.gaps)}.`;
}

function spanText(span: Span): string {
  return `${formatInterval(span)}${span.awaiting.length === 0 ? '' : ` (if at all: awaits ${span.awaiting.join(', ')})`}`;
}
