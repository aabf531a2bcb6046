import { z } from 'zod';
import { citationSchema } from '../../core/kernel/citation.schema.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { once } from '../../core/kernel/once.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { historySchema } from '../../core/modification/history/history.schema.ts';
import type { History } from '../../core/modification/history/history.ts';
import { type Retold, retell } from '../../core/modification/history/retell.ts';
import { done, operation, refuse } from '../operation.ts';
import { type Process, processesOf } from './processes.ts';

const day = daySchema.nullable();

const retoldSchema = z.strictObject({
  id: z.string(),
  code: z.string(),
  profile: z.string(),
  title: z.string().meta({ description: 'The process by its title.' }),
  rows: z.array(
    z.strictObject({
      what: z.string(),
      on: day.meta({ description: 'Null where the day is not known.' }),
      between: z
        .strictObject({ from: day, to: day })
        .meta({ description: 'The known days between which it must have been.' }),
      workingDays: z
        .number()
        .nullable()
        .meta({ description: 'Working Days since the known day before, which is not counted.' }),
      citation: citationSchema.nullable().meta({ description: 'Where the day is from; null where it is not known.' }),
    }),
  ),
  supposed: historySchema.shape.supposed.unwrap(),
  refusals: z.array(z.string()).meta({ description: 'Why the process would not have let it happen so.' }),
  end: z.string().nullable().meta({ description: 'How it ended; null while it is open.' }),
});

/** What is known of real modifications, taken through the processes that they went through. */
export const replayHistories = operation({
  name: 'replay-histories',
  room: 'rulebook',
  kind: 'read',
  summary:
    'Replays what is known of real modifications under their processes, with the Working Days between the known days; what is not known stays so.',
  roles: 'anyone',
  input: z.strictObject({
    history: z.string().min(1).nullable().default(null).meta({ description: 'Modification by id: MP112.' }),
  }),
  output: z.strictObject({ histories: z.array(retoldSchema) }),
  run: async ({ ports }, { history }) => {
    const rulebooks = await ports.rulebooks.shipped();
    const all = rulebooks.flatMap((rulebook) =>
      rulebook.histories.map((known) => ({ known, process: processFor(processesOf([rulebook]), known) })),
    );
    const wanted = all.filter(({ known }) => history === null || known.id === history);
    if (wanted.length === 0) {
      const names = all.map(({ known }) => known.id).join(', ');
      const sentence = `Nothing is known of "${history}"; expected one of ${names}.`;
      return refuse(rejection('not-found', sentence, { place: { field: 'history' } }));
    }
    return done({ histories: wanted.map(({ known, process }) => toldOf(known, process)) });
  },
});

/** The process of a history; the reading of a rulebook has seen to it that there is one. */
function processFor(processes: readonly Process[], { id, profile }: History): Process {
  const found = processes.find(({ rules }) => rules.profile.id === profile);
  if (found === undefined) throw new Error(`the history of ${id} names the profile ${profile}, which is not there`);
  return found;
}

const retoldOnce = once((history: History, { rules }: Process): Retold => retell(history, rules));

function toldOf(history: History, process: Process): z.output<typeof retoldSchema> {
  const { rows, refusals, end } = retoldOnce(history, process);
  const { id, title } = process.rules.profile;
  return {
    id: history.id,
    code: process.code,
    profile: id,
    title,
    rows: rows.map(({ what, on, between, workingDays, known }) => ({
      what,
      on,
      between,
      workingDays,
      citation: known?.citation ?? null,
    })),
    supposed: [...history.supposed],
    refusals: [...refusals],
    end,
  };
}
