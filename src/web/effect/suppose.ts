import { html } from 'hono/html';
import { type FactKind, isAssumable } from '../../core/obligation/fact.ts';
import { details, type Html, textField } from '../page/parts.ts';
import type { View } from '../site.ts';

/** Days of market events that a reader supposes, folded away while none is. */
export function supposing(
  view: View,
  form: string,
  factKinds: readonly FactKind[],
  fields: ReadonlyMap<string, string>,
): Html {
  const events = factKinds.filter((kind) => kind.subject === 'market' && isAssumable(kind) && kind.derived === null);
  const isAssuming = [...fields].some(([name, given]) => name.startsWith('assume.') && given !== '');
  const inputs = events.map((kind) => {
    const name = `assume.${kind.id}`;
    return textField(view, {
      form,
      name,
      label: kind.title,
      type: 'date',
      value: fields.get(name) ?? '',
      width: 'short',
    });
  });
  return details(
    'Suppose that something happens',
    html`<p class="pv-quiet">Left blank: only what the record holds.</p><div class="pv-choice-fields">${inputs}</div>`,
    isAssuming,
  );
}
