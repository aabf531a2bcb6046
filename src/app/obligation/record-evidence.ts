import { z } from 'zod';
import { isBorne } from '../../core/assurance/duty-on-subject.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { addDays, type Day, writeDay } from '../../core/kernel/day.ts';
import { refused } from '../../core/kernel/decider.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { checkAttachment, packedParts } from '../../core/modification/consultation/attachment.ts';
import { boundSteps } from '../../core/obligation/bound-steps.ts';
import { dueDays } from '../../core/obligation/due-days.ts';
import type { EvidenceContent } from '../../core/obligation/evidence.ts';
import { act } from '../act.ts';
import { countingFields, findCalendar } from '../calendars.ts';
import { unpack } from '../consultation/unpack.ts';
import { type Context, done, operation, type Result, refuse } from '../operation.ts';
import { codeField, partyField } from '../party/estate.ts';
import type { ConfidentialContent } from '../ports.ts';
import { bytesSchema } from '../text/document-fields.ts';
import { type AskedParty, phasesOf, readAskedParty } from './asked-party.ts';
import { evidenceStream, keptOf } from './read-evidence.ts';

/** A due day comes at most so many days after the end of its period or its event. */
const LONGEST_WAIT = 1000;

/** Records what shows that a duty is met; what it says is for the party, its assessor and the Code Administrator. */
export const recordEvidence = operation({
  name: 'record-evidence',
  room: 'obligation',
  kind: 'write',
  summary:
    'Records what shows that a party meets a duty, for one of its due days where it has them, with a file if there is one.',
  roles: ['party', 'code-administrator'],
  takesFile: true,
  input: z.strictObject({
    code: codeField,
    party: partyField,
    obligation: z.string().min(1).meta({ description: 'Duty by id: secure-smets1-systems.' }),
    subject: z.string().min(1).nullable().default(null).meta({
      description: 'Group of systems by id; left out, the party itself.',
    }),
    of: daySchema.nullable().default(null).meta({
      description: 'For a duty with due days: the end of the period, or the day of the event.',
    }),
    shows: daySchema.nullable().default(null).meta({ description: 'The day about which it speaks; left out, today.' }),
    title: z.string().trim().min(1).max(200),
    note: z.string().trim().max(5000).default(''),
    fileName: z.string().min(1).max(1000).nullable().default(null),
    file: bytesSchema.nullable().default(null),
  }),
  output: z.strictObject({ evidence: z.string() }),
  run: async (context, { code, party, obligation, subject: given, of, shows: day, title, note, fileName, file }) => {
    const { actor, today, ports } = context;
    const shows = day ?? today;
    if (actor.role === 'party' && actor.party !== party)
      return refuse(
        rejection('wrong-actor', 'A Party records evidence for itself alone.', { place: { field: 'party' } }),
      );
    if (shows > today)
      return invalid('shows', `${writeDay(shows)} is still to come; expected a day up to today, ${writeDay(today)}.`);
    const read = await readAskedParty(context, { party, system: null, code, knownAt: null, readings: {}, assume: {} });
    if (!read.ok) return read;
    const subject = given ?? party;
    const place = await placeOf(context, read.value, obligation, subject, of);
    if (!place.ok) return place;
    const attached = file === null ? done(null) : await attachedFile(fileName ?? '', file);
    if (!attached.ok) return attached;
    const keep = (body: string) => keptOf(ports, party, body);
    const told: EvidenceContent = { title, note, file: attached.value };
    const content = keep(JSON.stringify(told));
    const kept = file === null ? null : keep(Buffer.from(file).toString('base64'));
    const id = ports.random.id();
    return act<{ evidence: string }>(context, 'record-evidence', async (load) => {
      const { stream, events } = await load(evidenceStream(party));
      if (events.length >= MOST_EVIDENCE)
        return refused(
          rejection('input-invalid', `${MOST_EVIDENCE} pieces of evidence are kept for a party, and no more.`),
        );
      const refOf = (one: ConfidentialContent) => ({ id: one.id, digest: one.digest });
      const event = {
        type: 'evidence-recorded',
        ...{ id, code, obligation, party, subject, of, shows },
        content: refOf(content),
        file: kept === null ? null : refOf(kept),
        ...{ by: actor.name, role: actor.role, on: today },
      } as const;
      return {
        ok: true,
        writes: [{ stream, events: [event], confidential: kept === null ? [content] : [content, kept] }],
        value: { evidence: id },
      };
    });
  },
});

