import type { Hono } from 'hono';
import { raiseByForm } from '../../app/modification/raise-by-form.ts';
import { showProposalForm } from '../../app/modification/show-proposal-form.ts';
import { runDecoded } from '../../app/run-operation.ts';
import { contains } from '../../core/kernel/interval.ts';
import { mayRaise } from '../../core/modification/form/proposal-form.ts';
import { formFields, only } from '../act.ts';
import { inputOfFields } from '../fields.ts';
import type { Choice } from '../page/parts.ts';
import { leaveDone } from '../requests.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env, type Site, type View, type WebContext } from '../site.ts';
import { PROPOSAL_FORM, proposalFormPage } from './proposal-form.page.ts';

/** `/modifications/new`: where a proposal is raised. */
export function proposalFormRoutes(app: Hono<Env>, site: Site): void {
  app.get('/modifications/new', (c) => formRoute(c, c.req.query('code')));
  app.post('/modifications/new', async (c) => {
    const fields = await formFields(c);
    const { actor } = c.get('view');
    const raised = await runDecoded(
      raiseByForm,
      { ports: site.ports, actor },
      inputOfFields(raiseByForm.input, linesOf(fields)),
    );
    if (raised.ok) {
      const { id } = raised.value;
      leaveDone(c, `${id} is raised. Its legal text is written under “Drafting”.`);
      return c.redirect(`/modifications/${id}`, 303);
    }
    const entered: Record<string, string[]> = {};
    for (const [name, value] of fields.filter(([one]) => !one.startsWith('_')))
      entered[name] = [...(entered[name] ?? []), value];
    c.set('view', { ...c.get('view'), refusal: { form: PROPOSAL_FORM, entered, rejection: raised.rejection } });
    return formRoute(c, only(fields, 'code'));
  });
}

async function formRoute(c: WebContext, code: string | undefined): Promise<Response> {
  const view = c.get('view');
  const codes = await codesOf(view.site);
  const asked = await ask(view, showProposalForm, { code: code?.trim() || codes[0]?.value || 'sec' });
  return asked.ok ? show(c, proposalFormPage(view, asked.value, codes)) : refusePage(c, asked.rejection);
}

/** Fields as they were sent, of which documents stand one on each line. */
function linesOf(fields: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  return fields.flatMap(([name, value]) =>
    name === 'documents'
      ? value
          .split('\n')
          .map((line) => [name, line.trim()] as const)
          .filter(([, line]) => line !== '')
      : [[name, value] as const],
  );
}

/** The codes of the record for which a rulebook says how they are changed. */
async function codesOf({ ports }: Site): Promise<readonly Choice[]> {
  const [rulebooks, held] = await Promise.all([ports.rulebooks.shipped(), ports.store.heads(null, 'code/')]);
  return rulebooks
    .filter(({ code }) => held.some(({ stream }) => stream === `code/${code}`))
    .map(({ code, title }) => ({ value: code, title }));
}

/** Whether whoever is signed in may raise a proposal to a code today. */
export async function raisesSome({ site, actor, session, today }: View): Promise<boolean> {
  if (session === null) return false;
  const [rulebooks, codes] = await Promise.all([site.ports.rulebooks.shipped(), codesOf(site)]);
  return rulebooks
    .filter(({ code }) => codes.some(({ value }) => value === code))
    .some(({ profiles }) => profiles.some((one) => contains(one.applies, today) && mayRaise(actor.role, one)));
}
