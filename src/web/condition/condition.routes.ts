import type { Hono } from 'hono';
import { checkCondition } from '../../app/condition/check-condition.ts';
import { evaluateCondition } from '../../app/condition/evaluate-condition.ts';
import { explainCondition } from '../../app/condition/explain-condition.ts';
import { listNames } from '../../app/condition/list-names.ts';
import { listParties } from '../../app/party/list-parties.ts';
import { showParty } from '../../app/party/show-party.ts';
import { show } from '../respond.ts';
import type { View } from '../site.ts';
import { ask, type Env } from '../site.ts';
import { type Asked, askedOf, questionOf } from './asked.ts';
import { type Answer, type Choices, playgroundPage } from './playground.page.ts';

/** The expression playground: `/obligations/playground?condition=…`. */
export function conditionRoutes(app: Hono<Env>): void {
  app.get('/obligations/playground', async (c) => {
    const view = c.get('view');
    const asked = askedOf(c);
    const [choices, answer] = await Promise.all([choicesOf(view, asked), answerTo(view, asked)]);
    return show(c, playgroundPage(view, asked, choices, answer));
  });
}

async function answerTo(view: View, asked: Asked): Promise<Answer> {
  if (asked.condition === '') return { kind: 'nothing' };
  const question = questionOf(asked);
  const { condition, given = {} } = question;
  const checked = await ask(view, checkCondition, { condition, given });
  if (!checked.ok) return { kind: 'refused', rejection: checked.rejection };
  if (checked.value.fault !== null) return { kind: 'fault', fault: checked.value.fault };
  const [evaluated, explained] = [
    await ask(view, evaluateCondition, question),
    await ask(view, explainCondition, question),
  ];
  if (!evaluated.ok) return { kind: 'refused', rejection: evaluated.rejection };
  if (!explained.ok) return { kind: 'refused', rejection: explained.rejection };
  return { kind: 'evaluated', evaluated: evaluated.value, reason: explained.value.reason };
}

async function choicesOf(view: View, { party }: Asked): Promise<Choices> {
  const [parties, state, names] = await Promise.all([
    ask(view, listParties, {}),
    party === '' ? null : ask(view, showParty, { party }),
    ask(view, listNames, {}),
  ]);
  return {
    parties: parties.ok ? parties.value.parties.map(({ id, name }) => ({ value: id, title: name })) : [],
    systems: state?.ok ? state.value.groups.map(({ id, title }) => ({ value: id, title })) : [],
    names: names.ok ? names.value.names : [],
  };
}
