import type { BallotView } from '../../app/modification/ballot.schema.ts';
import { isPerson } from '../../core/party/membership.ts';

type Elector = BallotView['electorate'][number];

/** Somebody who may have a vote. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly seat?: string | null;
  readonly party?: string | null;
}

/** The voters on a list whose vote a person may cast, as far as the frozen list tells; the rules decide again. */
export function castableFor(person: Person, ballot: BallotView): readonly Elector[] {
  const own = ballot.electorate.filter((elector) => isInPerson(person, elector, ballot));
  return ballot.electorate.filter(
    (elector) => own.includes(elector) || own.some((holding) => holding.seat === elector.proxy),
  );
}

/** Whether a vote is a person's own to cast, and not as an alternate or by proxy. */
export function isHolder(person: Person, { seat, voters }: Elector, { unit }: BallotView): boolean {
  const holders = voters.filter((one) => one.as === 'holder');
  const own = unit === 'party' ? person.party : person.seat;
  if (holders.length === 0) return own === seat;
  return holders.some((one) => isPerson(one.person, person) && (one.person.account !== null || own === seat));
}

function isInPerson(person: Person, elector: Elector, ballot: BallotView): boolean {
  const standIns = elector.voters.filter((one) => one.as === 'alternate');
  return isHolder(person, elector, ballot) || standIns.some((one) => isPerson(one.person, person));
}
