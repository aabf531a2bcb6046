import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A node of the tag tree, as far as tests look at it. */
export interface Tag {
  readonly role: string;
  readonly scope?: string;
  readonly children: readonly (Tag | { readonly type: string; readonly id: string })[];
}

/** What a PDF says when it is read by its tags, in their order. */
export interface ReadPdf {
  readonly words: string;
  readonly footnotes: readonly string[];
  readonly pages: readonly { readonly furniture: string; readonly tags: Tag }[];
  readonly outline: readonly string[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly marked: boolean;
  /** XMP metadata, as written. */
  readonly xmp: string;
}

/** Reads a PDF through its tag tree; what is marked as an artifact is page furniture. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const { info } = await pdf.getMetadata();
  const pages: ReadPdf['pages'][number][] = [];
  const footnotes: string[] = [];
  let words = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { texts, furniture } = marked((await page.getTextContent({ includeMarkedContent: true })).items);
    const tags = (await page.getStructTree()) as unknown as Tag;
    const walk = (tag: Tag): void => {
      if (['TOC', 'Lbl'].includes(tag.role)) return;
      if (tag.role === 'Note') {
        footnotes.push(contentOf(tag, texts));
        return;
      }
      for (const [at, child] of tag.children.entries()) {
        const next = tag.children[at + 1];
        // The heading over the contents belongs to them.
        if (next !== undefined && 'role' in next && next.role === 'TOC') continue;
        if ('role' in child) walk(child);
        else words += `${texts.get(child.id) ?? ''}\n`;
      }
    };
    walk(tags);
    pages.push({ furniture, tags });
  }
  const outline = ((await pdf.getOutline()) ?? []).map((item) => item.title);
  const isMarked = isMarkedIn(await pdf.getMarkInfo());
  const xmp = new TextDecoder('latin1').decode(bytes);
  await pdf.loadingTask.destroy();
  return { words, footnotes, pages, outline, info: info as Record<string, unknown>, marked: isMarked, xmp };
}

/** Every role in a tag tree. */
export function rolesOf(tag: Tag): readonly string[] {
  return [tag.role, ...tag.children.flatMap((child) => ('role' in child ? rolesOf(child) : []))];
}

function contentOf(tag: Tag, texts: ReadonlyMap<string, string>): string {
  return tag.children
    .map((child) =>
      'role' in child ? (child.role === 'Lbl' ? '' : contentOf(child, texts)) : (texts.get(child.id) ?? ''),
    )
    .join(' ');
}

/** The text under each mark, and that of artifacts. */
function marked(items: readonly object[]): { readonly texts: Map<string, string>; readonly furniture: string } {
  const texts = new Map<string, string>();
  const open: string[] = [];
  let furniture = '';
  for (const item of items as readonly {
    type?: string;
    id?: string | null;
    tag?: string;
    str?: string;
    hasEOL?: boolean;
  }[]) {
    if (item.type?.startsWith('begin'))
      open.push(item.tag === 'Artifact' ? 'artifact' : (item.id ?? open.at(-1) ?? ''));
    else if (item.type === 'endMarkedContent') open.pop();
    else if (open.at(-1) === 'artifact') furniture += `${item.str}${item.hasEOL ? '\n' : ''}`;
    else if (open.at(-1)) texts.set(open.at(-1) ?? '', (texts.get(open.at(-1) ?? '') ?? '') + (item.str ?? ''));
  }
  return { texts, furniture };
}

/** The library's types say an object where it gives a map. */
function isMarkedIn(info: unknown): boolean {
  return info instanceof Map && info.get('Marked') === true;
}
