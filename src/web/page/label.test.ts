import { expect, test } from 'vitest';
import { labelIn, saidWith } from './label.ts';

const PAGE = `<form id="f"><label class="govuk-label" for="f-leadTimeMonths">Lead time, in months (optional)</label>
<input id="f-leadTimeMonths" name="leadTimeMonths">
<fieldset class="govuk-fieldset pv-asked"><legend class="x">Question 8 (optional)</legend>
<label class="govuk-label" for="f-questions.7.id">Its name</label><input id="f-questions.7.id"></fieldset>
<label for="f-questionsX7Xid">Another</label><input id="f-questionsX7Xid">
<fieldset class="govuk-fieldset" id="f-stance" tabindex="-1"><legend>Your view</legend></fieldset></form>`;

test('a refusal on a page names the field as its form does, and its path stays for programs', () => {
  expect(saidWith(labelIn(PAGE, 'f-leadTimeMonths'), 'leadTimeMonths: nothing is given', 'leadTimeMonths')).toBe(
    'Lead time, in months: nothing is given',
  );
  expect(labelIn(PAGE, 'f-questions.7.id')).toBe('Question 8, Its name');
  expect(labelIn(PAGE, 'f-questionsX7Xid')).toBe('Another');
  expect(labelIn(PAGE, 'f-stance')).toBe('Your view');
});

test('a sentence of a rule stays as it is, and so does one about a field that the page does not show', () => {
  expect(saidWith('Your view', '"Path 3" is decided already.', 'stance')).toBe('"Path 3" is decided already.');
  expect(saidWith(labelIn(PAGE, 'f-on'), 'on: "abc" is not a day', 'on')).toBe('on: "abc" is not a day');
});
