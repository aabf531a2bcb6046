import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import {
  alternativePositionsSchema,
  effectSchema,
  positionSchema,
} from '../../core/modification/ballot/ballot-event.schema.ts';
import { operation, refuse } from '../operation.ts';
import { actOnProposal, modificationField, SIGNED_IN, stepField } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Casts the vote of a seat, with reasons, before the ballot closes; anew, where the rules let a vote be changed. */
export const castVote = operation({
  name: 'cast-vote',
  room: 'modification',
  kind: 'write',
  summary:
    'Casts the vote of a seat, with reasons, before the ballot closes; anew, where the rules let a vote be changed.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    step: stepField,
    seat: z.string().min(1).nullable().default(null).meta({ description: 'Seat or Party by id; left out, your own.' }),
    position: positionSchema,
    alternatives: alternativePositionsSchema.default({}).meta({
      description: 'Positions on alternatives by id, where there are several solutions; left out, an abstention.',
    }),
    reasons: z.string().default('').meta({ description: 'Against the objectives of the code.' }),
    objectives: z
      .record(
        z.string().min(1),
        z.strictObject({ effect: effectSchema.nullable().default(null), reasons: z.string().default('') }),
      )
      .default({})
      .meta({ description: 'What you hold of objectives by id: better, worse or neutral, with words or without.' }),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, objectives, ...asked }) => {
    const said = Object.entries(objectives).filter(
      ([, { effect, reasons }]) => effect !== null || reasons.trim() !== '',
    );
    const unsaid = said.find(([, { effect }]) => effect === null);
    if (unsaid !== undefined) {
      const sentence = `Words are given for objective (${unsaid[0]}); say also whether the change is better, worse or neutral for it.`;
      return refuse(rejection('input-invalid', sentence, { place: { field: `objectives.${unsaid[0]}.effect` } }));
    }
    const given = said.map(([objective, { effect, reasons }]) => ({ objective, effect: effect ?? 'neutral', reasons }));
    return actOnProposal(context, modification, { type: 'cast-vote', ...asked, objectives: given });
  },
});
