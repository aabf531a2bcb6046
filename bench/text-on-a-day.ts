import type { Amendment } from '../src/core/code/amendment.ts';
import type { Provision } from '../src/core/code/provision.ts';
import { walk } from '../src/core/code/tree.ts';
import { type CodeHistory, timelineOf, versionOn } from '../src/core/code/version.ts';
import { addDays, type Day, day } from '../src/core/kernel/day.ts';
import { instant } from '../src/core/kernel/instant.ts';
import { chance, generatedCode, median, report, sentence } from './support-code.ts';

// The whole code on a day out of a long history, read body by body, against copying the same bytes in memory.

const PROVISIONS = 25_000;
const RELEASES = 200;
const CHANGES = 1_000;
const WORDS = 40;

const base = generatedCode(PROVISIONS, WORDS, 3);
const history: CodeHistory = { base, baseLabel: '1.0', baseFrom: day('2013-01-01'), versions: releases() };

const start = performance.now();
const timeline = timelineOf(history, null);
const consolidated = performance.now() - start;

const next = chance(5);
const aDay = (): Day => addDays(history.baseFrom, next(RELEASES * 20));
const bytes = Buffer.from(bodiesOn(aDay()).join('\n'));
const copy = Buffer.alloc(bytes.length);
const size = `${PROVISIONS} provisions, ${PROVISIONS + RELEASES * CHANGES} provision versions, ${(bytes.length / 1e6).toFixed(0)} MB of text`;

console.log(`consolidate the history once | ${size} | ours ${consolidated.toFixed(0)} ms`);
const limit = median(15, () => bytes.copy(copy));
report(
  'find the text on a day',
  size,
  median(1_001, () => versionOn(timeline, aDay())),
  'copy of the bytes',
  limit,
);
report(
  'whole code on a day, every body read',
  size,
  median(15, () => bodiesOn(aDay())),
  'copy of the bytes',
  limit,
);

function bodiesOn(on: Day): string[] {
  const bodies: string[] = [];
  const read = (provision: Provision): void => {
    bodies.push(provision.text);
    provision.children.forEach(read);
  };
  versionOn(timeline, on)?.text.provisions.forEach(read);
  return bodies;
}

function releases(): CodeHistory['versions'] {
  const draw = chance(4);
  const leaves = walk(base).filter((visited) => visited.provision.children.length === 0);
  const words = new Map(leaves.map((visited) => [visited.provision.id, visited.provision.text]));
  const ids = [...words.keys()];
  return Array.from({ length: RELEASES }, (_, release) => {
    const amendments = Array.from({ length: CHANGES }, (): Amendment => {
      const target = ids[draw(ids.length)] ?? '';
      const from = { heading: null, text: words.get(target) ?? '' };
      const to = { heading: null, text: sentence(draw, WORDS) };
      words.set(target, to.text);
      return { kind: 'substitute', target, from, to };
    });
    return {
      label: `1.${release + 1}`,
      inForceFrom: addDays(day('2013-01-01'), (release + 1) * 20),
      source: { kind: 'modification', reference: `M${release + 1}` },
      amendments,
      recordedAt: instant('2013-01-01T00:00:00Z'),
    };
  });
}
