import { expect, test } from 'vitest';
import { content, contextAt, PEOPLE, timetable } from '../../../test/support/proposal.ts';
import { day } from '../kernel/day.ts';
import { instant } from '../kernel/instant.ts';
import { contentFault } from './content-fault.ts';
import type { ProposalContent } from './proposal.ts';

const fault = (changed: Partial<ProposalContent>) =>
  contentFault(content(changed), contextAt(instant('2018-10-05T10:00:00Z'), PEOPLE.proposer));

test.each<[string, Partial<ProposalContent>, string]>([
  ['whose title is blank', { title: ' \u00a0 ' }, 'title'],
  ['whose title is longer than a line of the register', { title: 'a'.repeat(301) }, 'title'],
  ['whose title has two lines', { title: 'One\nTwo' }, 'title'],
  ['whose title rings a bell', { title: 'One\u0007' }, 'title'],
  ['whose title turns its direction', { title: 'One \u202etwo' }, 'title'],
  ['for a path that the process does not have', { pathAsked: 'Path 9' }, 'pathAsked'],
  ['that is urgent for no reason', { urgency: { asked: true, reason: ' ' } }, 'urgency.reason'],
  ['for a day that is past', { implementation: { kind: 'on', day: day('2018-10-04') } }, 'implementation'],
  [
    'whose consultation would end on a Saturday',
    { timetable: timetable(['raise', '2018-10-05'], ['consultation', '2018-10-15', '2018-10-20']) },
    'timetable',
  ],
  ['of a Party under the name of a body', { proposer: { id: 'larch-power', name: 'The Authority' } }, 'proposer.name'],
  ['of a body under another name', { proposer: { id: 'ssc', name: 'SSC' } }, 'proposer.name'],
  ['of nobody known under the name of a body', { proposer: { id: 'x', name: 'the authority' } }, 'proposer.name'],
])('a proposal %s is refused with its field', (_, changed, field) => {
  expect(fault(changed)?.field).toBe(field);
});

test.each<[string, Partial<ProposalContent>]>([
  ['as SECMP0065 was', {}],
  ['that asks for no path', { pathAsked: '' }],
  ['that asks for a path by id', { pathAsked: 'self-governance' }],
  ['to take effect on the day', { implementation: { kind: 'on', day: day('2018-10-05') } }],
  ['without a timetable', { timetable: { steps: [] } }],
])('a proposal %s has no fault', (_, changed) => {
  expect(fault(changed)).toBeNull();
});
