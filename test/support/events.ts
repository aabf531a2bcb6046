import type { ConfidentialContent } from '../../src/app/ports.ts';
import type { CodeEvent } from '../../src/core/code/code-event.ts';
import type { Provision } from '../../src/core/code/provision.ts';
import { day } from '../../src/core/kernel/day.ts';
import type { ProposalEvent } from '../../src/core/modification/proposal.ts';
import { CLOCK } from '../../src/core/party/actor.ts';
import { sha256 } from '../../src/store/chain.ts';

/** Who appends in stories that are not about who. */
export const by = { actor: CLOCK, cause: 'test' };

export function vote(seat: string): ProposalEvent {
  return { type: 'vote-cast', step: 'vote', seat, position: 'approve', reasons: 'fits', on: day('2018-10-24') };
}

export function submitted(): ProposalEvent {
  return { type: 'paper-submitted', step: 'report', on: day('2018-10-09') };
}

const clause: Provision = {
  id: 'g3-26',
  kind: 'clause',
  number: 'G3.26',
  heading: null,
  text: 'old words',
  children: [],
};

export const adoption: CodeEvent = {
  type: 'code-adopted',
  instrument: 'sec',
  title: 'Smart Energy Code',
  shortTitle: 'SEC',
  label: '5.20',
  inForceFrom: day('2018-07-18'),
  notice: 'illustrative drafting',
  text: { code: 'sec', title: 'Smart Energy Code', provisions: [clause] },
};

export const publication: CodeEvent = {
  type: 'version-published',
  label: '5.24',
  inForceFrom: day('2018-11-08'),
  source: { kind: 'modification', reference: 'SECMP0065' },
  amendments: [
    {
      kind: 'substitute',
      target: 'g3-26',
      from: { heading: null, text: 'old words' },
      to: { heading: null, text: 'new words' },
    },
  ],
};

/** A response with its words beside the chain. */
export function response(party: string, body: string): { event: ProposalEvent; content: ConfidentialContent } {
  const content = { id: `response-of-${party}`, salt: 'salt', digest: sha256(`salt${body}`), ownerParty: party, body };
  const { id, digest } = content;
  const on = day('2018-10-16');
  const event = {
    type: 'response-received',
    step: 'consultation',
    party,
    stance: 'support',
    content: { id, digest },
    on,
  } as const;
  return { event, content };
}
