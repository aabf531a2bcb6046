/** Marks (1) the positions of a longest rising subsequence; nulls are never in it. */
export function longestRising(values: readonly (number | null)[]): Uint8Array {
  const tails: number[] = [];
  const previous = new Int32Array(values.length).fill(-1);
  const chosen = new Uint8Array(values.length);
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? null;
    if (value === null) continue;
    let low = 0;
    let high = tails.length;
    // mostly in order already: look at the end first
    if (high > 0 && (values[tails[high - 1] as number] as number) < value) low = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    previous[at] = tails[low - 1] ?? -1;
    tails[low] = at;
  }
  for (let at = tails.at(-1) ?? -1; at !== -1; at = previous[at] as number) chosen[at] = 1;
  return chosen;
}
