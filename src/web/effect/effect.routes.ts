import type { Hono } from 'hono';
import { readWordings } from '../../app/effect/read-wordings.ts';
import { showEffect } from '../../app/effect/show-effect.ts';
import { inputOfFields } from '../fields.ts';
import { countFor, unsettledIn } from '../modification/conflict-parts.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env, type Site } from '../site.ts';
import { effectPage } from './effect.page.ts';

/** What a modification comes to, party by party: `/modifications/SECMP0065/effect`. */
export function effectRoutes(app: Hono<Env>, site: Site): void {
  app.get('/modifications/:id/effect', async (c) => {
    const view = c.get('view');
    const modification = c.req.param('id');
    const fields = [...new URL(c.req.url).searchParams.entries()];
    const chosen = inputOfFields(showEffect.input, fields) as Partial<Parameters<typeof inputOf>[1]>;
    const effect = await ask(view, showEffect, inputOf(modification, chosen));
    if (!effect.ok) return refusePage(c, effect.rejection);
    const { rulebook, wordings } = await readWordings(site.ports, modification);
    const unsettled = unsettledIn(await countFor(view, modification));
    const { factKinds } = rulebook;
    return show(c, effectPage(view, { effect: effect.value, wordings, factKinds, fields: new Map(fields), unsettled }));
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

function inputOf(modification: string, { party, on, knownAt, readings, assume, moved }: Partial<Chosen>) {
  return {
    modification,
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
