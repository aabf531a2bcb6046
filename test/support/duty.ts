import type { FactKind } from '../../src/core/obligation/fact.ts';
import type { Obligation } from '../../src/core/obligation/obligation.ts';

const citation = { source: 'test', clause: null, certainty: 'illustrative' } as const;

/** A duty that binds every SMETS1 system of every supplier whatever the facts are, but for what is given. */
export function duty(given: Partial<Obligation> = {}): Obligation {
  return {
    id: 'duty',
    title: 'A duty',
    instrument: 'sec',
    provision: 'G1',
    bearers: ['large-supplier', 'small-supplier'],
    each: 'smets1-system',
    fuel: null,
    modality: 'must',
    object: 'do what it says',
    standard: null,
    judgementWords: [],
    wording: 'old',
    condition: null,
    due: null,
    assuredBy: null,
    breach: null,
    relations: [],
    boundTo: null,
    evidence: [],
    countsDevices: false,
    assessableAfter: [],
    covers: [],
    citation,
    ...given,
  };
}

/** A kind of event of the market of which nothing is complete, but for what is given. */
export function factKind(given: Partial<FactKind> = {}): FactKind {
  return {
    id: 'guidance-published',
    title: given.id ?? 'Guidance is published',
    subject: 'market',
    type: 'event',
    values: null,
    firstOf: null,
    completeFrom: null,
    completeUntil: null,
    broughtAbout: null,
    absent: null,
    derived: null,
    citation,
    ...given,
  };
}
