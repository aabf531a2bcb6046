/** Milliseconds of the middle run of several. */
export function median(runs: number, work: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  return times[Math.floor(runs / 2)] ?? 0;
}

/** One line of a bench: what, on how much, ours, the peer or limit, and the ratio between them in this run. */
export function report(what: string, size: string, ours: number, peer: string, theirs: number): void {
  const ms = (value: number): string => `${value < 1 ? value.toFixed(3) : value.toFixed(1)} ms`;
  const ratio = theirs >= ours ? `${(theirs / ours).toFixed(1)} × faster` : `${(ours / theirs).toFixed(1)} × slower`;
  console.log(`${what} | ${size} | ours ${ms(ours)} | ${peer} ${ms(theirs)} | ${ratio}`);
}
