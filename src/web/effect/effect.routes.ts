import type { Hono } from 'hono';
import { readWordings } from '../../app/effect/read-wordings.ts';
import { showEffect } from '../../app/effect/show-effect.ts';
import { showJointEffect } from '../../app/effect/show-joint-effect.ts';
import { listModifications } from '../../app/modification/list-modifications.ts';
import type { Result } from '../../app/operation.ts';
import type { EffectReport } from '../../core/assurance/effect.ts';
import type { JointEffect } from '../../core/assurance/joint-effect.ts';
import { inputOfFields } from '../fields.ts';
import { countFor, unsettledIn } from '../modification/conflict-parts.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env, type Site, type View } from '../site.ts';
import { effectPage } from './effect.page.ts';

/** What a modification comes to, party by party: `/modifications/SECMP0065/effect`; `with` names others beside it. */
export function effectRoutes(app: Hono<Env>, site: Site): void {
  app.get('/modifications/:id/effect', async (c) => {
    const view = c.get('view');
    const modification = c.req.param('id');
    const fields = [...new URL(c.req.url).searchParams.entries()];
    const chosen = inputOfFields(showEffect.input, fields) as Partial<Chosen>;
    const beside = (c.req.queries('with') ?? []).filter((id) => id !== '' && id !== modification);
    const modifications = [modification, ...new Set(beside)];
    const read = await readChosen(view, modifications, chosen);
    if (!read.ok) return refusePage(c, read.rejection);
    const { joint, effect } = read.value;
    const known = await Promise.all(modifications.map((id) => readWordings(site.ports, id)));
    const [own] = known;
    const wordings = [...new Map(known.flatMap((one) => one.wordings).map((one) => [one.id, one])).values()];
    const [unsettled, open] = await Promise.all([
      countFor(view, modification).then(unsettledIn),
      ask(view, listModifications, { status: 'open' }),
    ]);
    const others = open.ok ? open.value.modifications.filter(({ id }) => id !== modification) : [];
    return show(
      c,
      effectPage(view, {
        effect,
        joint,
        wordings,
        factKinds: own?.rulebook.factKinds ?? [],
        fields: new Map(fields),
        modification,
        others: others.map(({ id, title }) => ({ id, title, chosen: modifications.includes(id) })),
        unsettled,
      }),
    );
  });
}

interface Chosen {
  readonly party: string;
  readonly on: string;
  readonly knownAt: string;
  readonly readings: Record<string, string>;
  readonly assume: Record<string, string>;
  readonly moved: Record<string, string>;
}

/**
 * Every combination of readings, the chosen one first, so that what the others would change can be shown beside it.
 * Readings that no combination has are asked for as they are, to be refused by name.
 */
async function readChosen(
  view: View,
  modifications: readonly string[],
  chosen: Partial<Chosen>,
): Promise<Result<{ readonly joint: JointEffect | null; readonly effect: EffectReport }>> {
  const readings = given(chosen.readings ?? {});
  const all = await readEffect(view, modifications, { ...chosen, readings: {} });
  if (!all.ok || Object.keys(readings).length === 0) return all;
  const isChosen = (one: EffectReport['combinations'][number]) =>
    Object.entries(readings).every(([wording, reading]) => one.readings[wording] === reading);
  const { combinations } = all.value.effect;
  if (!combinations.some(isChosen)) return readEffect(view, modifications, { ...chosen, readings });
  const ordered = [...combinations.filter(isChosen), ...combinations.filter((one) => !isChosen(one))];
  return { ok: true, value: { ...all.value, effect: { ...all.value.effect, combinations: ordered } } };
}

async function readEffect(view: View, modifications: readonly string[], chosen: Partial<Chosen>) {
  const options = optionsOf(chosen);
  const [modification = '', ...beside] = modifications;
  if (beside.length === 0) {
    const effect = await ask(view, showEffect, { modification, ...options });
    return effect.ok ? { ok: true as const, value: { joint: null, effect: effect.value } } : effect;
  }
  const joint = await ask(view, showJointEffect, { modifications: [...modifications], ...options });
  return joint.ok ? { ok: true as const, value: { joint: joint.value, effect: joint.value.together } } : joint;
}

function optionsOf({ party, on, knownAt, readings, assume, moved }: Partial<Chosen>) {
  return {
    ...(party === undefined ? {} : { party }),
    ...(on === undefined ? {} : { on }),
    ...(knownAt === undefined ? {} : { knownAt }),
    ...(readings === undefined ? {} : { readings: given(readings) }),
    ...(assume === undefined ? {} : { assume: given(assume) as Record<string, 'never' | string> }),
    ...(moved === undefined ? {} : { moved: given(moved) }),
  };
}

function given(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}
