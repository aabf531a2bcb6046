import type { Ports } from '../ports.ts';

/** A provision as somebody names it, and the code whose rulebook has its duties. */
export interface NamedProvision {
  readonly code: string;
  /** Instrument by id where it is named; null for any of the code. */
  readonly instrument: string | null;
  readonly reference: string;
}

/**
 * Reads `sec/G3.26`, as addresses have it, or `G3.26`. The code is the one that is asked for; where none is, that of the
 * instrument that is named, and else the SEC.
 */
export async function namedProvision(
  { rulebooks }: Pick<Ports, 'rulebooks'>,
  name: string,
  asked: string | null,
): Promise<NamedProvision> {
  const [, instrument, reference] = /^\/?([a-z][a-z0-9-]*)\/(.+)$/.exec(name) ?? [];
  if (instrument === undefined || reference === undefined)
    return { code: asked ?? 'sec', instrument: null, reference: name };
  const shipped = await rulebooks.shipped();
  const owner = shipped.find(({ instruments }) => instruments.some(({ id }) => id === instrument));
  return { code: asked ?? owner?.code ?? instrument, instrument, reference };
}
