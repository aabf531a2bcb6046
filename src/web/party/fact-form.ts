import { html } from 'hono/html';
import { recordFact } from '../../app/party/record-fact.ts';
import { type FactKind, isRecordable } from '../../core/obligation/fact.ts';
import { type Html, hidden, selectField, textField } from '../page/parts.ts';
import type { View } from '../site.ts';
import { dayField, folded, sourceFields } from './form-parts.ts';

const ABOUT: Record<FactKind['subject'], string> = {
  market: 'the market',
  party: 'a Party',
  'system-group': 'a group of systems',
  words: 'words',
};

/** The form by which the Code Administrator records what happened, or what something comes to from a day on. */
export function factForm(
  view: View,
  factKinds: readonly FactKind[],
  asked: { readonly code?: string; readonly kind: string; readonly subject: string } = { kind: '', subject: '' },
): Html {
  const form = 'record-fact';
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
  const fields = html`${asked.code === undefined ? '' : hidden('code', asked.code)}${selectField(view, { form, name: 'kind', label: 'What happened', value: asked.kind, choices: kinds })}
${textField(view, { form, name: 'subject', label: 'Party or group of systems', hint: 'By its identifier; left blank for the market as a whole.', width: 'medium', value: asked.subject })}
${dayField(view, form, 'effectiveOn', 'With effect from')}
${textField(view, { form, name: 'value', label: 'Value', hint: `Left blank for an event.${hint}`, width: 'medium' })}
${textField(view, { form, name: 'replaces', label: 'In place of', hint: 'The identifier of a fact that was recorded in error; left blank otherwise.', width: 'medium' })}
${sourceFields(view, form)}`;
  return folded(view, recordFact, form, 'Record a fact', fields, 'The fact is recorded.');
}
