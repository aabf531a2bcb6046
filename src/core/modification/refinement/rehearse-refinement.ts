import { addDays } from '../../kernel/day.ts';
import type { Actor } from '../../party/actor.ts';
import type { ProposalCommand } from '../command.ts';
import type { ProposalContext } from '../context.ts';
import type { Profile } from '../profile/profile.ts';
import type { OpenProposal } from '../state.ts';
import { parameterOf } from '../timetable/period.ts';
import type { NextAct } from '../what-next.ts';
import { groupOf } from './refinement.ts';

/** Days in which a rehearsed Working Group is asked to answer. */
const IN_A_MONTH = 30;

/** What those who refine a proposal do in a rehearsal; null for every other act. */
export function refiningCommandFor(
  act: NextAct,
  state: OpenProposal,
  known: Omit<ProposalContext, 'actor'> & { readonly profile: Profile },
  actor: Actor,
): { readonly command: ProposalCommand; readonly actor: Actor } | null {
  const { item = '' } = act;
  switch (act.operation) {
    case 'appoint-working-group': {
      const rule = known.profile.refinement?.group;
      const least = Number(parameterOf(rule?.members ?? '', state, known)?.value ?? 1);
      const members = Array.from({ length: least }, (_, at) => ({ name: `Member ${at + 1}`, party: null }));
      const [questions, due, reasons] = [['What does it cost?'], addDays(known.today, IN_A_MONTH), 'As supposed.'];
      const chair = 'Member 1';
      return { actor, command: { type: 'appoint-working-group', members, chair, questions, due, reasons } };
    }
    case 'answer-group-question': {
      const command = { type: 'answer-group-question', question: item, answer: 'As supposed.' } as const;
      return { actor: asMember(actor, state), command };
    }
    case 'request-assessment':
      return { actor, command: { type: 'request-assessment', kind: item, questions: ['What does it cost?'] } };
    case 'ask-for-information':
      return { actor, command: { type: 'ask-for-information', assessment: item, question: 'For how many Devices?' } };
    case 'give-information': {
      const [assessment = '', request = ''] = item.split('/');
      return { actor, command: { type: 'give-information', assessment, request, answer: 'As supposed.' } };
    }
    case 'deliver-assessment': {
      const result = { summary: 'As supposed.', costFromGbp: 0, costToGbp: 0, leadTimeMonths: 0, findings: [] };
      return { actor, command: { type: 'deliver-assessment', assessment: item, ...result } };
    }
    case 'raise-alternative': {
      const { amendments, against } = state.legalText;
      const text = { amendments: amendments.length > 0 ? amendments : [SOME_WORDS], against };
      return {
        actor: asMember(actor, state),
        command: { type: 'raise-alternative', title: 'Another way', description: '', ...text },
      };
    }
    case 'vote-on-alternative': {
      const group = groupOf(state.refinement);
      const voted = state.refinement.alternatives.find((one) => one.id === item)?.votes ?? [];
      const member = group?.members.find((one) => voted.every((vote) => vote.member !== one.id)) ?? group?.members[0];
      const voter = { ...actor, name: member?.name ?? actor.name };
      return {
        actor: voter,
        command: { type: 'vote-on-alternative', alternative: item, member: null, position: 'for' },
      };
    }
    default:
      return null;
  }
}

/** Words that are nowhere, where a proposal has no legal text to vary. */
const SOME_WORDS = {
  kind: 'substitute',
  target: 'supposed',
  from: { heading: null, text: 'some' },
  to: { heading: null, text: 'other' },
} as const;

function asMember(actor: Actor, { refinement }: OpenProposal): Actor {
  const member = groupOf(refinement)?.members[0];
  return actor.role === 'working-group' && member !== undefined ? { ...actor, name: member.name } : actor;
}
