import { html } from 'hono/html';
import type { z } from 'zod';
import type { listFacts } from '../../app/party/list-facts.ts';
import type { listParties } from '../../app/party/list-parties.ts';
import { recordFact } from '../../app/party/record-fact.ts';
import { formatDay, writeDay } from '../../core/kernel/day.ts';
import { type FactKind, isRecordable } from '../../core/obligation/fact.ts';
import { type Choice, type Html, hidden, selectField, textField } from '../page/parts.ts';
import type { View } from '../site.ts';
import { dayField, folded, sourceFields } from './form-parts.ts';

const ABOUT: Record<FactKind['subject'], string> = {
  market: 'the market',
  party: 'a Party',
  'system-group': 'a group of systems',
  words: 'words',
};

/** Facts that are recorded and stand, as another can take their place. */
type Standing = readonly Pick<
  z.output<typeof listFacts.output>['facts'][number],
  'id' | 'kind' | 'title' | 'subject' | 'subjectTitle' | 'effectiveOn' | 'value' | 'citation'
>[];

/** What a form about facts says of itself at first. */
interface Asked {
  readonly code?: string;
  readonly kind: string;
  readonly subject: string;
  /** The fact by id that is corrected: the form opens with what it says, to record another in its place. */
  readonly correct?: string;
}

/** The market, every party and every group of systems, by name. */
export function subjectsOf(parties: z.output<typeof listParties.output>['parties']): readonly Choice[] {
  return [
    { value: '', title: 'The market as a whole' },
    ...parties.flatMap(({ id, name, systems }) => [
      { value: id, title: name },
      ...systems.map((group) => ({ value: group.id, title: `${name}: ${group.title}` })),
    ]),
  ];
}

/** The form by which the Code Administrator records what happened, or what something comes to from a day on. */
export function factForm(
  view: View,
  factKinds: readonly FactKind[],
  subjects: readonly Choice[],
  standing: Standing = [],
  asked: Asked = { kind: '', subject: '' },
): Html {
  const form = 'record-fact';
  const wrong = standing.find(({ id }) => id === asked.correct) ?? null;
  const replaceable = standing.map(({ id, title, subjectTitle, effectiveOn }) => ({
    value: id,
    title: `${title}, ${subjectTitle}, ${writeDay(effectiveOn)}`,
  }));
  const recordable = factKinds.filter(isRecordable);
  const kinds = recordable.map((kind) => ({ value: kind.id, title: `${kind.title} (${ABOUT[kind.subject]})` }));
  const valued = recordable
    .filter(({ type }) => type !== 'event')
    .map(({ title, type, values }) => {
      const expected =
        values?.join(', ') ?? { bool: 'true or false', int: 'a whole number', string: 'a text', event: '' }[type];
      return `${title}: ${expected}`;
    });
  const hint = valued.length === 0 ? '' : ` ${valued.join('; ')}.`;
  const fields = html`${asked.code === undefined ? '' : hidden('code', asked.code)}${selectField(view, { form, name: 'kind', label: 'What happened', value: wrong?.kind ?? asked.kind, choices: kinds })}
${selectField(view, { form, name: 'subject', label: 'About', value: wrong === null ? asked.subject : (wrong.subject ?? ''), choices: subjects })}
${dayField(view, form, 'effectiveOn', 'With effect from', wrong === null ? '' : formatDay(wrong.effectiveOn))}
${textField(view, { form, name: 'value', label: 'Value', hint: `Left blank for an event.${hint}`, width: 'medium', value: String(wrong?.value ?? '') })}
${replaceable.length === 0 ? '' : selectField(view, { form, name: 'replaces', label: 'In place of', hint: 'A fact that was recorded in error; of the same kind.', value: wrong?.id ?? '', choices: [{ value: '', title: 'nothing' }, ...replaceable] })}
${sourceFields(view, form, wrong?.citation)}`;
  return folded(view, recordFact, form, 'Record a fact', fields, 'The fact is recorded.', {}, wrong !== null);
}
