import { html } from 'hono/html';
import type { ModificationView } from '../../app/modification/view.schema.ts';
import { actForm, details, type Html, longField } from '../page/parts.ts';
import { citationText } from '../page/words.ts';
import type { View } from '../site.ts';
import { mayRest } from './rest.ts';

/** The proposer's way to take an open proposal back; nothing for anybody else, or once it is decided. */
export function withdrawPart(view: View, modification: ModificationView): Html | string {
  const { id, title, withdrawal } = modification;
  if (withdrawal === null || view.session === null || !withdrawal.roles.includes(view.actor.role)) return '';
  if (!mayRest(view.actor, modification, 'withdraw-proposal')) return '';
  const form = actForm(view, {
    operation: { room: 'modification', name: 'withdraw-proposal' },
    id: 'withdraw-proposal',
    input: { modification: id },
    fields: html`<p>${withdrawal.adoptable ? 'Another can then adopt it for a time, in which its clocks stand still; if nobody does, the proposal' : 'The proposal then'} comes to its end for good: it is voted on no more, and its conflicts with others no longer count. Clause: ${citationText(withdrawal.citation)}.</p>
${longField(view, { form: 'withdraw-proposal', name: 'reasons', label: 'Reasons' })}`,
    button: 'Withdraw',
    buttonDetail: `${id} ${title}`,
    done: `${id} is withdrawn.`,
    secondary: true,
  });
  return details('Withdraw the proposal', form, view.refusal?.form === 'withdraw-proposal');
}
