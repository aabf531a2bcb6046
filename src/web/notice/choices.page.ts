import { html } from 'hono/html';
import { TOPICS, type Topic } from '../../core/document/notice/notice.ts';
import type { Mode, Preference } from '../../core/document/notice/preference.ts';
import type { Page } from '../page/layout.ts';
import { type Choice, form, type Html, hidden, radioField, section, selectField } from '../page/parts.ts';
import type { View } from '../site.ts';

const MODE_TITLES: Record<Mode, string> = { immediate: 'at once', digest: 'once a day', none: 'not at all' };
const MODE_CHOICES: readonly Choice[] = Object.entries(MODE_TITLES).map(([value, title]) => ({ value, title }));

/** The value of a field for what is not chosen. */
export const UNCHOSEN = 'default';

/** What one is told, and how: for everything, by topic and by modification. */
export function choicesPage(view: View, chosen: readonly Preference[], modifications: readonly string[]): Page {
  const id = 'choices';
  const mode = (topic: Topic | null, modification: string | null) =>
    chosen.find((one) => one.topic === topic && one.modification === modification)?.mode ?? UNCHOSEN;
  const usual: Choice = { value: UNCHOSEN, title: 'as for everything' };
  const followed = [...new Set(chosen.flatMap((one) => one.modification ?? []))].toSorted();
  const others = modifications.filter((one) => !followed.includes(one));
  const fields = html`${hidden('_form', id)}${hidden('_back', '/account/notices')}
${radioField(view, {
  form: id,
  name: 'everything',
  label: 'Everything',
  value: mode(null, null),
  choices: [
    {
      value: UNCHOSEN,
      title: 'as it concerns me',
      hint: 'What asks something of you, or of those you act for, comes at once; all else once a day.',
    },
    { value: 'immediate', title: 'at once' },
    { value: 'digest', title: 'once a day', hint: 'On Working Days at 08:00 in London, if there is anything.' },
    { value: 'none', title: 'not at all' },
  ],
})}
<h2>By topic</h2>
<div class="pv-choices">${(Object.keys(TOPICS) as Topic[]).map((topic) =>
    selectField(view, {
      form: id,
      name: `topic-${topic}`,
      label: TOPICS[topic],
      value: mode(topic, null),
      choices: [usual, ...MODE_CHOICES],
    }),
  )}</div>
<h2>By modification</h2>
<p>What you choose for a modification counts more than what you choose for a topic.</p>
<div class="pv-choices">${followed.map((modification) => modificationFields(view, id, modification, chosen))}
${
  others.length === 0
    ? html`<p class="pv-quiet">${followed.length === 0 ? 'No modification is open, so there is none to choose for.' : 'No other modification is open.'} When one is raised you are told of it as chosen above, and can choose for it here.</p>`
    : html`${selectField(view, {
        form: id,
        name: 'add',
        label: 'Another modification',
        value: '',
        choices: [{ value: '', title: 'none' }, ...others.map((one) => ({ value: one, title: one }))],
      })}${selectField(view, { form: id, name: 'add-mode', label: 'How you are told of it', value: 'immediate', choices: MODE_CHOICES })}`
}</div>
<button type="submit" class="govuk-button">Keep these choices</button>`;
  return {
    title: 'What you are told',
    kicker: html`<a href="/account">Your account</a>`,
    lede: 'Notices come to your e-mail address. Each carries a link that ends its like with one click.',
    body: html`${form(view, '/account/notices', 'pv-form', fields, id)}
${section('elsewhere', 'Elsewhere', html`<p><a href="/notices/outbox">What you were sent</a> · <a href="/notices">Feeds, for which you need no account</a></p>`)}`,
  };
}

/** The choices of a modification: for all of it, and for those topics of it that were chosen by themselves. */
function modificationFields(view: View, id: string, modification: string, chosen: readonly Preference[]): Html {
  const mine = chosen.filter((one) => one.modification === modification);
  const whole = mine.find((one) => one.topic === null);
  const narrow = mine.filter((one) => one.topic !== null);
  const forget: Choice = { value: UNCHOSEN, title: 'as by topic' };
  return html`${selectField(view, {
    form: id,
    name: `modification-${modification}`,
    label: modification,
    value: whole?.mode ?? UNCHOSEN,
    choices: [forget, ...MODE_CHOICES],
  })}${narrow.map(({ topic, mode }) =>
    selectField(view, {
      form: id,
      name: `modification-${modification}-${topic}`,
      label: `${modification}: ${TOPICS[topic as Topic]}`,
      value: mode,
      choices: [{ value: UNCHOSEN, title: `as for ${modification}` }, ...MODE_CHOICES],
    }),
  )}`;
}
