import type { Commencement } from './commencement.ts';

/** A commencement with events that are defined by other commencements replaced by these, and theirs, to the end. No definition may go in a circle. */
export function expandCommencement(
  commencement: Commencement,
  definitionOf: (event: string) => Commencement | null,
): Commencement {
  const expand = (one: Commencement): Commencement => expandCommencement(one, definitionOf);
  switch (commencement.kind) {
    case 'on':
    case 'never':
      return commencement;
    case 'event': {
      const definition = definitionOf(commencement.event);
      return definition === null ? commencement : expand(definition);
    }
    case 'decision': {
      const { otherwise } = commencement;
      // biome-ignore lint/suspicious/noThenProperty: it holds a value, never a function, so nothing awaits it
      return { ...commencement, then: expand(commencement.then), otherwise: otherwise && expand(otherwise) };
    }
    case 'earlier-of':
    case 'later-of':
      return { ...commencement, of: commencement.of.map(expand) };
    case 'offset':
    case 'working-days-after':
    case 'months-after':
      return { ...commencement, base: expand(commencement.base) };
  }
}
