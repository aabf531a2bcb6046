import { z } from 'zod';
import { instantSchema } from '../../core/kernel/day.schema.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { countingRules } from '../../core/modification/ballot/counting.ts';
import { severalPassOf } from '../../core/modification/ballot/solutions.ts';
import { tallySentences } from '../../core/modification/ballot/tally-words.ts';
import { knownAtField } from '../instruments.ts';
import { done, operation, refuse } from '../operation.ts';
import { ballotViewSchema } from './ballot.schema.ts';
import { ballotViewOf } from './ballot-view.ts';
import { modificationField, readProposal, stepField } from './proposals.ts';

/** How a ballot stood at an instant: a replay of the votes up to then, and nothing kept. */
export const tallyBallot = operation({
  name: 'tally-ballot',
  room: 'modification',
  kind: 'read',
  summary:
    'Says in sentences how a ballot stood at an instant, replayed from the votes up to then, and what was needed.',
  roles: 'anyone',
  input: z.strictObject({ modification: modificationField, step: stepField, knownAt: knownAtField }),
  output: z
    .strictObject({
      modification: z.string(),
      step: z.string(),
      title: z.string(),
      at: instantSchema,
      holdings: z.array(
        z.strictObject({
          sentences: z
            .array(z.string())
            .meta({ description: 'Of an open ballot: how it stands, which decides nothing.' }),
          ballot: ballotViewSchema,
        }),
      ),
    })
    .meta({ id: 'BallotTally', description: 'Held again for want of a quorum, a ballot has several holdings.' }),
  run: async (context, { modification, step, knownAt }) => {
    const at = knownAt ?? context.now;
    const read = await readProposal(context, modification, knownAt);
    if (!read.ok) return read;
    const { state, rules } = read.value;
    const votes = rules.profile.steps.filter((one) => one.kind === 'ballot');
    const found = votes.find((one) => (step === null ? state.ballots[one.id] !== undefined : one.id === step));
    const shown = found ?? (step === null ? votes[0] : undefined);
    if (shown === undefined) {
      const known = votes.map((one) => one.id).join(', ');
      const sentence = `${rules.profile.title} has no vote${step === null ? '' : ` "${step}"`}; expected ${known === '' ? 'another profile' : `one of ${known}`}.`;
      return refuse(
        rejection('step-unknown', sentence, { citation: rules.profile.citation, place: { field: 'step' } }),
      );
    }
    const counting = countingRules(shown, state, rules);
    const words = { proposed: state.content.title, several: severalPassOf(shown, state, rules) };
    return done({
      modification,
      step: shown.id,
      title: shown.title,
      at,
      holdings: (state.ballots[shown.id] ?? []).map((held) => ({
        sentences: [...tallySentences(shown, held, counting, at, words)],
        ballot: ballotViewOf(shown, held, state, rules),
      })),
    });
  },
});
