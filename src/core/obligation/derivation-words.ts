import { eventsOf } from '../kernel/commencement-cycle.ts';
import type { Derivation } from './fact.ts';

/** What a derived kind of fact follows from, as a clause: `from the groups of systems that it operates, in devices`. */
export function writeDerivation(derived: Derivation): string {
  switch (derived.from) {
    case 'category':
      return 'from the admission of the Party and its later categories';
    case 'role':
      return 'from the admission of the Party and its later user roles';
    case 'volume': {
      const which = derived.generation === null ? 'groups of systems' : `${derived.generation} systems`;
      return `from the ${which} that it operates on the day, counted in ${derived.unit}`;
    }
    case 'change-of-supplier':
      return 'from groups of systems that go over to another supplier';
    case 'approval':
      return `from the decision on ${derived.modification}`;
    case 'parameter':
      return `from the dated parameter “${derived.parameter}”`;
    case 'commencement':
      return `from when this commences, by ${eventsOf(derived.commences).join(' and ') || 'its days'}`;
  }
}
