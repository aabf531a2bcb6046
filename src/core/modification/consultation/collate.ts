import type { AnswerStanding, CollatedQuestion, CollatedResponse, Collation } from './collation.ts';
import { choicesOf, type Question, type Questionnaire } from './questionnaire.ts';

type Given = Omit<Collation, 'totals' | 'questions' | 'categories'>;

/** Lays responses side by side: by question, by party category, by stance. What a reader does not see counts as withheld, never as an answer. */
export function collate(given: Given): Collation {
  const responses = given.responses.toSorted(
    (a, b) => order(a.categoryTitle, b.categoryTitle) || order(a.name, b.name) || order(a.party, b.party),
  );
  const categories = new Map(responses.map((one) => [one.category, one.categoryTitle]));
  const having = (test: (response: CollatedResponse) => boolean) => responses.filter(test).length;
  return {
    ...given,
    responses,
    categories: [...categories].map(([id, title]) => ({ id, title })),
    totals: {
      responses: responses.length,
      support: having((one) => one.stance === 'support'),
      oppose: having((one) => one.stance === 'oppose'),
      neutral: having((one) => one.stance === 'neutral'),
      untold: having((one) => one.stance === null),
      late: having((one) => one.late),
      confidential: having((one) => parts(one).some(({ standing }) => standing === 'confidential')),
      withheld: having((one) => one.withheld || parts(one).some(isHidden)),
      replaced: responses.reduce((sum, one) => sum + one.replaced, 0),
    },
    questions: everyQuestion(given.questionnaires).map((question) =>
      collateQuestion(question, given.questionnaires, responses),
    ),
  };
}

/** Every question of all versions, each once and as it was put last, in the order of the last version that asks it. */
export function everyQuestion(questionnaires: readonly Questionnaire[]): readonly Question[] {
  const found = new Map<string, Question>();
  for (const { questions } of questionnaires.toReversed()) {
    for (const question of questions) if (!found.has(question.id)) found.set(question.id, question);
  }
  return [...found.values()];
}

function collateQuestion(
  question: Question,
  questionnaires: readonly Questionnaire[],
  responses: readonly CollatedResponse[],
): CollatedQuestion {
  const asked = questionnaires.filter((one) => one.questions.some(({ id }) => id === question.id));
  const asks = (version: number | null) => asked.some((one) => one.version === version);
  const given = responses.flatMap((response) =>
    response.answers.filter((answer) => answer.question === question.id).map((answer) => ({ response, answer })),
  );
  const told = given.filter(({ answer }) => answer.text !== null);
  const chosen = choicesOf(question);
  // an answer that an earlier version offered is counted as it was given
  const others = told.map(({ answer }) => answer.text ?? '').filter((text) => chosen?.includes(text) === false);
  const counts = [...new Set(chosen === null ? [] : [...chosen, ...others])].map((answer) => {
    const those = told.filter((one) => one.answer.text === answer).map(({ response }) => response.category);
    const byCategory: Record<string, number> = {};
    for (const category of those) byCategory[category] = (byCategory[category] ?? 0) + 1;
    return { answer, count: those.length, byCategory };
  });
  const wordings = asked.flatMap(({ version, questions }) =>
    questions
      .filter(({ id, text }) => id === question.id && text !== question.text)
      .map(({ text }) => ({ version, text })),
  );
  return {
    question,
    versions: asked.map(({ version }) => version),
    wordings,
    counts,
    confidential: given.filter(({ answer }) => answer.standing === 'confidential').length,
    withheld: responses.filter(
      (one) => one.withheld && asks(one.version) && !given.some(({ response }) => response === one),
    ).length,
    answered: given.length,
  };
}

interface Part {
  readonly standing: AnswerStanding;
  readonly hidden: boolean;
}

function parts({ answers, attachments }: CollatedResponse): readonly Part[] {
  return [
    ...answers.map(({ standing, text }) => ({ standing, hidden: text === null })),
    ...attachments.map(({ standing, file }) => ({ standing, hidden: file === null })),
  ];
}

function isHidden({ standing, hidden }: Part): boolean {
  return hidden && standing !== 'erased';
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
