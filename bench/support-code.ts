import type { CodeText, Provision } from '../src/core/code/provision.ts';

/** A repeatable source of numbers below a bound (mulberry32), so that a bench measures the same text each time. */
export function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const WORDS =
  'each Party shall ensure that the Smart Metering System for which it is responsible complies with its duties under this Section and keeps records of what it has done to that end unless the Panel agrees otherwise within twenty Working Days after notice of it was given'.split(
    ' ',
  );

/** A paragraph of about this many words. */
export function sentence(next: (below: number) => number, words: number): string {
  const drawn = Array.from({ length: words }, () => WORDS[next(WORDS.length)]).join(' ');
  return `${drawn.slice(0, 1).toUpperCase()}${drawn.slice(1)}.`;
}

/** A code of sections of fifty provisions each. */
export function generatedCode(provisions: number, words: number, seed: number): CodeText {
  const next = chance(seed);
  const sections: Provision[] = [];
  for (let made = 0; made < provisions; made += 50) {
    const section = sections.length + 1;
    const children = Array.from({ length: Math.min(50, provisions - made) }, (_, index) =>
      leaf(`s${section}-${index + 1}`, `S${section}.${index + 1}`, sentence(next, words)),
    );
    sections.push({ id: `s${section}`, kind: 'section', number: `S${section}`, heading: null, text: '', children });
  }
  return { code: 'bench', title: 'Bench Code', provisions: sections };
}

/** A provision with nothing below it. */
export function leaf(id: string, number: string, text: string): Provision {
  return { id, kind: 'paragraph', number, heading: null, text, children: [] };
}

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
