import type { Hono } from 'hono';
import { readWordings } from '../../app/effect/read-wordings.ts';
import { type ImpactView, showImpact } from '../../app/effect/show-impact.ts';
import { showModification } from '../../app/modification/show-modification.ts';
import { type Day, formatDay } from '../../core/kernel/day.ts';
import { inputOfFields } from '../fields.ts';
import { countFor, unsettledIn } from '../modification/conflict-parts.ts';
import { mayRest } from '../modification/rest.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env, type Site } from '../site.ts';
import { impactPage } from './impact.page.ts';

/** What is said of the impact of a modification on Parties: `/modifications/SECMP0065/impact`. */
export function impactRoutes(app: Hono<Env>, site: Site): void {
  app.get('/modifications/:id/impact', async (c) => {
    const view = c.get('view');
    const modification = c.req.param('id');
    const asked = [...new URL(c.req.url).searchParams.entries()];
    const before = await ask(view, showImpact, { modification });
    if (!before.ok) return refusePage(c, before.rejection);
    const fields = asked.length === 0 ? signedChoice(before.value) : asked;
    const input = { ...inputOfFields(showImpact.input, fields), modification };
    const [impact, whole] = await Promise.all([
      ask(view, showImpact, input),
      ask(view, showModification, { modification }),
    ]);
    if (!impact.ok) return refusePage(c, impact.rejection);
    if (!whole.ok) return refusePage(c, whole.rejection);
    const { signable } = impact.value;
    const isSigner =
      view.session !== null &&
      signable?.by.includes(view.actor.role) === true &&
      mayRest(view.actor, whole.value, 'sign-impact');
    const { rulebook } = await readWordings(site.ports, modification);
    return show(
      c,
      impactPage(view, {
        impact: impact.value,
        factKinds: rulebook.factKinds,
        isSigner,
        fields: new Map(fields),
        unsettled: unsettledIn(await countFor(view, modification)),
      }),
    );
  });
}

/** What was chosen for what was signed, so that it is signed anew on the same readings and assumptions unless others are chosen. */
function signedChoice({ signed }: ImpactView): [string, string][] {
  if (signed === null) return [];
  const { readings, assumed } = signed.basis;
  return [
    ...Object.entries(readings).map(([wording, reading]): [string, string] => [`readings.${wording}`, reading]),
    ...Object.entries(assumed).map(([event, day]): [string, string] => [
      `assume.${event}`,
      day === 'never' ? day : formatDay(day as Day),
    ]),
  ];
}
