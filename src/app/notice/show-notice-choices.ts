import { z } from 'zod';
import { SIGNED_IN } from '../modification/proposals.ts';
import { done, operation } from '../operation.ts';
import { preferenceField } from './notice-fields.ts';

/** What one chose to be told. */
export const showNoticeChoices = operation({
  name: 'show-notice-choices',
  room: 'notice',
  kind: 'read',
  summary: 'Shows what you chose to be told of, and how; what is not listed goes by whether it concerns you.',
  roles: SIGNED_IN,
  input: z.strictObject({}),
  output: z.strictObject({ choices: z.array(preferenceField).readonly() }),
  run: async ({ ports, actor }) => done({ choices: (await ports.store.notices.preferences()).get(actor.id) ?? [] }),
});
