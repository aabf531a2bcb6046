import { expect, test } from 'vitest';
import type { Account } from './accounts.ts';
import { type Standing, standingFault } from './standing.ts';

const places = {
  seats: [
    { value: 'network-gas', title: 'Gas Network seat', body: 'change-board' },
    { value: 'panel-member-1', title: 'Panel member 1 (BSC)', body: 'panel' },
  ],
  parties: [{ value: 'brightwater-energy', title: 'Brightwater Energy' }],
};
const gas: Account = {
  id: 'g',
  name: 'Gil',
  email: 'g@example.org',
  role: 'change-board',
  seat: 'network-gas',
  party: null,
  disabled: false,
};

function said(to: Partial<Standing>, others: readonly Account[] = []): string | null {
  const none: Standing = { role: 'panel', seat: null, party: null, disabled: false };
  return standingFault({ ...none, ...to }, places, others)?.sentence ?? null;
}

test('a role with what belongs to it fits', () => {
  expect(said({})).toBeNull();
  expect(said({ role: 'change-board', seat: 'network-gas' })).toBeNull();
  expect(said({ role: 'party', party: 'brightwater-energy' })).toBeNull();
});

test('a member of the Change Board without a seat, or with one of no rulebook, is refused', () => {
  expect(said({ role: 'change-board' })).toMatch(/choose which/);
  expect(said({ role: 'change-board', seat: 'moon' })).toMatch(/no seat "moon"/);
});

test('a seat has one holder who can sign in', () => {
  const second = { role: 'change-board', seat: 'network-gas' } as const;
  expect(said(second, [gas])).toMatch(/Gas Network seat is held by Gil/);
  expect(said(second, [{ ...gas, disabled: true }])).toBeNull();
  expect(said({ ...second, disabled: true }, [gas])).toBeNull();
});

test('one of a Party’s people acts for a Party of the record', () => {
  expect(said({ role: 'party' })).toMatch(/choose which/);
  expect(said({ role: 'party', party: 'nobody' })).toMatch(/no Party "nobody"/);
});

test('a member of a Panel whose members vote has a seat of that body, and only of that', () => {
  expect(said({ role: 'panel', seat: 'panel-member-1' })).toBeNull();
  expect(said({ role: 'panel', seat: 'network-gas' })).toContain('no seat "network-gas" of the Panel');
  expect(said({ role: 'change-board', seat: 'panel-member-1' })).toContain('no seat "panel-member-1"');
});

test('no other role has a seat or a Party', () => {
  expect(said({ role: 'authority', seat: 'network-gas' })).toMatch(/choose none for the Authority/);
  expect(said({ role: 'authority', party: 'brightwater-energy' })).toMatch(/choose none for the Authority/);
});
