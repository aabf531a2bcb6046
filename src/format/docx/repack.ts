import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The earliest time that a zip entry can bear: it says nothing and is the same for all. */
const ENTRY_TIME = new Date(1980, 0, 1);

/**
 * The same package with nothing in it that depends on when or how often it was made: its creation times become `date`
 * (ISO instant), the random names of links become counted ones, entries stand in order and bear one time.
 */
export function repack(bytes: Uint8Array, date: string): Uint8Array {
  const parts = unzipSync(bytes);
  const names = new Map<string, string>();
  const entries: Zippable = {};
  for (const path of Object.keys(parts).sort()) {
    const part = parts[path] as Uint8Array;
    const text = /\.(xml|rels)$/.test(path) ? fixed(strFromU8(part), date, names) : null;
    entries[path] = [text === null ? part : strToU8(text), { mtime: ENTRY_TIME }];
  }
  return zipSync(entries, { level: 6 });
}

/** Names that the writer counts over all documents or draws by chance, each with the name it gets here. */
const DRAWN: readonly (readonly [RegExp, string])[] = [
  [/(?<=")rId[\w-]{12,}(?=")/g, 'rIdLink'],
  [/(?<=")_Toc\d+(?=")/g, '_Toc'],
  [/(?<=\s)_Toc\d+(?=\s)/g, '_Toc'],
  [/(?<=<w:bookmark(?:Start|End) (?:[^>]* )?w:id=")\d+(?=")/g, ''],
];

function fixed(xml: string, date: string, names: Map<string, string>): string {
  const dated = xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}`);
  return DRAWN.reduce(
    (text, [pattern, prefix]) => text.replace(pattern, (drawn) => counted(drawn, prefix, names)),
    dated,
  );
}

function counted(drawn: string, prefix: string, names: Map<string, string>): string {
  const key = `${prefix}/${drawn}`;
  const known = [...names.keys()].filter((one) => one.startsWith(`${prefix}/`)).length;
  const name = names.get(key) ?? `${prefix}${known + 1}`;
  names.set(key, name);
  return name;
}
