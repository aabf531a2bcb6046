import type { Day } from '../../kernel/day.ts';
import type { Step } from '../profile/profile.ts';
import { openConsultation } from '../running.ts';
import type { ProposalLife } from '../state.ts';

/** How a question is answered. */
export const QUESTION_KINDS = ['stance', 'yes-no-unsure', 'choice', 'text', 'long'] as const;

export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const STANCES = ['support', 'oppose', 'neutral'] as const;

/** Whether a party is for the change. */
export type Stance = (typeof STANCES)[number];

/** A question of a consultation. It keeps its id through the versions of a questionnaire, so that answers can be laid beside each other. */
export interface Question {
  readonly id: string;
  readonly text: string;
  readonly kind: QuestionKind;
  /** What can be chosen; for a choice alone. */
  readonly choices?: readonly string[];
  readonly hint?: string;
  /** Whether a response must answer it; absent: it need not. */
  readonly required?: boolean;
  /** The solution or the objective by id that it is about; absent: the whole. */
  readonly about?: { readonly kind: 'solution' | 'objective'; readonly id: string };
}

/** A version of the questions; answers are pinned to the one that they answered. */
export interface Questionnaire {
  /** 1 for the first. */
  readonly version: number;
  readonly questions: readonly Question[];
  /** When it was set; null for the one with which a consultation begins where nobody sets another. */
  readonly on: Day | null;
  readonly reasons: string;
}

/** What is asked where neither the profile nor anybody says otherwise. */
export const STANDARD_QUESTIONS: readonly Question[] = [
  { id: 'stance', kind: 'stance', text: 'Your view of the change', required: true },
  { id: 'comment', kind: 'long', text: 'Your response' },
];

/** The question that a response in words alone answers. */
export const COMMENT = 'comment';

/** Every version of a step's questions, the one that holds last. There is always one. */
export function questionnairesOf(step: Step, life: ProposalLife): readonly Questionnaire[] {
  const set = life.questionnaires[step.id] ?? [];
  if (set[0]?.version === 1) return set;
  const questions = step.consulting?.questions ?? STANDARD_QUESTIONS;
  return [{ version: 1, questions, on: null, reasons: '' }, ...set];
}

/** The questions that hold. */
export function questionnaireOf(step: Step, life: ProposalLife): Questionnaire {
  return questionnairesOf(step, life).at(-1) as Questionnaire;
}

/** The version that the next questions get: those of a consultation that has opened were its first, set or not. */
export function nextVersion(step: Step, life: ProposalLife): number {
  const last = life.questionnaires[step.id]?.at(-1)?.version;
  if (last !== undefined) return last + 1;
  return openConsultation(step.id, life) === null ? 1 : 2;
}

/** What can be chosen as the answer to a question; null where words are written. */
export function choicesOf(question: Question): readonly string[] | null {
  switch (question.kind) {
    case 'stance':
      return STANCES;
    case 'yes-no-unsure':
      return ['yes', 'no', 'unsure'];
    case 'choice':
      return question.choices ?? [];
    case 'text':
    case 'long':
      return null;
  }
}

/** A fault of an input with the field that it is in. */
export interface FieldFault {
  readonly field: string;
  readonly sentence: string;
}

/** What is wrong with questions; null when they can be asked. */
export function questionsFault(questions: readonly Question[]): FieldFault | null {
  if (questions.length === 0)
    return { field: 'questions', sentence: 'A questionnaire has no question; expected one at least.' };
  for (const [at, question] of questions.entries()) {
    const field = `questions.${at}`;
    const twice = questions.slice(0, at).some((one) => one.id === question.id);
    if (twice)
      return { field: `${field}.id`, sentence: `Two questions are called "${question.id}"; expected each once.` };
    const choices = question.choices ?? [];
    if (question.kind === 'choice' && new Set(choices).size < 2) {
      return {
        field: `${field}.choices`,
        sentence: `The question "${question.id}" is a choice; expected two answers at least to choose from.`,
      };
    }
    if (question.kind !== 'choice' && choices.length > 0) {
      return {
        field: `${field}.choices`,
        sentence: `The question "${question.id}" has answers to choose from and is no choice; expected none.`,
      };
    }
  }
  if (questions.filter((one) => one.kind === 'stance').length > 1) {
    return {
      field: 'questions',
      sentence: 'More than one question asks for the view of the change as a whole; expected one.',
    };
  }
  return null;
}

/** Answers by question. */
export type Answers = Readonly<Record<string, string>>;

/** What is wrong with answers to questions, of which some are to be kept confidential; null when they can be taken. */
export function answersFault(
  questions: readonly Question[],
  answers: Answers,
  confidential: readonly string[],
): FieldFault | null {
  for (const id of Object.keys(answers)) {
    if (questions.some((question) => question.id === id)) continue;
    const known = questions.map((question) => question.id).join(', ');
    return { field: `answers.${id}`, sentence: `The questionnaire has no question "${id}"; expected one of ${known}.` };
  }
  for (const question of questions) {
    const field = `answers.${question.id}`;
    const answer = (answers[question.id] ?? '').trim();
    if (answer === '') {
      if (question.required === true) return { field, sentence: `"${question.text}" must be answered.` };
      continue;
    }
    const choices = choicesOf(question);
    if (choices !== null && !choices.includes(answer)) {
      return {
        field,
        sentence: `"${question.text}" is answered "${answer.slice(0, 60)}"; expected one of ${choices.join(', ')}.`,
      };
    }
  }
  const unasked = confidentialFault(questions, confidential);
  if (unasked !== null) return unasked;
  if (questions.every((question) => (answers[question.id] ?? '').trim() === '')) {
    return { field: 'answers', sentence: 'No question is answered; expected one at least.' };
  }
  return null;
}

/** What is wrong with the questions that are to be kept confidential; null when all are asked. */
export function confidentialFault(questions: readonly Question[], confidential: readonly string[]): FieldFault | null {
  const unasked = confidential.find((id) => questions.every((question) => question.id !== id));
  if (unasked === undefined) return null;
  return { field: 'confidential', sentence: `The questionnaire has no question "${unasked}" to keep confidential.` };
}

/** The view of the change that answers give; null when they give none, or none that may be told. */
export function stanceOf(
  questions: readonly Question[],
  answers: Answers,
  confidential: readonly string[],
): Stance | null {
  const question = questions.find((one) => one.kind === 'stance');
  if (question === undefined || confidential.includes(question.id)) return null;
  return STANCES.find((stance) => stance === answers[question.id]?.trim()) ?? null;
}
