import { html } from 'hono/html';
import type { ModificationView } from '../../app/modification/view.schema.ts';
import { actForm, details, type Html, longField } from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import { mayRest } from './rest.ts';

/** What the critical friend said and the proposer answered, with the forms for both; null where there is neither. */
export function commentsPart(view: View, modification: ModificationView): Html | null {
  const { comments, mayComment, id, status } = modification;
  const comes = mayComment.includes(view.actor.role) && view.session !== null;
  if (comments.length === 0 && !comes) return null;
  const isProposers =
    status === 'open' && ['party', 'proposer'].includes(view.actor.role) && mayRest(view.actor, modification, '');
  const said = comments.map(
    (one) => html`<li><p><strong>${one.by}</strong>, ${dayText(one.on)}: ${one.text}</p>
${one.answer === null ? '' : html`<p><strong>${one.answer.by}</strong> answered on ${dayText(one.answer.on)}: ${one.answer.text}</p>`}
${isProposers && view.session !== null ? details(one.answer === null ? 'Answer it' : 'Answer it anew', answerForm(view, id, one.id)) : ''}</li>`,
  );
  return html`${said.length === 0 ? '' : html`<ol>${said}</ol>`}${comes ? commentForm(view, id) : ''}`;
}

function commentForm(view: View, id: string): Html {
  const form = 'comment-on-proposal';
  return actForm(view, {
    operation: { room: 'modification', name: form },
    id: form,
    input: { modification: id },
    fields: longField(view, { form, name: 'text', label: 'Comment as critical friend', hint: 'It is public.' }),
    button: 'Comment',
    done: 'The comment is made.',
    secondary: true,
  });
}

function answerForm(view: View, modification: string, comment: string): Html {
  const form = `answer-comment-${comment}`;
  return actForm(view, {
    operation: { room: 'modification', name: 'answer-comment' },
    id: form,
    input: { modification, comment },
    fields: longField(view, { form, name: 'text', label: `Answer to comment ${comment}` }),
    button: 'Answer',
    done: 'The answer is given.',
    secondary: true,
  });
}
