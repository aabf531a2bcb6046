import { unzipSync } from 'fflate';
import { LARGEST_DOCUMENT } from '../../../core/code/document-file.ts';

/** The parts of a package that are asked for, by path, or one sentence that says why the bytes are none. */
export type ReadPackage =
  | { readonly ok: true; readonly parts: ReadonlyMap<string, Uint8Array>; readonly others: readonly string[] }
  | { readonly ok: false; readonly sentence: string };

const MEGABYTE = 1_048_576;
const MOST_ENTRIES = 5_000;
/** Inflated bytes of all parts that are read together: what bounds the memory of a hostile file. */
const MOST_INFLATED = 128 * MEGABYTE;
/** Marked-up text shrinks to a tenth or thirtieth; what shrinks to less than this part was made to. */
const MOST_RATIO = 200;
const RATIO_FROM = MEGABYTE;

const MAIN = 'word/document.xml';
/** How files of Word before 2007 begin, and files under a password. */
export const OLD_WORD = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];

/** Reads the XML parts of a Word file out of its zip; nothing else is inflated, and nothing is written anywhere. */
export function readPackage(bytes: Uint8Array): ReadPackage {
  if (bytes.length > LARGEST_DOCUMENT)
    return refused(`is ${megabytes(bytes.length)} MB; expected at most ${megabytes(LARGEST_DOCUMENT)} MB`);
  if (OLD_WORD.every((byte, at) => bytes[at] === byte)) {
    return refused('is an older .doc or protected by a password; expected a .docx that opens without one');
  }
  if (!ZIP.every((byte, at) => bytes[at] === byte)) return refused('is not a Word file: expected a zip package');
  const seen = new Set<string>();
  const others: string[] = [];
  let inflated = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        check(seen.size < MOST_ENTRIES, `has more than ${MOST_ENTRIES} entries`);
        check(isPlainPath(name), `has an entry "${name.slice(0, 80)}", which is a path out of the package`);
        check(!seen.has(name), `has two entries "${name.slice(0, 80)}"`);
        seen.add(name);
        if (!/^word\/[^/]+\.xml$|^word\/_rels\/[^/]+\.rels$/.test(name)) {
          others.push(name);
          return false;
        }
        inflated += originalSize;
        const ratio = originalSize / Math.max(size, 1);
        const place = `its part "${name}" inflates to ${megabytes(originalSize)} MB`;
        check(inflated <= MOST_INFLATED, `is too large: ${place}`);
        check(
          originalSize < RATIO_FROM || ratio <= MOST_RATIO,
          `is no ordinary file: ${place}, ${Math.round(ratio)} times its size`,
        );
        return true;
      },
    });
    if (parts[MAIN] === undefined) return refused(`is a zip but no Word file: it has no part "${MAIN}"`);
    return { ok: true, parts: new Map(Object.entries(parts)), others };
  } catch (fault) {
    if (fault instanceof Refusal) return refused(fault.message);
    return refused('is damaged or cut off: its zip cannot be read to the end');
  }
}

class Refusal extends Error {}

function check(holds: boolean, sentence: string): void {
  if (!holds) throw new Refusal(sentence);
}

function refused(sentence: string): ReadPackage {
  return { ok: false, sentence: `The file ${sentence}.` };
}

/** Whether a name stays inside the package: no root, no drive, no way up, no backslash. */
function isPlainPath(name: string): boolean {
  return !/^\/|\\|^[A-Za-z]:|(^|\/)\.\.(\/|$)|\0/.test(name) && name.length < 512;
}

function megabytes(size: number): number {
  return Math.round((size / MEGABYTE) * 10) / 10;
}
