import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import { formFields } from '../../core/modification/form/proposal-form.schema.ts';
import { timetableSchema } from '../../core/modification/timetable/timetable.schema.ts';
import { operation, refuse } from '../operation.ts';
import { codeField } from '../party/estate.ts';
import { releaseNamed } from '../timetable/release-named.ts';
import { composed, formGround } from './proposal-form.ts';
import { SIGNED_IN } from './proposals.ts';
import { raise } from './raising.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Raises a proposal from its form, for whoever has a problem to state and no report or legal text yet. */
export const raiseByForm = operation({
  name: 'raise-by-form',
  room: 'modification',
  kind: 'write',
  summary:
    'Raises a modification proposal from its form: what the process of today asks, with a timetable planned from today.',
  roles: SIGNED_IN,
  input: z.strictObject({
    code: codeField,
    id: z.string().min(1).nullable().default(null).meta({ description: 'Its identifier; left out, the next free.' }),
    ...formFields,
    release: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .meta({ description: 'Implementation with this release: its day, or its name such as November 2018.' }),
    timetable: timetableSchema
      .nullable()
      .default(null)
      .meta({ description: 'Left out, it is planned forward from today.' }),
  }),
  output: modificationViewSchema,
  run: async (context, { code, id: named, release: asked, timetable, ...form }) => {
    const ground = await formGround(context, code);
    if (!ground.ok) return ground;
    const { rules, next } = ground.value;
    const id = named?.trim() || next;
    if (id === '') {
      const sentence = `${rules.profile.title} does not say how a proposal is named; expected an identifier.`;
      return refuse(rejection('input-invalid', sentence, { place: { field: 'id' } }));
    }
    if (asked !== null && form.day !== null) {
      const sentence = 'A day of implementation and a release are given; expected one or the other.';
      return refuse(rejection('input-invalid', sentence, { place: { field: 'release' } }));
    }
    const release = asked === null ? null : releaseNamed(asked, context.today, rules, context.today);
    if (release?.ok === false) return release;
    const day = release?.value.day ?? form.day;
    if (day !== null && day < context.today) {
      const sentence = 'The day of implementation is past; expected today or a later one.';
      return refuse(rejection('too-late', sentence, { place: { field: 'day' } }));
    }
    const content = composed(context, ground.value, { ...form, day }, { id, timetable });
    if (!content.ok) return content;
    const raised = await raise(context, content.value);
    if (raised.ok) return raised;
    // its fields are those of the form, not of what was composed of them
    const { place, code: why } = raised.rejection;
    const field = why === 'proposal-exists' ? 'id' : place?.field?.replace(/^content\./, '');
    return refuse({ ...raised.rejection, ...(field !== undefined && { place: { ...place, field } }) });
  },
});