const MOST_EVIDENCE = 10_000;

/** Whether there is such a duty on the subject, with such a due day. */
async function placeOf(
  context: Context,
  asked: AskedParty,
  id: string,
  subject: string,
  of: Day | null,
): Promise<Result<null>> {
  const { name } = asked.state.party;
  const one = asked.subjects.find((known) => known.subject.id === subject);
  if (one === undefined)
    return invalid(
      'subject',
      `${name} has no group of systems "${subject}"; expected one by id, or none for the Party itself.`,
    );
  const phases = phasesOf(asked.duties).find(([{ obligation }]) => obligation.id === id);
  if (phases === undefined || !isBorne(phases, one.asked)) return notBorne(asked, id, subject);
  const recurring = phases.filter(({ obligation }) => obligation.due !== null);
  if (recurring.length === 0)
    return of === null ? done(null) : invalid('of', `"${id}" has no due days; expected \`of\` to be left out.`);
  if (of === null)
    return invalid(
      'of',
      `"${id}" has due days; expected \`of\`, the end of the period or the day of the event that it is for.`,
    );
  const calendar = await findCalendar(context, countingFields.calendar.parse(undefined));
  if (!calendar.ok) return calendar;
  const counting = { asked: one.asked, sources: asked.sources, calendar: calendar.value };
  const window = { from: of, until: addDays(of, LONGEST_WAIT) };
  const isDue = recurring.some((worded) =>
    dueDays(worded.obligation.due, boundSteps(worded, one.asked), window, counting).some(
      (due) => due.of === of && due.standing !== 'ended',
    ),
  );
  return isDue
    ? done(null)
    : invalid(
        'of',
        `Nothing of "${id}" is due for ${writeDay(of)}; expected the end of one of its periods, or the day of one of its events.`,
      );
}

/** What is missing or wrong when a duty does not bind a subject: the duty, the group of systems, or that one is given. */
function notBorne({ state, duties, subjects }: AskedParty, id: string, subject: string): Result<never> {
  const { id: party, name } = state.party;
  const all = phasesOf(duties).map((phases) => ({
    id: phases[0].obligation.id,
    of: subjects.filter(({ asked }) => isBorne(phases, asked)).map((one) => one.subject.id),
  }));
  const bound = all.find((one) => one.id === id)?.of ?? [];
  if (bound.length === 0) {
    const own = all.filter(({ of }) => of.length > 0).map((one) => one.id);
    return invalid(
      'obligation',
      `${name} bears no duty "${id}"; expected one of ${own.join(', ') || 'none, for it bears none'}.`,
    );
  }
  if (bound.includes(party))
    return invalid(
      'subject',
      `"${id}" binds ${name} as a whole, not "${subject}"; expected \`subject\` to be left out.`,
    );
  const given = subject === party ? 'none is given' : `not "${subject}"`;
  return invalid(
    'subject',
    `"${id}" binds ${name} for systems, and ${given}; expected \`subject\`, one of ${bound.join(', ')}.`,
  );
}

async function attachedFile(fileName: string, file: Uint8Array): Promise<Result<EvidenceContent['file']>> {
  const unpacked: (string | null)[] = [];
  for (const part of packedParts(fileName, file)) unpacked.push(await unpack(part));
  const checked = checkAttachment(fileName, file, unpacked);
  return checked.ok ? done({ ...checked.value, bytes: file.length }) : invalid('file', checked.sentence);
}

function invalid(field: string, sentence: string): Result<never> {
  return refuse(rejection('input-invalid', sentence, { place: { field } }));
}
