import { writeDay } from '../../kernel/day.ts';
import { accepted, type Decision } from '../../kernel/decider.ts';
import { rejection } from '../../kernel/rejection.ts';
import type { CommandOf } from '../command.ts';
import type { ProposalContext, ProposalRules } from '../context.ts';
import { conditionHolds } from '../profile/net.ts';
import { dayTrue } from '../profile/outcomes.ts';
import type { Profile } from '../profile/profile.ts';
import type { ProposalEvent } from '../proposal.ts';
import { maySay, sayWho } from '../proposer.ts';
import type { OpenProposal, ProposalLife } from '../state.ts';
import type { NextAct } from '../what-next.ts';

/** A person signs what is said of the impact on Parties, with the figures that were computed; it replaces what was signed before. */
export function signImpact(
  { text, figures, basis }: CommandOf<'sign-impact'>,
  state: OpenProposal,
  { profile, actor, bodies, today: on }: ProposalContext,
): Decision<ProposalEvent> {
  const { id } = state.content;
  const rules = profile.impactStatement;
  if (rules === undefined) {
    const sentence = `${profile.title} has no statement of the impact on Parties that somebody signs.`;
    return { ok: false, rejection: rejection('step-unknown', sentence, { citation: profile.citation }) };
  }
  const { citation } = rules;
  if (!maySay(rules.by, actor, state)) {
    const who = sayWho(rules.by, state, { bodies });
    const sentence = `To ${rules.act} is for ${who}, not for ${actor.name}.`;
    const unblock = [{ who, by: rules.act, until: null }];
    return { ok: false, rejection: rejection('wrong-actor', sentence, { citation, unblock }) };
  }
  const over = dayTrue(rules.until, state, profile);
  if (over !== null) {
    const sentence = `The impact of ${id} on Parties could be signed only until ${writeDay(over)}, when it was voted on or decided.`;
    return { ok: false, rejection: rejection('too-late', sentence, { citation }) };
  }
  if (text.trim() === '') {
    const sentence = 'What is signed says something; expected the words on the impact on Parties.';
    return { ok: false, rejection: rejection('input-invalid', sentence, { place: { field: 'text' } }) };
  }
  return accepted({ type: 'impact-signed', text, figures, basis, by: actor.name, on });
}

/** Whether the impact on Parties can be signed, whoever asks. */
export function isSignable(life: ProposalLife, profile: Profile): boolean {
  const rules = profile.impactStatement;
  return rules !== undefined && dayTrue(rules.until, life, profile) === null;
}

/** That the impact is to be signed: once it is asked for, where duties change, for the legal text that stands. */
export function impactActs(life: ProposalLife, { profile, bodies }: ProposalRules): readonly NextAct[] {
  const rules = profile.impactStatement;
  if (rules === undefined || life.content.obligations.length === 0 || !isSignable(life, profile)) return [];
  if (!conditionHolds(rules.asked, life, profile) || life.impact?.basis.revision === life.legalText.revision) return [];
  return [
    {
      step: 'impact-statement',
      title: 'Impact on Parties',
      operation: 'sign-impact',
      roles: rules.by,
      who: sayWho(rules.by, life, { bodies }),
      act: life.impact === null ? rules.act : `${rules.act} again, because the legal text was changed since`,
      from: null,
      until: null,
      timing: null,
      closes: null,
      overdue: false,
      optional: true,
      citation: rules.citation,
    },
  ];
}
