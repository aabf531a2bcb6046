import { html } from 'hono/html';
import { admitParty } from '../../app/party/admit-party.ts';
import { recordSystemGroup } from '../../app/party/record-system-group.ts';
import { scheduleAssessment } from '../../app/party/schedule-assessment.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { type Choice, fieldGroup, type Html, section, selectField, textField } from '../page/parts.ts';
import type { View } from '../site.ts';
import { factForm } from './fact-form.ts';
import { asChoices, boxes, dayField, folded } from './form-parts.ts';

type Rules = Pick<Rulebook, 'partyCategories' | 'userRoles' | 'factKinds'>;

const YEARS: readonly Choice[] = ['1', '2', '3'].map((value) => ({ value, title: `year ${value}` }));

/** The forms by which the Code Administrator fills the record with Parties, what they operate, and what happened. */
export function partyForms(view: View, parties: readonly Choice[], subjects: readonly Choice[], rules: Rules): Html {
  const forms =
    parties.length === 0
      ? [admission(view, rules)]
      : [admission(view, rules), group(view, parties), assessment(view, parties)];
  return section('add', 'Add to the record', html`${forms}${factForm(view, rules.factKinds, subjects)}`);
}

function admission(view: View, { partyCategories, userRoles }: Rules): Html {
  const form = 'admit-party';
  const categories = partyCategories.map(({ id, title }) => ({ value: id, title }));
  const fields = html`${textField(view, { form, name: 'name', label: 'Name' })}
${textField(view, { form, name: 'id', label: 'Identifier', hint: 'Lower-case words joined by hyphens, such as brightwater-energy.', width: 'medium' })}
${selectField(view, { form, name: 'category', label: 'Category', choices: categories })}
${
  userRoles.length === 0
    ? ''
    : boxes(
        view,
        { form, name: 'roles', legend: 'User roles' },
        userRoles.map(({ id, title }) => ({ value: id, title })),
        [],
      )
}
${dayField(view, form, 'admittedOn', 'Admitted on')}
${selectField(view, { form, name: 'cycleYear', label: 'Year of its assessment cycle', choices: [{ value: '', title: 'not assessed' }, ...YEARS] })}`;
  return folded(view, admitParty, form, 'Admit a Party', fields, 'The Party is admitted.');
}

function group(view: View, parties: readonly Choice[]): Html {
  const form = 'record-system-group';
  const counts = ['devices', 'premises', 'systems'].map((name) =>
    textField(view, { form, name: `counts.${name}`, label: `Number of ${name}`, width: 'short' }),
  );
  const fields = html`${selectField(view, { form, name: 'supplier', label: 'Operated by', choices: parties })}
${textField(view, { form, name: 'title', label: 'Title' })}
${textField(view, { form, name: 'id', label: 'Identifier', hint: 'Names the group in facts, such as brightwater-smets1.', width: 'medium' })}
${selectField(view, { form, name: 'generation', label: 'Generation', choices: asChoices(['SMETS1', 'SMETS2']) })}
${selectField(view, { form, name: 'fuel', label: 'Fuel', choices: asChoices(['electricity', 'gas', 'dual']) })}
${dayField(view, form, 'operatedFrom', 'Operated from')}
${fieldGroup(view, { form, name: 'counts', legend: 'Counts' }, html`${counts}`)}`;
  return folded(
    view,
    recordSystemGroup,
    form,
    'Record a group of systems',
    fields,
    'The group of systems is recorded.',
  );
}

function assessment(view: View, parties: readonly Choice[]): Html {
  const form = 'schedule-assessment';
  const fields = html`${selectField(view, { form, name: 'party', label: 'Party', choices: parties })}
${textField(view, { form, name: 'id', label: 'Identifier of the booking', width: 'medium' })}
${dayField(view, form, 'on', 'Day')}
${selectField(view, { form, name: 'plannedType', label: 'Planned as', choices: asChoices(['full', 'verification', 'self']) })}
${selectField(view, { form, name: 'cycleYear', label: 'Year of its assessment cycle', choices: YEARS })}`;
  return folded(view, scheduleAssessment, form, 'Book an assessment', fields, 'The assessment is booked.');
}
