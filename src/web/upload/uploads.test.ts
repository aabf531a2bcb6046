import { expect, test } from 'vitest';
import { HeldFiles } from './held-files.ts';
import { Gate } from './uploads.ts';

const MEGABYTE = 1024 * 1024;

function filesAt(clock: { now: number }) {
  let count = 0;
  return new HeldFiles(
    () => `file-${++count}`,
    () => clock.now,
  );
}

test('a file waits for its session alone, and half an hour', () => {
  const clock = { now: 0 };
  const files = filesAt(clock);
  const id = files.keep('session:a', { fileName: 'a.docx', bytes: new Uint8Array(3) });
  expect(files.find('session:a', id)?.fileName).toBe('a.docx');
  expect(files.find('session:b', id)).toBeNull();
  clock.now = 31 * 60 * 1000;
  expect(files.find('session:a', id)).toBeNull();
});

test('the oldest files go when all together are too large', () => {
  const files = filesAt({ now: 0 });
  const ids = Array.from({ length: 5 }, (_, at) =>
    files.keep('session:a', { fileName: `${at}.docx`, bytes: new Uint8Array(32 * MEGABYTE) }),
  );
  expect(ids.map((id) => files.find('session:a', id) !== null)).toEqual([false, true, true, true, true]);
});

test('a gate lets so many through at once and the others in their order, a failure among them', async () => {
  const gate = new Gate(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const task = (at: number) => () => {
    begun.push(at);
    return new Promise<void>((resolve, reject) => ends.push(at === 0 ? () => reject(new Error('no')) : resolve));
  };
  const all = [0, 1, 2, 3].map((at) => gate.through(task(at)).catch(() => undefined));
  expect(begun).toEqual([0, 1]);
  ends[0]?.();
  await all[0];
  expect(begun).toEqual([0, 1, 2]);
  ends[1]?.();
  await all[1];
  expect(begun).toEqual([0, 1, 2, 3]);
  for (const end of ends.slice(2)) end();
  await Promise.all(all);
});
