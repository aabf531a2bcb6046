const WIDTH = 34;

/** A table whose cells wrap, in lines of plain text, for sentences that no line would hold. */
export function asRows(titles: readonly string[], rows: readonly (readonly string[])[], width = WIDTH): string {
  const blocks = [titles, ...rows].map((row) => {
    const cells = row.map((cell) => wrapped(cell, width));
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((cell) => (cell[line] ?? '').padEnd(width))
        .join(' | ')
        .trimEnd(),
    ).join('\n');
  });
  const rule = titles.map(() => '-'.repeat(width)).join('-+-');
  return blocks.join(`\n${rule}\n`);
}

function wrapped(text: string, width: number): readonly string[] {
  const lines = [''];
  for (const word of text.split(' ').flatMap((one) => pieces(one, width))) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function pieces(word: string, width: number): readonly string[] {
  return word.length <= width ? [word] : (word.match(new RegExp(`.{1,${width}}`, 'g')) ?? [word]);
}
