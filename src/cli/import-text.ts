import type { z } from 'zod';
import type { importDocument } from '../app/text/import-document.ts';
import type { Remark } from '../core/code/document-file.ts';
import { formatDay } from '../core/kernel/day.ts';
import { rejection } from '../core/kernel/rejection.ts';
import { driftLines } from './drift-text.ts';
import { placeOf } from './run.ts';

type Taken = z.output<typeof importDocument.output>;

/** What taking a file in came to, or would come to. */
export function reportText(
  { outcome, instrument, title, names, label, inForceFrom, provisions, amendments, drift, report }: Taken,
  file: string,
  dry: boolean,
): string {
  const day = formatDay(inForceFrom);
  const stored = dry ? 'would be' : 'is';
  const what = {
    adopted: `It ${stored} version ${label} of ${instrument}, its first text, in force from ${day}.`,
    published: `It ${stored} version ${label} of ${instrument} by ${amendments === 1 ? 'one amendment' : `${amendments} amendments`}, in force from ${day}.`,
    unchanged: `${instrument} reads so on ${day} already; nothing ${stored} stored.`,
  }[outcome];
  const kept = Object.entries(report.kept).map(([kind, count]) => `${count} ${kind}`);
  return [
    `${file} is ${report.dialect}: ${provisions} provisions (${kept.join(', ')}).`,
    what,
    ...(names === null ? [] : [`The file says that it is of the ${names}, not of the ${title}.`]),
    ...(drift.length === 0 ? [] : ['', 'Where the file was made on another text:', ...driftLines(drift)]),
    ...section('Kept as words, or here as it stands', report.listed, file),
    ...section('Left out', report.refused, file),
  ].join('\n');
}

/** Remarks under a title, each with its place; nothing where there are none. */
export function section(title: string, remarks: readonly Remark[], file: string): readonly string[] {
  if (remarks.length === 0) return [];
  const lines = remarks.map(({ sentence, path, line, times }) => {
    const place = placeOf(rejection('input-invalid', '', { place: { file, ...(line === null ? {} : { line }) } }));
    return `  ${place}${sentence}${times === 1 ? '' : ` (${times} times)`} ${path}`;
  });
  return ['', `${title} (${remarks.length}):`, ...lines];
}
