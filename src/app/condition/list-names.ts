import { z } from 'zod';
import { namesOfKinds } from '../../core/obligation/condition-names.ts';
import { nameOfDay, nameOfKind } from '../../core/obligation/scope.ts';
import { done, operation } from '../operation.ts';
import { codeField } from '../party/estate.ts';
import { writeType } from './condition-view.ts';

/** The names that conditions of a code can speak of. */
export const listNames = operation({
  name: 'list-names',
  room: 'condition',
  kind: 'read',
  summary: 'Lists the names that conditions of a code can speak of, with their types.',
  roles: 'anyone',
  input: z.strictObject({ code: codeField }),
  output: z.strictObject({
    names: z.array(
      z.strictObject({
        name: z.string(),
        type: z.string(),
        title: z.string(),
        values: z.array(z.string()).nullable().meta({ description: 'The values that a text can have; null: any.' }),
      }),
    ),
  }),
  run: async ({ ports }, { code }) => {
    const { factKinds } = await ports.rulebooks.current(code);
    const titles = new Map(
      factKinds.flatMap(({ id, title }) => [
        [nameOfKind(id), title],
        [nameOfDay(id), `The day of: ${title}`],
      ]),
    );
    const names = [...namesOfKinds(factKinds)].map(([name, { type, values }]) => ({
      name,
      type: writeType(type),
      title: titles.get(name) ?? '',
      values: values === null ? null : [...values],
    }));
    return done({ names: [{ name: 'on', type: 'day', title: 'The day that is asked about', values: null }, ...names] });
  },
});
