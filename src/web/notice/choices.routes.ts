import type { Hono } from 'hono';
import { listModifications } from '../../app/modification/list-modifications.ts';
import { chooseNotices } from '../../app/notice/choose-notices.ts';
import { showNoticeChoices } from '../../app/notice/show-notice-choices.ts';
import { runOperation } from '../../app/run-operation.ts';
import { TOPICS } from '../../core/document/notice/notice.ts';
import { formFields, only, showAgain } from '../act.ts';
import { leaveDone } from '../requests.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env, type Site } from '../site.ts';
import { choicesPage, UNCHOSEN } from './choices.page.ts';

/** `modification-SECMP0065` or `modification-SECMP0065-ballot`: identifiers hold no hyphen that a topic could follow. */
const OF_MODIFICATION = new RegExp(`^modification-(.+?)(?:-(${Object.keys(TOPICS).join('|')}))?$`);

/** One's own choices of what one is told. */
export function choicesRoutes(app: Hono<Env>, site: Site): void {
  app.get('/account/notices', async (c) => {
    const view = c.get('view');
    const [choices, register] = await Promise.all([ask(view, showNoticeChoices, {}), ask(view, listModifications, {})]);
    if (!choices.ok) return refusePage(c, choices.rejection);
    const open = register.ok ? register.value.modifications.filter(({ status }) => status === 'open') : [];
    return show(
      c,
      choicesPage(
        view,
        choices.value.choices,
        open.map(({ id }) => id),
      ),
    );
  });
  app.post('/account/notices', async (c) => {
    const fields = await formFields(c);
    const caller = { ports: site.ports, actor: c.get('actor') };
    const result = await runOperation(chooseNotices, caller, { choices: choicesOf(fields) });
    if (!result.ok) return showAgain(app, c, fields, result.rejection);
    leaveDone(c, 'Your choices are kept.');
    return c.redirect('/account/notices', 303);
  });
}

/** A choice as a form says it. */
interface Chosen {
  readonly topic: string | null;
  readonly modification: string | null;
  readonly mode: string | undefined;
}

function choicesOf(fields: readonly (readonly [string, string])[]): readonly Chosen[] {
  const choices = fields.flatMap(([name, mode]): readonly Chosen[] => {
    if (mode === UNCHOSEN) return [];
    if (name === 'everything') return [{ topic: null, modification: null, mode }];
    if (name.startsWith('topic-')) return [{ topic: name.slice('topic-'.length), modification: null, mode }];
    const [, modification, topic = null] = OF_MODIFICATION.exec(name) ?? [];
    return modification === undefined ? [] : [{ topic, modification, mode }];
  });
  const added = only(fields, 'add') ?? '';
  return added === '' ? choices : [...choices, { topic: null, modification: added, mode: only(fields, 'add-mode') }];
}
