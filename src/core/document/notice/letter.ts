import type { Instant } from '../../kernel/instant.ts';
import type { Block, Inline } from '../block.ts';
import { heading } from '../build.ts';
import type { Message } from './message.ts';
import type { Notice, Topic } from './notice.ts';

/** What a person is sent: one notice, or several as a digest. */
export interface Letter {
  /** The message by id, which stays the same however often it is sent. */
  readonly id: string;
  readonly to: { readonly name: string; readonly email: string };
  readonly subject: string;
  /** Its links lead anywhere: `https://code.example/modifications/SECMP0065`. */
  readonly blocks: readonly Block[];
  /** What it is that one leaves at {@link leave}: `SECMP0065`. */
  readonly leaves: string;
  /** The address that ends such notices, without signing in. */
  readonly leave: string;
  /** The address at which one chooses what one is told. */
  readonly choose: string;
  readonly at: Instant;
}

/** What a person leaves with one click; null stands for all. */
export interface LeftScope {
  readonly topic: Topic | null;
  readonly modification: string | null;
}

/** What one click on a message leaves: the modification that all of it is about, else its topic, else everything. */
export function scopeOf({ notices }: Pick<Message, 'notices'>): LeftScope {
  const modification = only(notices.map((one) => one.modification));
  if (modification !== null) return { topic: null, modification };
  return { topic: only(notices.map((one) => one.topic)), modification: null };
}

/** What a person is told of a message: the subject, and the words with links that lead from anywhere. */
export function wordsOf(
  { notices, isDigest }: Pick<Message, 'notices' | 'isDigest'>,
  baseUrl: string,
): { readonly subject: string; readonly blocks: readonly Block[] } {
  const [first] = notices;
  const isAlone = !isDigest && notices.length === 1;
  const subject = isAlone && first !== undefined ? first.subject : digestSubject(notices);
  const blocks = isAlone
    ? (first?.body ?? [])
    : notices.flatMap((one) => [heading(one.subject, 1), ...one.body.slice(1)]);
  return { subject, blocks: blocks.map((block) => absolute(block, baseUrl)) };
}

function digestSubject(notices: readonly Notice[]): string {
  const about = [...new Set(notices.map((one) => one.modification ?? one.code?.toUpperCase() ?? ''))];
  const named = about.filter((one) => one !== '');
  const many = `${notices.length} ${notices.length === 1 ? 'notice' : 'notices'}`;
  const shown = named.slice(0, 3).join(', ');
  return named.length === 0 ? many : `${many}: ${shown}${named.length > 3 ? ` and ${named.length - 3} more` : ''}`;
}

/** The value that all have; null when they differ or there is none. */
function only<T>(values: readonly (T | null)[]): T | null {
  const [first = null, ...rest] = values;
  return rest.every((one) => one === first) ? first : null;
}

function absolute(block: Block, baseUrl: string): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return { ...block, runs: block.runs.map((run) => absoluteRun(run, baseUrl)) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map((run) => absoluteRun(run, baseUrl))) };
    default:
      return block;
  }
}

function absoluteRun(run: Inline, baseUrl: string): Inline {
  return run.kind === 'link' && run.href.startsWith('/') ? { ...run, href: `${baseUrl}${run.href}` } : run;
}
