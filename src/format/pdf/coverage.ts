/** Whether a font has a glyph for a code point. */
export type Coverage = (codePoint: number) => boolean;

/** Reads which characters a TrueType font covers, from its full Unicode (format 12) or basic (format 4) character map. */
export function coverageOf(font: Buffer): Coverage {
  const table = tableAt(font, 'cmap');
  const maps = Array.from({ length: font.readUInt16BE(table + 2) }, (_, at) => {
    const start = table + font.readUInt32BE(table + 4 + at * 8 + 4);
    return { start, format: font.readUInt16BE(start) };
  });
  const full = maps.find((map) => map.format === 12);
  const basic = maps.find((map) => map.format === 4);
  const ranges = full ? fullRanges(font, full.start) : basic ? basicRanges(font, basic.start) : [];
  return (codePoint) => ranges.some(([from, to]) => from <= codePoint && codePoint <= to);
}

/** Text in which what some font has no glyph for stands as its code (`[U+1F642]`): nothing is dropped unseen. */
export function covered(text: string, fonts: readonly Coverage[]): string {
  return [...text]
    .map((character) => {
      const codePoint = character.codePointAt(0) ?? 0;
      const shown = NEEDS_NO_GLYPH.test(character) || fonts.every((covers) => covers(codePoint));
      if (!shown && /\s/.test(character)) return ' ';
      return shown ? character : `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
    })
    .join('');
}

/** What needs no glyph: the end of a line and the soft hyphen. */
const NEEDS_NO_GLYPH = /^[\n\u00ad]$/;

type Range = readonly [from: number, to: number];

function tableAt(font: Buffer, name: string): number {
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8);
  }
  throw new Error(`The font has no table "${name}".`);
}

function fullRanges(font: Buffer, start: number): Range[] {
  return Array.from({ length: font.readUInt32BE(start + 12) }, (_, at): Range => {
    const group = start + 16 + at * 12;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
  });
}

function basicRanges(font: Buffer, start: number): Range[] {
  const size = font.readUInt16BE(start + 6);
  return Array.from({ length: size / 2 }, (_, at): Range => {
    const end = font.readUInt16BE(start + 14 + at * 2);
    return [font.readUInt16BE(start + 16 + size + at * 2), end];
  }).filter(([, end]) => end !== 0xffff);
}
