import { z } from 'zod';
import { modificationField } from '../modification/proposals.ts';
import { operation } from '../operation.ts';
import { draftPaper, PAPERS } from '../paper/draft-paper.ts';
import { actedSchema, actOnMeeting, meetingField } from './meetings.ts';

/** How an operation asks under which item a paper is tabled, for whom, and as which number. */
export const paperFields = {
  item: z.string().min(1).nullable().default(null).meta({ description: 'Item by id; left out, the modification.' }),
  title: z.string().min(1).max(300).nullable().default(null).meta({ description: 'Left out, the paper’s own.' }),
  access: z
    .enum(['public', 'members'])
    .default('public')
    .meta({ description: 'Who may read it, its title and the name of its file; the chain keeps both.' }),
  sequence: z
    .number()
    .int()
    .positive()
    .nullable()
    .default(null)
    .meta({ description: 'Its place in the numbering; left out, the next.' }),
};

/** Tables a paper that the record drafts, as the record stands now. */
export const tablePaper = operation({
  name: 'table-paper',
  room: 'meeting',
  kind: 'write',
  summary: 'Tables a paper that is drafted from the record, as the record stands now, with the next number.',
  roles: ['code-administrator'],
  input: z.strictObject({
    meeting: meetingField,
    modification: modificationField,
    paper: z.enum(PAPERS).meta({ description: 'Which paper of the modification.' }),
    ...paperFields,
  }),
  output: actedSchema,
  run: async (context, { meeting, modification, paper, item, title, ...asked }) => {
    const drafted = await draftPaper.run(context, { modification, paper, findings: false, knownAt: null });
    if (!drafted.ok) return drafted;
    const { cover } = drafted.value;
    return actOnMeeting(context, meeting, {
      type: 'table-paper',
      item: item ?? modification,
      title: title ?? `${modification}: ${cover.kicker}`,
      source: { kind: 'record', modification, paper, asOf: context.now },
      ...asked,
    });
  },
});
