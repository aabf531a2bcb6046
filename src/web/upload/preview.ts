import { html, raw } from 'hono/html';
import type { ImportReport, Remark } from '../../core/code/document-file.ts';
import type { RedlineBlock } from '../../core/code/redline.ts';
import type { Drift } from '../../core/code/returned-text.ts';
import { renderRedline } from '../../format/html/redline.ts';
import { empty, facts, type Html, section, table } from '../page/parts.ts';

/** Provisions of a redline that a page shows; a file may change thousands. */
const SHOWN = 400;
/** Places of one list that a page shows. */
const LISTED = 200;

/** What a file was read as, and everything in it that is kept otherwise or left out, with its place. */
export function reportPart({ dialect, kept, listed, refused }: ImportReport): Html {
  const counts = Object.entries(kept).map(([kind, count]) => `${count} ${kindsInWords(kind, count)}`);
  return html`${section(
    'read',
    'What was read',
    facts([
      ['Read as', dialect],
      ['Kept', counts.length === 0 ? 'nothing' : counts.join(', ')],
    ]),
  )}
${section('listed', `Kept as words, guessed, or not carried (${listed.length})`, remarks('What is kept otherwise or not carried', listed, 'Everything in the file is carried as it stands.'))}
${refused.length === 0 ? '' : section('refused', `Left out (${refused.length})`, remarks('What is left out', refused, ''))}`;
}

/** Where a file with tracked changes was made on another text, and what of the text it does not show. */
export function driftPart(drift: readonly Drift[]): Html {
  const apart = drift.filter(({ what }) => what !== 'not-in-file');
  const unseen = drift.filter(({ what }) => what === 'not-in-file').map(({ expected }) => expected ?? '');
  const stays = unseen.slice(0, LISTED).join(', ');
  return html`${apart.length === 0 ? '' : apartPart(apart)}
${unseen.length === 0 ? '' : section('unseen', 'What the file does not show', html`<p>These stay as they are: ${stays}.${unseen.length > LISTED ? ' And more.' : ''}</p>`)}`;
}

function apartPart(drift: readonly Drift[]): Html {
  const rows = drift
    .slice(0, LISTED)
    .map(({ reference, expected, found, wanted }) => [
      reference,
      expected ?? 'nothing there',
      found ?? 'not shown',
      wanted === null ? 'nothing is lost' : html`<strong>Not carried:</strong> ${wanted}`,
    ]);
  const columns = ['Place', 'The version has', 'The file had', 'Its change'].map((title) => ({ title }));
  return section(
    'drift',
    `Where the file was made on another text (${drift.length})`,
    html`${table('Places where the file and the version differ', columns, rows, { quiet: true, stack: true })}${moreThan(drift.length, LISTED)}`,
  );
}

/** What would change, as a redline. */
export function changesPart(title: string, blocks: readonly RedlineBlock[]): Html {
  return section(
    'changes',
    title,
    blocks.length === 0
      ? empty('No words change.')
      : html`<p><ins class="pv-sample">Inserted</ins> and <del class="pv-sample">deleted</del> words are marked.</p>
${raw(renderRedline(blocks.slice(0, SHOWN)))}${moreThan(blocks.length, SHOWN)}`,
  );
}

function remarks(caption: string, all: readonly Remark[], none: string): Html {
  if (all.length === 0) return empty(none);
  const rows = all
    .slice(0, LISTED)
    .map(({ sentence, path, line, times }) => [
      sentence,
      html`<span class="pv-place">${line === null ? '' : `line ${line}: `}${path}</span>`,
      String(times),
    ]);
  const columns = [{ title: 'What' }, { title: 'Where' }, { title: 'Times', numeric: true }];
  return html`${table(caption, columns, rows, { quiet: true, stack: true })}${moreThan(all.length, LISTED)}`;
}

/** `3 parts`, `1 sub-paragraph`, `2 appendices`: a kind of provision as it is counted in a sentence. */
function kindsInWords(kind: string, count: number): string {
  const words = kind.replace(/^subsidiary-|^header-/, (first) => first.replace('-', ' '));
  if (count === 1) return words;
  return words === 'appendix' ? 'appendices' : `${words}s`;
}

function moreThan(count: number, shown: number): Html | string {
  return count <= shown ? '' : html`<p class="pv-quiet">And ${count - shown} more.</p>`;
}
