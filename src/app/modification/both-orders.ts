import { z } from 'zod';
import { type BothInForce, behindIt } from '../../core/code/both-in-force.ts';
import type { CodeText } from '../../core/code/provision.ts';
import { redlineBlockSchema } from '../../core/code/redline.schema.ts';
import { redline } from '../../core/code/redline.ts';
import type { KeptResolution } from '../../core/code/resolution.ts';
import { breadcrumb, type Visited, walk } from '../../core/code/tree.ts';
import type { Meeting } from './meeting.ts';

/** What two texts come to when one is in force before the other. */
export const bothSchema = z.strictObject({
  first: z.string(),
  second: z.string(),
  waits: z.string().nullable().meta({ description: 'Why the second cannot be made; null when it can.' }),
  blocks: z
    .array(redlineBlockSchema)
    .readonly()
    .meta({ description: 'What both make of where they meet; empty when the second cannot be made.' }),
});

/** What two texts come to in either order, or behind the version that one has become, with what is settled between them. */
export function bothOf(
  { base, own, other, stuckOver, at, described }: Meeting,
  resolutions: readonly KeptResolution[],
): z.infer<typeof bothSchema>[] {
  const orders = stuckOver === null ? [own, other] : [other];
  return orders.map((first) => {
    const both = behindIt(base, first, first === own ? other : own, resolutions);
    return {
      first: both.first,
      second: both.second,
      waits: both.text === null ? both.waits : null,
      blocks: shown(both),
    };
  });

  function shown({ text }: BothInForce) {
    if (text === null) return [];
    const met = new Set([described.provision, ...at]);
    const isThere = ({ path }: Visited): boolean => path.some(({ id }) => met.has(id));
    const there = new Set(
      [base, text].flatMap((one) => walk(one).filter(isThere)).map(({ provision }) => provision.id),
    );
    const tops = new Set([base, text].flatMap((one) => [...met].map((id) => breadcrumb(one, id)[0]?.id)));
    const part = (of: CodeText) => ({ provisions: of.provisions.filter(({ id }) => tops.has(id)) });
    const blocks = redline(part(base), part(text)).filter(({ id }) => there.has(id));
    return blocks.filter((block) => met.has(block.id) || block.status !== 'same' || block.moved);
  }
}
