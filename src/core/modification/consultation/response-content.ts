import type { Answers } from './questionnaire.ts';

/** What is kept beside the chain of a response: once for what is public in the end, and once for what stays confidential. */
export interface ResponseContent {
  readonly answers: Answers;
  readonly attachments: readonly KeptAttachment[];
}

/** A file as a response tells of it. */
export interface KeptAttachment {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** A response divided by what its party keeps confidential; `sealed` is null where it keeps nothing so. */
export function divideResponse(
  answers: Answers,
  confidential: readonly string[],
  attachments: readonly (KeptAttachment & { readonly sealed: boolean })[],
): { readonly open: ResponseContent; readonly sealed: ResponseContent | null } {
  const given = Object.entries(answers).flatMap(([id, answer]) =>
    answer.trim() === '' ? [] : [[id, answer] as const],
  );
  const part = (sealed: boolean): ResponseContent => ({
    answers: Object.fromEntries(given.filter(([id]) => confidential.includes(id) === sealed)),
    attachments: attachments.filter((one) => one.sealed === sealed).map(({ sealed: _, ...kept }) => kept),
  });
  const sealed = part(true);
  const isEmpty = Object.keys(sealed.answers).length + sealed.attachments.length === 0;
  return { open: part(false), sealed: isEmpty ? null : sealed };
}
