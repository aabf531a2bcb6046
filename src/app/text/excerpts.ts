import { z } from 'zod';
import { type Link, type Links, wordsOfLink } from '../../core/code/links.ts';
import { namesOf, readIn } from '../../core/code/names.ts';
import type { Provision } from '../../core/code/provision.ts';
import { walk } from '../../core/code/tree.ts';

/** Letters shown on either side of the words of a link. */
const AROUND = 60;

/** Words that name a provision, where they stand, and what they name; references are as printed on the day. */
export const excerptSchema = z.strictObject({
  from: z.string().meta({ description: 'Printed reference of the provision whose words these are.' }),
  before: z.string(),
  words: z.string(),
  after: z.string(),
  names: z
    .array(z.string())
    .meta({ description: 'Printed references; empty when the words name nothing in the text.' }),
});

type Excerpt = z.output<typeof excerptSchema>;

/** Links of a text as excerpts, each with some words around it. */
export function excerptsOf(links: Links): (link: Link) => Excerpt {
  const met = new Map(walk(links.text).map((one) => [one.provision.id, one]));
  const names = namesOf(links.text);
  const printed = (id: string): string => names.get(id) ?? id;
  return (link) => {
    const standing = met.get(link.from)?.provision as Provision;
    const words = (link.field === 'heading' ? standing.heading : standing.text) ?? '';
    return {
      from: printed(readIn(met.get(link.from)?.path ?? [])?.id ?? link.from),
      ...wordsAround(words, link.start, link.end),
      words: wordsOfLink(link, standing),
      names: link.targets.map(printed),
    };
  };
}

/** Some whole words before and after a place in a text. */
export function wordsAround(
  text: string,
  start: number,
  end: number,
): { readonly before: string; readonly after: string } {
  const [from, to] = [Math.max(0, start - AROUND), Math.min(text.length, end + AROUND)];
  return {
    before: `${from > 0 ? '…' : ''}${text.slice(from > 0 ? Math.min(start, text.indexOf(' ', from) + 1) : 0, start)}`,
    after: `${text.slice(end, to < text.length ? Math.max(end, text.lastIndexOf(' ', to)) : to)}${to < text.length ? '…' : ''}`,
  };
}
