import { z } from 'zod';
import type { Preference } from '../../core/document/notice/preference.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { SIGNED_IN } from '../modification/proposals.ts';
import { done, operation, refuse } from '../operation.ts';
import { preferenceField } from './notice-fields.ts';

/** Chooses what one is told. */
export const chooseNotices = operation({
  name: 'choose-notices',
  room: 'notice',
  kind: 'write',
  summary: 'Keeps what you choose to be told of, and how, in the place of what you chose before.',
  roles: SIGNED_IN,
  input: z.strictObject({ choices: z.array(preferenceField).max(1000) }),
  output: z.strictObject({ choices: z.array(preferenceField).readonly() }),
  run: async ({ ports, actor }, { choices }) => {
    const twice = choices.find((one, at) => choices.findIndex((other) => isSame(one, other)) < at);
    if (twice !== undefined) {
      const of = `${twice.topic ?? 'every topic'} of ${twice.modification ?? 'every modification'}`;
      return refuse(
        rejection('input-invalid', `choices: ${of} is chosen twice; expected once`, { place: { field: 'choices' } }),
      );
    }
    await ports.store.notices.prefer(actor.id, () => choices);
    return done({ choices });
  },
});

function isSame(a: Preference, b: Preference): boolean {
  return a.topic === b.topic && a.modification === b.modification;
}
