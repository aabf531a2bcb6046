import type { Hono } from 'hono';
import { whatsNext } from '../../app/modification/whats-next.ts';
import { listParties } from '../../app/party/list-parties.ts';
import { ROLE_IN_SENTENCE } from '../../core/party/actor.ts';
import { bindingsAwait, flaggedPart } from '../obligation/flagged-part.ts';
import type { Choice } from '../page/parts.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env, type Site, type View } from '../site.ts';
import { nextPage } from './next.page.ts';

/** What awaits whom: `/next`, `/next?for=panel`. */
export function nextRoutes(app: Hono<Env>, site: Site): void {
  app.get('/next', async (c) => {
    const view = c.get('view');
    const asked = c.req.query('for')?.trim() ?? (view.session === null ? '' : 'me');
    const [next, choices, bindings] = await Promise.all([
      ask(view, whatsNext, { modification: null, for: asked === '' ? null : asked }),
      choicesOf(view, site),
      bindingsAwait(view, asked) ? flaggedPart(view) : '',
    ]);
    return next.ok ? show(c, nextPage(view, next.value, { asked, choices, bindings })) : refusePage(c, next.rejection);
  });
}

/** Everyone, oneself, the bodies and the seats of the code, and the Parties. */
async function choicesOf(view: View, site: Site): Promise<readonly Choice[]> {
  const [{ bodies }, listed] = await Promise.all([site.ports.rulebooks.current('sec'), ask(view, listParties, {})]);
  const named = new Set<string>(bodies.map(({ id }) => id));
  const roles = (['proposer', 'party', 'consumer-body'] as const).filter((role) => !named.has(role));
  return [
    { value: '', title: 'everyone' },
    ...(view.session === null ? [] : [{ value: 'me', title: 'me' }]),
    ...bodies.map(({ id, inSentence }) => ({ value: id, title: inSentence })),
    ...roles.map((role) => ({ value: role, title: ROLE_IN_SENTENCE[role] })),
    ...bodies.flatMap(({ seats, inSentence }) =>
      seats.map(({ id, title }) => ({ value: id, title: `${title} of ${inSentence}` })),
    ),
    ...(listed.ok ? listed.value.parties.map(({ id, name }) => ({ value: id, title: name })) : []),
  ];
}
