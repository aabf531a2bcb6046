import { html } from 'hono/html';
import { moveSystemGroup } from '../../app/party/move-system-group.ts';
import { recategoriseParty } from '../../app/party/recategorise-party.ts';
import type { SystemGroup } from '../../core/estate/estate.ts';
import type { Day } from '../../core/kernel/day.ts';
import { valueOn } from '../../core/kernel/steps.ts';
import type { Party } from '../../core/party/party.ts';
import { categoryOn, roleSteps } from '../../core/party/party-over-time.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { type Choice, type Html, section, selectField } from '../page/parts.ts';
import type { View } from '../site.ts';
import { boxes, dayField, folded, sourceFields } from './form-parts.ts';

/** What the forms of a party need to know. */
interface Changing {
  readonly party: Party;
  readonly groups: readonly SystemGroup[];
  /** The other parties. */
  readonly others: readonly Choice[];
  readonly rules: Pick<Rulebook, 'partyCategories' | 'userRoles'>;
  readonly on: Day;
}

/** The forms by which the Code Administrator changes what a party is and what it operates, from a day on. */
export function changeForms(view: View, changing: Changing): Html {
  const held = changing.groups.filter((group) => group.operatedUntil === undefined);
  const moves = held.length === 0 || changing.others.length === 0 ? '' : moving(view, held, changing.others);
  return section('change', 'Change from a day on', html`${categories(view, changing)}${moves}`);
}

function categories(view: View, { party, rules, on }: Changing): Html {
  const form = 'recategorise-party';
  const asChoices = (all: readonly { readonly id: string; readonly title: string }[]) =>
    all.map(({ id, title }) => ({ value: id, title }));
  const category = selectField(view, {
    form,
    name: 'category',
    label: 'Category',
    value: categoryOn(party, on),
    choices: asChoices(rules.partyCategories),
  });
  const roles = {
    form,
    name: 'roles',
    legend: 'User roles',
    hint: 'All that it holds from then on; with none ticked they stay as they are.',
  };
  const fields = html`${dayField(view, form, 'from', 'From')}
${category}
${rules.userRoles.length === 0 ? '' : boxes(view, roles, asChoices(rules.userRoles), valueOn(roleSteps(party), on))}
${sourceFields(view, form)}`;
  const done = 'The category and the roles of the Party are recorded.';
  return folded(view, recategoriseParty, form, 'Change category or roles', fields, done, { party: party.id });
}

function moving(view: View, held: readonly SystemGroup[], others: readonly Choice[]): Html {
  const form = 'move-system-group';
  const groups = held.map(({ id, title }) => ({ value: id, title: `${title} (${id})` }));
  const fields = html`${selectField(view, { form, name: 'group', label: 'Group of systems', choices: groups })}
${selectField(view, { form, name: 'to', label: 'Operated from then on by', choices: others })}
${dayField(view, form, 'effectiveOn', 'From')}
${sourceFields(view, form)}`;
  return folded(
    view,
    moveSystemGroup,
    form,
    'Move systems to another supplier',
    fields,
    'The change of supplier is recorded.',
  );
}
