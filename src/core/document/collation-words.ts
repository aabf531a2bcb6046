import type { CollatedAnswer, CollatedResponse, Collation } from '../modification/consultation/collation.ts';
import { RECORDER } from '../modification/consultation/consultation-event.ts';
import { sentenceCase } from './prose.ts';

/** An answer as a reader sees it: its words, or why they are not there. */
export function answerWords({ standing, text }: CollatedAnswer): string {
  if (text === null) return standing === 'erased' ? 'Erased.' : 'Confidential.';
  return standing === 'confidential' ? `${text} (confidential)` : text;
}

/** An answer that was chosen, as a word of a table: `yes` becomes `Yes`. */
export function choiceWords(answer: string): string {
  return sentenceCase(answer);
}

/** A party's view of the change, or why it is not told. */
export function stanceWords({ stance, answers }: Pick<CollatedResponse, 'stance' | 'answers'>): string {
  if (stance !== null) return sentenceCase(stance);
  return answers.some((one) => one.standing === 'confidential' && one.text === null) ? 'Not told' : 'None given';
}

/** What is said of a response beside its answers: late, for a group, replaced, and which questions it answers. */
export function responseRemarks(response: CollatedResponse, nameOf: (party: string) => string): readonly string[] {
  return [
    ...(response.late ? ['late'] : []),
    ...(response.version === null ? ['in words alone'] : [`questions version ${response.version}`]),
    ...(response.filedBy === null ? [] : [filedWords(response.filedBy, nameOf)]),
    ...(response.replaced === 0 ? [] : [`replaces ${response.replaced} before it`]),
  ];
}

/** Who gave a response for the party whose it is. */
function filedWords(filedBy: string, nameOf: (party: string) => string): string {
  return filedBy === RECORDER ? 'recorded by the Code Administrator' : `given by ${nameOf(filedBy)} for the group`;
}

/** How many responses there are and of what kind, in one sentence. */
export function totalsSentence({ totals, audience, published }: Collation): string {
  const { responses, support, oppose, neutral, untold } = totals;
  const views = [`${support} in support`, `${oppose} opposed`, `${neutral} neutral`];
  const told = [...views, ...(untold === 0 ? [] : [`${untold} whose view is not told`])].join(', ');
  const kept = `${totals.late} late, ${totals.confidential} with a confidential part, ${totals.withheld} not shown in full here`;
  const when = audience === 'public' && !published ? ' The answers are not published yet.' : '';
  return `${responses} ${responses === 1 ? 'response' : 'responses'}: ${told}. ${kept}.${when}`;
}
