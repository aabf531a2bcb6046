import { answerWords, stanceWords } from '../core/document/collation-words.ts';
import { formatDay } from '../core/kernel/day.ts';
import type { Collation } from '../core/modification/consultation/collation.ts';
import { writeCsv } from './csv.ts';

const COLUMNS = [
  ...['modification', 'consultation', 'party', 'name', 'category', 'view', 'received', 'late', 'version', 'filed by'],
  ...['question', 'asked', 'answer', 'standing'],
];

/** The responses to a consultation as a table of answers, one a line, that runs no formula. */
export function collationCsv(collation: Collation): string {
  const { modification, step, responses, questions } = collation;
  const rows = responses.flatMap((one) => {
    const of = [modification, step, one.party, one.name, one.categoryTitle, stanceWords(one), formatDay(one.on)];
    const about = [...of, one.late ? 'late' : '', one.version, one.filedBy];
    const answers = one.answers.map((answer) => {
      const asked = questions.find(({ question }) => question.id === answer.question)?.question.text ?? '';
      return [...about, answer.question, asked, answer.text ?? answerWords(answer), answer.standing];
    });
    const files = one.attachments.map(({ standing, file }) => [
      ...about,
      'attachment',
      'File',
      file?.name ?? '',
      standing,
    ]);
    const withheld = one.withheld ? [[...about, '', '', '', 'withheld']] : [];
    return [...answers, ...files, ...withheld];
  });
  return writeCsv(COLUMNS, rows);
}
