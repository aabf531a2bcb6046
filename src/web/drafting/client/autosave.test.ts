import { expect, test } from 'vitest';
import { Autosave, type Standing } from './autosave.ts';
import type { Answer, Parcel, SavedDraft } from './doors.ts';

/** A page with one word on it, whose server answers as the story says. */
class Desk {
  word = '';
  revision = 0;
  copy: Parcel | null = null;
  asked: string | null = null;
  readonly told: Standing['kind'][] = [];
  readonly sent: string[] = [];
  /** What waits for its time, with how long. */
  waiting: { ms: number; then: () => void } | null = null;
  answer: (parcel: Parcel) => Promise<Answer<SavedDraft>> = async () => saved(this.revision + 1);
  readonly autosave = new Autosave({
    parcel: () => ({
      modification: 'M',
      revision: this.revision,
      against: this.word,
      part: null,
      amendments: [],
      outside: null,
    }),
    save: (parcel) => {
      this.sent.push(parcel.against);
      return this.answer(parcel);
    },
    keepCopy: (copy) => {
      this.copy = copy;
      return true;
    },
    told: ({ kind }) => void this.told.push(kind),
    saved: ({ revision }) => {
      this.revision = revision;
    },
    changed: (sentence) => {
      this.asked = sentence;
    },
    now: () => new Date(0),
    later: (ms, then) => {
      const mine = { ms, then };
      this.waiting = mine;
      return () => {
        if (this.waiting === mine) this.waiting = null;
      };
    },
  });

  type(word: string): void {
    this.word = word;
    this.autosave.changed();
  }

  /** Lets the time come for what waits; gives how long it had waited. */
  async pass(): Promise<number> {
    const due = this.waiting;
    this.waiting = null;
    due?.then();
    await new Promise((settle) => setImmediate(settle));
    return due?.ms ?? 0;
  }
}

function saved(revision: number): Answer<SavedDraft> {
  return {
    kind: 'done',
    value: { revision, at: '', elsewhere: [], checks: { conflicts: [], broken: [], consequences: [], faults: [] } },
  };
}

test('what was typed is sent once, when it rests, and the copy on the device goes when the record has it', async () => {
  const desk = new Desk();
  desk.type('a');
  desk.type('ab');
  expect([desk.copy?.against, desk.sent, desk.autosave.unsaved]).toEqual(['ab', [], true]);
  await desk.pass();
  expect([desk.copy, desk.sent, desk.autosave.unsaved, desk.told.at(-1)]).toEqual([null, ['ab'], false, 'saved']);
});

test('what is typed while it is being sent is sent after it, on the revision that came back', async () => {
  const desk = new Desk();
  desk.type('a');
  desk.answer = async () => {
    desk.answer = async () => saved(2);
    desk.type('ab');
    return saved(1);
  };
  await desk.pass();
  expect([desk.revision, desk.copy?.against, desk.copy?.revision, desk.told.includes('saved')]).toEqual([
    1,
    'ab',
    1,
    false,
  ]);
  await desk.pass();
  expect([desk.revision, desk.copy, desk.sent]).toEqual([2, null, ['a', 'ab']]);
});

test('while the connection is lost it is tried again ever more rarely, and typing on neither hurries it nor hides it', async () => {
  const desk = new Desk();
  desk.answer = async () => ({ kind: 'lost' });
  desk.type('a');
  await desk.pass();
  const waits: number[] = [];
  for (let tries = 0; tries < 7; tries += 1) {
    desk.type(`a${tries}`);
    waits.push(await desk.pass());
  }
  expect(waits).toEqual([2000, 4000, 8000, 16000, 32000, 60000, 60000]);
  expect(new Set(desk.told.slice(2))).toEqual(new Set(['lost']));
  expect(desk.copy?.against).toBe('a6');
  desk.answer = async () => saved(1);
  desk.autosave.again();
  await desk.pass();
  expect([desk.copy, desk.told.at(-1)]).toEqual([null, 'saved']);
});

test('a draft that someone changed is sent no more until the drafter chose, and then as they chose', async () => {
  const desk = new Desk();
  desk.answer = async () => ({ kind: 'refused', code: 'draft-changed', sentence: 'Ada saved it.' });
  desk.type('a');
  await desk.pass();
  expect([desk.asked, desk.told.at(-1), desk.waiting]).toEqual(['Ada saved it.', 'asked', null]);
  desk.type('ab');
  expect([desk.waiting, desk.copy?.against, await desk.autosave.flush()]).toEqual([null, 'ab', false]);
  desk.answer = async () => saved(3);
  desk.revision = 2;
  desk.autosave.insist();
  await desk.pass();
  expect([desk.sent, desk.revision, desk.copy]).toEqual([['a', 'ab'], 3, null]);
});

test('theirs taken, nothing is left to be sent', async () => {
  const desk = new Desk();
  desk.answer = async () => ({ kind: 'refused', code: 'draft-changed', sentence: 'Ada saved it.' });
  desk.type('a');
  await desk.pass();
  desk.autosave.settle();
  expect([desk.autosave.unsaved, desk.copy, desk.waiting, await desk.autosave.flush()]).toEqual([
    false,
    null,
    null,
    true,
  ]);
});
