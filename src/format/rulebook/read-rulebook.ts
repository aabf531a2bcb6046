import type { Rejection } from '../../core/kernel/rejection.ts';
import { rulebookContentSchema } from '../../core/rulebook/rulebook.schema.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { checkRulebook } from './check-rulebook.ts';
import { decodeFiles } from './decode.ts';
import { digestOf, type Files, readFiles } from './files.ts';
import type { Located } from './located.ts';

/** A rulebook, or every fault of its files. */
export type ReadRulebook =
  | { readonly ok: true; readonly rulebook: Rulebook }
  | { readonly ok: false; readonly faults: readonly Rejection[] };

/** Reads the files of a rulebook; each file under `calendars/` is one calendar. Every fault is told, not only the first. */
export function readRulebook(files: Files, folder?: string): ReadRulebook {
  const decoded = decodeFiles(readFiles(files, folder, wrapCalendar), rulebookContentSchema, checkRulebook);
  return decoded.ok ? { ok: true, rulebook: { digest: digestOf(files), ...decoded.value } } : decoded;
}

function wrapCalendar(path: string, located: Located): Located {
  if (!path.startsWith('calendars/')) return located;
  const { file, line } = located;
  const list: Located = { kind: 'list', file, line, items: [located] };
  return { kind: 'map', file, line, entries: new Map([['calendars', { file, line, value: list }]]) };
}
