import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { Worded } from '../../core/obligation/asked.ts';
import { whySchema } from '../../core/obligation/reason.schema.ts';
import { concerns } from '../../core/obligation/subject.ts';
import { explaining, settledInWords, writeWhy } from '../../core/obligation/why.ts';
import { done, operation, type Result, refuse } from '../operation.ts';
import { askedFields, type Phases, phasesOf, readAskedParty } from './asked-party.ts';
import { type NamedProvision, namedProvision } from './named-provision.ts';

/** Why a provision binds a party on a day, system by system, or why not. */
export const explainDuty = operation({
  name: 'explain-duty',
  room: 'obligation',
  kind: 'read',
  summary: 'Says why a duty binds a party on a day, or why not, how long the same reasons hold and what is unknown.',
  roles: 'anyone',
  input: z.strictObject({
    ...askedFields,
    code: z.string().min(1).nullable().default(null).meta({
      description: 'Code by id; left out, that of the instrument that the provision names, or sec.',
    }),
    provision: z.string().min(1).meta({
      description: 'Provision by its reference, with its instrument or without, or a duty by id: sec/G3.26, G3.26.',
    }),
    on: daySchema.nullable().default(null).meta({ description: 'The day that is asked about; left out, today.' }),
  }),
  output: z.strictObject({
    party: z.string(),
    name: z.string(),
    on: daySchema,
    answers: z.array(
      z.strictObject({
        obligation: z.string(),
        title: z.string(),
        provision: z.string(),
        subject: z.string().meta({ description: 'The group of systems by id, or the party itself.' }),
        systems: z.string().nullable(),
        ...whySchema.shape,
      }),
    ),
  }),
  run: async (context, { provision, on: asked, code, ...question }) => {
    const on = asked ?? context.today;
    const named = await namedProvision(context.ports, provision, code);
    const read = await readAskedParty(context, { ...question, code: named.code });
    if (!read.ok) return read;
    const { state, duties, subjects, sources } = read.value;
    const found = dutiesNamed(duties, named);
    if (!found.ok) return found;
    const answers = found.value.flatMap((phases) => {
      const [{ obligation }] = phases;
      const about = subjects.filter(({ subject }) => phases.some((one) => concerns(one.obligation, subject)));
      // A party that has nothing of the kind is told that, and not left without an answer.
      return (about.length > 0 ? about : subjects.slice(0, 1)).map((one) => {
        const { subject, bearer } = one;
        const why = explaining(phases, one.asked, bearer, sources)(on);
        return {
          obligation: obligation.id,
          title: obligation.title,
          provision: obligation.provision,
          subject: subject.id,
          systems: bearer.systems,
          ...why,
          sentence: writeWhy(why, one.asked.knowledge.kinds),
          settledBy: settledInWords(why, one.asked.knowledge.kinds),
        };
      });
    });
    return done({ party: state.party.id, name: state.party.name, on, answers });
  },
});

/** The duties of a name, each with its phases where it is owed otherwise from a day on. */
function dutiesNamed(
  duties: readonly Worded[],
  { code, instrument, reference: name }: NamedProvision,
): Result<readonly Phases[]> {
  const isNamed = ({ obligation }: Worded) =>
    (instrument === null && obligation.id === name) ||
    (obligation.provision === name && (instrument ?? obligation.instrument) === obligation.instrument);
  const named = phasesOf(duties).filter((phases) => phases.some(isNamed));
  if (named.length > 0) return done(named);
  const known = [...new Set(duties.map(({ obligation }) => obligation.provision))].join(', ');
  const expected =
    known === ''
      ? `the rulebook of "${code}" holds no duties`
      : `expected a duty by id, or one of the provisions ${known}`;
  const asked = instrument === null ? name : `${instrument}/${name}`;
  const sentence = `No duty rests on "${asked}"; ${expected}.`;
  return refuse(rejection('not-found', sentence, { place: { field: 'provision' } }));
}
