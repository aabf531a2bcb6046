import { z } from 'zod';
import { refused } from '../../core/kernel/decider.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { confirmationsOf } from '../../core/obligation/binding-event.ts';
import { act } from '../act.ts';
import { operation } from '../operation.ts';
import { codeField } from '../party/estate.ts';
import { labelField, reasonsField } from './confirm-binding.ts';
import { bindingEvents, bindingStream } from './read-bindings.ts';
import { obligationField } from './show-obligation.ts';

/** Takes a confirmation back: the obligation is flagged again as if nobody had confirmed it. */
export const reopenBinding = operation({
  name: 'reopen-binding',
  room: 'obligation',
  kind: 'write',
  summary: 'Takes back that an obligation was confirmed for the words of a version, so that it is flagged again.',
  roles: ['code-administrator'],
  input: z.strictObject({ code: codeField, obligation: obligationField, version: labelField, reasons: reasonsField }),
  output: z.strictObject({ obligation: z.string(), version: z.string() }),
  run: async (context, { code, obligation, version: label, reasons }) =>
    act<{ obligation: string; version: string }>(context, 'reopen-binding', async (load) => {
      const { stream, events } = await load(bindingStream(code));
      const standing = confirmationsOf(obligation, bindingEvents(events)).some(
        (one) => one.confirmed.label === label && one.reopened === null,
      );
      if (!standing) {
        const sentence = `Nobody has confirmed "${obligation}" for version ${label}, or it was taken back already.`;
        return refused(rejection('not-found', sentence, { place: { field: 'version' } }));
      }
      const { name: by } = context.actor;
      const event = { type: 'binding-reopened', obligation, label, reasons, by, on: context.today } as const;
      return { ok: true, writes: [{ stream, events: [event] }], value: { obligation, version: label } };
    }),
});
