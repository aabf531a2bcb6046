/** The one of the names that was most likely meant by another: the nearest by changed, added, left out and swapped letters; null when none is near. */
export function nearestName(meant: string, names: readonly string[]): string | null {
  const most = meant.length < 4 ? 1 : meant.length < 8 ? 2 : 3;
  let best: string | null = null;
  let bestDistance = most + 1;
  for (const name of names) {
    if (name === meant || Math.abs(name.length - meant.length) >= bestDistance) continue;
    const distance = distanceBetween(meant.toLowerCase(), name.toLowerCase());
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

/** The name of which another is some of the words, with the fewest others (`category` of `party_category`); null when there is none, or several. */
export function partlyNamed(meant: string, names: readonly string[]): string | null {
  const words = meant.toLowerCase().split('_');
  const holding = names
    .map((name) => ({ name, own: name.split('_') }))
    .filter(({ own }) => own.length > words.length && words.every((word) => own.includes(word)));
  const fewest = Math.min(...holding.map(({ own }) => own.length));
  const [first, ...others] = holding.filter(({ own }) => own.length === fewest);
  return first === undefined || others.length > 0 ? null : first.name;
}

/** Damerau's distance with adjacent swaps (optimal string alignment). */
function distanceBetween(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
