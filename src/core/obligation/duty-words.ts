import type { Modality } from './obligation.ts';

/** Words of a provision by which it lays a duty on someone, or only says what something means. */
export interface DutyWords {
  /** As they stand: `shall not`. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** Null where they lay no duty: `shall mean`, `shall be deemed`, or the word itself in quotation marks. */
  readonly modality: Exclude<Modality, 'may'> | null;
}

const DUTY = /\b(?:(?:shall|must|may)\s+not|(?:shall|must)(?:\s+procure)?|procures?)\b/giu;
const MEANING =
  /^\s+(?:also\s+|be\s+)?(?:mean|have\s+the\s+(?:same\s+)?meanings?|(?:be\s+)?(?:deemed|construed|interpreted|treated\s+as|read\s+as|taken\s+to))\b/iu;
const QUOTES = /["“”‘’']/u;
/** What separates one statement from the next. */
const STOP = /[.;:]/u;

/**
 * Where the words of a provision lay duties, in order: at `shall`, `must`, `may not` and `procure`. The `procure` of a
 * statement that `shall` or `must` began is part of that duty and no further one.
 */
export function dutyWordsIn(text: string): readonly DutyWords[] {
  const found: DutyWords[] = [];
  for (const match of text.matchAll(DUTY)) {
    const [words] = match;
    const start = match.index;
    const end = start + words.length;
    const modality = modalityOf(words);
    const last = found.at(-1);
    const goesOn = last?.modality != null && !STOP.test(text.slice(last.end, start));
    if (/^procure/iu.test(words) && goesOn) {
      found[found.length - 1] = { ...last, modality: 'must-procure' };
      continue;
    }
    const isMentioned = QUOTES.test(text.charAt(start - 1)) && QUOTES.test(text.charAt(end));
    const isMeaning = isMentioned || (modality === 'must' && MEANING.test(text.slice(end)));
    found.push({ words, start, end, modality: isMeaning ? null : modality });
  }
  return found;
}

function modalityOf(words: string): NonNullable<DutyWords['modality']> {
  if (/not$/iu.test(words)) return 'must-not';
  return /procures?$/iu.test(words) ? 'must-procure' : 'must';
}
