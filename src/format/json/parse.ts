import type { FileResult } from '../../app/ports.ts';
import { rejection } from '../../core/kernel/rejection.ts';

/** Deeper than any text is nested. */
const DEEPEST = 400;

/** Reads JSON from a file of UTF-8; refuses what is none, or nested so deep that no text is. */
export function parseJson(bytes: Uint8Array, fileName: string): FileResult<unknown> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (depthOf(text) > DEEPEST) return refusedJson(fileName, `The file is nested more than ${DEEPEST} deep.`);
    return { ok: true, value: JSON.parse(text) };
  } catch (fault) {
    return refusedJson(fileName, `The file is not JSON: ${fault instanceof Error ? fault.message : String(fault)}.`);
  }
}

/** Whether a file begins as an object of JSON does. */
export function looksLikeJson(bytes: Uint8Array): boolean {
  return /^\s*\{/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replace(/^\xef\xbb\xbf/, ''));
}

/** The refusal of a file. */
export function refusedJson<T>(file: string, sentence: string, field?: string): FileResult<T> {
  const place = field === undefined ? { file } : { file, field };
  return { ok: false, rejection: rejection('input-invalid', sentence, { place }) };
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [mark] of text.matchAll(/"(?:\\.|[^"\\])*"|[{}[\]]/g)) {
    if (mark === '{' || mark === '[') deepest = Math.max(deepest, ++depth);
    else if (mark === '}' || mark === ']') depth -= 1;
  }
  return deepest;
}
