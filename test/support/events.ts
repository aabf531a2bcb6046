import type { ConfidentialContent } from '../../src/app/ports.ts';
import type { CodeEvent } from '../../src/core/code/code-event.ts';
import type { Provision } from '../../src/core/code/provision.ts';
import { day } from '../../src/core/kernel/day.ts';
import type { ProposalEvent } from '../../src/core/modification/proposal.ts';
import { CLOCK } from '../../src/core/party/actor.ts';
import type { FactEvent, PartyEvent } from '../../src/core/rulebook/record-event.ts';
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

const citation = { source: 'SEC', clause: 'G3.26', certainty: 'illustrative' } as const;
const statement = { id: 'statement', text: 'Words of ours.', view: 'proposer', citation } as const;

export const estate: PartyEvent[] = [
  {
    type: 'party-admitted',
    id: 'brightwater-energy',
    name: 'Brightwater Energy',
    category: 'large-supplier',
    admittedOn: day('2015-01-01'),
    cycleYear: 2,
  },
  {
    type: 'system-group-recorded',
    group: {
      id: 'brightwater-s1',
      title: 'SMETS1 systems',
      supplier: 'brightwater-energy',
      generation: 'SMETS1',
      fuel: 'dual',
      counts: { devices: 50_001, premises: 12_500, systems: 25_000 },
      operatedFrom: day('2016-01-01'),
    },
  },
  {
    type: 'assessment-scheduled',
    assessment: {
      id: 'brightwater-2018',
      party: 'brightwater-energy',
      on: day('2018-12-01'),
      cycleYear: 2,
      plannedType: 'verification',
    },
  },
];

export const fact: FactEvent = {
  type: 'fact-recorded',
  fact: { id: 'f1', kind: 'system-enrolled', subject: 'brightwater-s1', effectiveOn: day('2019-03-01'), citation },
};

export const tallied: ProposalEvent = {
  type: 'ballot-closed',
  step: 'vote',
  outcome: 'approve',
  on: day('2018-10-24'),
  tally: {
    categories: [{ votingCategory: 'large-supplier', approve: 1, reject: 0, abstain: 0, vote: 'approve' }],
    counted: 'categories',
    whole: 1,
    categoryQuorums: [],
    recused: [],
    casting: null,
    approve: 1,
    reject: 0,
    present: 1,
    quorum: 1,
    quorate: true,
    stillNeeded: [],
  },
};

export const raised: ProposalEvent = {
  type: 'proposal-raised',
  raisedOn: day('2018-10-05'),
  profile: 'sec-2016',
  rulebook: 'd'.repeat(64),
  content: {
    id: 'SECMP0065',
    title: 'SMETS1 Security Obligations',
    proposer: { id: 'ssc', name: 'Security Sub-Committee' },
    code: 'sec',
    urgency: { asked: true, reason: 'the duties bind already' },
    pathAsked: 'Path 3: Self-Governance',
    timetable: { steps: [{ step: 'vote', from: day('2018-10-24'), to: day('2018-10-24') }] },
    implementation: {
      kind: 'decision',
      decision: 'approval',
      by: day('2018-10-24'),
      // biome-ignore lint/suspicious/noThenProperty: the word of the commencement
      then: { kind: 'on', day: day('2018-11-08') },
      otherwise: null,
    },
    legalText: publication.type === 'version-published' ? publication.amendments : [],
    draftedAgainst: '5.23',
    obligations: [{ obligation: 'secure-smets1-systems', from: 'old-words', to: 'new-words' }],
    wordings: [],
    report: {
      paper: {
        number: 'SECP 61_1210_15',
        version: '0.2',
        dated: day('2018-10-09'),
        classification: 'White',
        meeting: { body: 'panel', number: 61, on: day('2018-10-12') },
        contact: 'Code Administrator',
      },
      attachments: [{ letter: 'A', title: 'Proposal form' }],
      abstract: statement,
      summaryIssue: [statement],
      summarySolution: [statement],
      summaryCosts: [statement],
      background: [statement],
      issue: [statement],
      implications: [statement],
      solution: [statement],
      objectiveViews: [{ objective: 'g', effect: 'better', reason: 'clearer words', view: 'proposer' }],
      impacts: {
        parties: ['large-supplier'],
        systems: [],
        partyStatement: statement,
        systemStatement: statement,
        testing: statement,
        documents: statement,
        documentsTouched: ['Section G'],
        otherCodes: statement,
        greenhouseGas: statement,
      },
      costs: {
        limitedTo: ['applying the change'],
        activities: ['applying the change'],
        effortPersonDays: 2,
        ratePerDayGbp: 600,
        effortWords: 'two days',
        rateNote: 'a usual rate',
      },
      pathReason: statement,
      workingGroup: { membership: statement, termsOfReference: statement },
      glossary: [{ acronym: 'SEC', meaning: 'Smart Energy Code' }],
      history: [{ on: day('2018-03-27'), what: 'consultation', citation }],
      judgements: [{ id: 'j1', owner: 'ssc', judgement: 'no more risk', basis: 'licence conditions', citation }],
    },
  },
};
