import { sameWording, type Wording } from './amendment.ts';

/** The words of a provision as one line: a file of others does not say what of it is the heading. */
export function saidBy({ heading, text }: Wording): string {
  return [heading, text].filter((part) => part !== null && part !== '').join(' ');
}

/** Whether two provisions say the same to a reader: spaces, kinds of quotes and hyphens, and the "means" of a definition apart. */
export function saySame(a: Wording, b: Wording): boolean {
  return sameWording(a, b) || plain(a) === plain(b);
}

/**
 * The words of `base` after the change that a file makes from `before` to `after`, where base and before say the same:
 * the heading of the base stays the heading while the new words begin with it.
 */
export function rewritten(base: Wording, before: Wording, after: Wording): Wording {
  if (sameWording(before, after)) return { heading: base.heading, text: base.text };
  if (sameWording(base, before)) return { heading: after.heading, text: after.text };
  const means = base.heading !== null && !MEANS.test(base.text) && MEANS.test(before.text);
  const text = means ? after.text.replace(MEANS, '') : after.text;
  if (after.heading !== null || base.heading === null) return { heading: after.heading, text };
  const { heading } = base;
  return text.startsWith(heading) ? { heading, text: text.slice(heading.length).trimStart() } : { heading: null, text };
}

const MEANS = /^(?:means|has the meaning)[:,]?\s+/;

function plain({ heading, text }: Wording): string {
  const words = saidBy({ heading, text: heading === null ? text : text.replace(MEANS, '') });
  return words
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
