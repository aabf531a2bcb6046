import { z } from 'zod';
import { whatsNext } from '../../app/modification/whats-next.ts';
import { listObligations } from '../../app/obligation/list-obligations.ts';
import { type ObligationRow, obligationRowSchema } from '../../app/obligation/obligation-view.ts';
import { done, refuse } from '../../app/operation.ts';
import { runDecoded } from '../../app/run-operation.ts';
import { formatDay, writeDay } from '../../core/kernel/day.ts';
import { writeInstant } from '../../core/kernel/instant.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { Command } from '../command.ts';
import { FLAGS } from '../coverage-text.ts';
import { READER, RECORD_OPTIONS } from '../operation-command.ts';

/** `whats-next --for change-board`: what awaits whom, the overdue first. */
export const whatsNextCommand: Command = {
  path: ['whats-next'],
  summary: whatsNext.summary,
  positionals: [],
  options: [
    {
      name: 'for',
      value: 'WHO',
      repeatable: false,
      description:
        'Only what awaits an account by e-mail address, "me" (the account of --as), or a role, a body, a seat or a Party by id: panel.',
    },
    { name: 'modification', value: 'ID', repeatable: false, description: 'Only of this modification: SECMP0065.' },
    { name: 'known-at', value: 'INSTANT', repeatable: false, description: 'As the record was known at this instant.' },
    ...RECORD_OPTIONS,
  ],
  run: async ({ values }, runtime) => {
    const option = (name: string) => values.get(name)?.[0] ?? null;
    const asked = option('for');
    const result = await runtime.withRecord(option('data'), async ({ ports, actor }) => {
      const isPerson = asked?.includes('@') === true;
      const email = isPerson ? asked : option('as');
      const person = email === null ? READER : await actor(email);
      if (person === null) {
        const sentence = `There is no account "${email}" in this record`;
        return refuse<Told>(rejection('not-found', sentence));
      }
      const input = { modification: option('modification'), for: isPerson ? 'me' : asked, knownAt: option('known-at') };
      const next = await runDecoded(whatsNext, { ports, actor: person }, input);
      const asks =
        option('modification') === null &&
        (asked === null || asked === 'code-administrator' || person.role === 'code-administrator');
      if (!next.ok || !asks) return next.ok ? done({ ...next.value, bindings: [] }) : next;
      const listed = await runDecoded(
        listObligations,
        { ports, actor: person },
        { flagged: true, knownAt: option('known-at') },
      );
      return done({ ...next.value, bindings: listed.ok ? listed.value.obligations : [] });
    });
    if (!result.ok) return result;
    if (!result.value.ok) return refuse(result.value.rejection);
    const { bindings, ...next } = result.value.value;
    const rows = bindings.map((one) => z.encode(obligationRowSchema, one));
    return done({ text: told(result.value.value), json: { ...z.encode(whatsNext.output, next), bindings: rows } });
  },
};

/** What happens next, and the obligations whose words are to be read again. */
type Told = z.output<typeof whatsNext.output> & { readonly bindings: readonly ObligationRow[] };

function told({ next, meetings, evidence, awaiting, bindings }: Told): string {
  const lines = next.map(({ modification, who, act, from, until, overdue, optional, citation }) => {
    const clause = `${citation.source}${citation.clause === null ? '' : ` ${citation.clause}`}`;
    const by =
      until === null ? (from === null ? 'no date is set' : `from ${writeDay(from)}`) : `by ${writeInstant(until)}`;
    return `${modification}: ${who} ${optional ? 'may' : 'can'} ${act}, ${by}${overdue ? ' (overdue)' : ''} [${clause}]`;
  });
  const gathered = meetings.map(({ meeting, who, act, until, overdue }) => {
    const by = until === null ? 'no date is set' : `by ${writeDay(until)}`;
    return `${meeting}: ${who} can ${act}, ${by}${overdue ? ' (overdue)' : ''}`;
  });
  const shown = evidence.map(({ party, title, systems, of, until, overdue, shortTitle, provision }) => {
    const what = `record what shows that it did “${title}”${systems === null ? '' : ` (${systems})`} for ${writeDay(of)}`;
    return `${party}: can ${what}, by ${writeDay(until)}${overdue ? ' (overdue)' : ''} [${shortTitle} ${provision}]`;
  });
  const drafts = (awaiting?.drafts ?? []).map(
    ({ modification }) => `${modification}: go on with the draft of the legal text`,
  );
  const read = bindings.map(
    ({ id, provision, flag }) =>
      `${id}: the Code Administrator can confirm it, since the words of ${provision} ${FLAGS[flag ?? 'changed']}`,
  );
  const coming = awaiting?.coming ?? null;
  const planned =
    coming === null ? [] : [`Planned: ${coming.modification}: ${coming.act}, on ${formatDay(coming.from)}`];
  return [
    ...(lines.length + gathered.length + shown.length + drafts.length + read.length === 0
      ? ['Nothing awaits anybody who was asked for.']
      : [...lines, ...gathered, ...shown]),
    ...drafts,
    ...read,
    ...planned,
  ].join('\n');
}
