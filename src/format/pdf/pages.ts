import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** Where files lie that a paper takes in: in memory, below a folder that no disk has. */
export const PLACE = '/papers';

/** A page that no PDF has; asked for it, the compiler says how many there are. */
const NONE = 1_000_000;

const CAUSES: readonly (readonly [words: string, cause: string])[] = [
  ['password', 'it is protected by a password; expected one that opens without'],
  ['encrypted', 'it is encrypted; expected one that is not'],
  ['malformed', 'it cannot be read as a PDF; it may be damaged'],
];

/**
 * How many pages a PDF has, or why it cannot be taken into a pack: said by the same reader that will take it in.
 */
export function pagesOfPdf(bytes: Uint8Array): { readonly pages: number } | { readonly fault: string } {
  if (Buffer.from(bytes.subarray(0, 1024)).indexOf('%PDF-') === -1) return { fault: 'it is no PDF by its first bytes' };
  const compiler = NodeCompiler.create({ workspace: PLACE });
  const path = `${PLACE}/paper.pdf`;
  compiler.mapShadow(path, Buffer.from(bytes));
  const said = (page: number) => {
    const result = compiler.compile({ mainFileContent: `#image("paper.pdf", page: ${page}, alt: "page")` });
    return JSON.stringify(result.takeDiagnostics()?.shortDiagnostics ?? []);
  };
  const found = said(NONE);
  const pages = Number(/only has (\d+) page/.exec(found)?.[1] ?? 0);
  if (pages > 0) return { pages };
  const cause = CAUSES.find(([words]) => found.includes(words));
  return { fault: cause?.[1] ?? 'it has no page that can be read' };
}
