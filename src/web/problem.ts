import type { Rejection, RejectionCode } from '../core/kernel/rejection.ts';

const STATUS: Partial<Record<RejectionCode, number>> = {
  'input-invalid': 400,
  'not-signed-in': 401,
  'wrong-actor': 403,
  'no-seat': 403,
  'not-eligible': 403,
  'not-found': 404,
  'receipt-not-ours': 404,
  'step-unknown': 404,
  'key-reused': 422,
  'rate-limited': 429,
  'record-broken': 500,
};

/** The HTTP status of a refusal; what a rule of a code refuses conflicts with the record as it stands: 409. */
export function statusOf(code: RejectionCode): number {
  return STATUS[code] ?? 409;
}

/** A refusal as `application/problem+json` (RFC 9457); `detail` is the sentence that page and command say too. */
export function problemOf(rejection: Rejection, baseUrl: string) {
  const { code, sentence, citation, unblock, place } = rejection;
  return {
    type: `${baseUrl}/api#${code}`,
    title: code.replaceAll('-', ' '),
    status: statusOf(code),
    detail: sentence,
    code,
    citation,
    unblock,
    ...(place === undefined ? {} : { place }),
  };
}
