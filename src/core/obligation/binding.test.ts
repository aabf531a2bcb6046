import fc from 'fast-check';
import { expect, test } from 'vitest';
import { provision } from '../../../test/support/code.ts';
import type { PendingChange } from '../code/pending.ts';
import type { CodeText } from '../code/provision.ts';
import type { TextVersion, Timeline } from '../code/version.ts';
import { addDays, day } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import { type BindingSources, bindingOf } from './binding.ts';
import { confirmationsOf } from './binding-event.ts';

const START = day('2018-01-01');
const dayOf = (at: number) => addDays(START, at * 10);

/** A text in which the provision `g-1` has some words, introduced by `intro`; null: it is not there. */
function textWith(words: string | null, intro = 'Each Party shall:', number = '(a)'): CodeText {
  const limb = words === null ? [] : [provision('g-1', { number, text: words })];
  return {
    code: 'x',
    title: 'X',
    provisions: [provision('g', { kind: 'clause', number: 'G1', text: intro, children: limb })],
  };
}

/** A version every ten days, each by a modification `MP<at>`. */
function timelineOfTexts(texts: readonly CodeText[]): Timeline {
  return texts.map((text, at): TextVersion => {
    const published =
      at === 0
        ? null
        : {
            label: `1.${at}`,
            inForceFrom: dayOf(at),
            source: { kind: 'modification', reference: `MP${at}` } as const,
            amendments: [],
            recordedAt: '2018-01-01T00:00:00Z' as Instant,
          };
    const until = at === texts.length - 1 ? null : dayOf(at + 1);
    return { text, label: `1.${at}`, inForceFrom: dayOf(at), until, published };
  });
}

function sources(texts: readonly CodeText[], given: Partial<BindingSources> = {}): BindingSources {
  return {
    timeline: timelineOfTexts(texts),
    provision: 'g-1',
    confirmations: [],
    rebinds: () => false,
    pending: [],
    on: dayOf(texts.length - 1),
    ...given,
  };
}

const confirmed = (label: string) =>
  ({ type: 'binding-confirmed', obligation: 'd', label, reasons: 'read', by: 'Ada', on: START }) as const;
const reopened = (label: string) => ({ ...confirmed(label), type: 'binding-reopened' }) as const;
const unbound = { boundTo: null };

test('an obligation is bound to the first words of its provision, and flagged by the version that changes them', () => {
  const texts = [textWith(null), textWith('keep it;'), textWith('keep it;'), textWith('keep it safe;')];
  expect(bindingOf(unbound, sources(texts, { on: dayOf(2) }))).toMatchObject({
    boundTo: { label: '1.1', by: 'first-words' },
    changed: null,
    toCome: [{ label: '1.3', source: { reference: 'MP3' } }],
    flag: 'will-change',
  });
  expect(bindingOf(unbound, sources(texts))).toMatchObject({
    changed: { label: '1.3', repeals: false },
    flag: 'changed',
  });
  expect(bindingOf({ boundTo: '1.3' }, sources(texts))).toMatchObject({ boundTo: { by: 'rulebook' }, flag: null });
});

test('words that introduce the provision count, and its number does not', () => {
  const intro = [textWith('keep it;'), textWith('keep it;', 'Each Supplier Party shall:')];
  expect(bindingOf(unbound, sources(intro)).flag).toBe('changed');
  expect(bindingOf(unbound, sources([textWith('keep it;'), textWith('keep it;', undefined, '(b)')])).flag).toBe(null);
});

test('a repeal flags what was bound, and a modification that says what becomes of the obligation binds it anew', () => {
  expect(bindingOf(unbound, sources([textWith('keep it;'), textWith(null)])).changed).toMatchObject({ repeals: true });
  const texts = [textWith('keep it;'), textWith('keep it from then on;')];
  const rebound = bindingOf(unbound, sources(texts, { rebinds: (one) => one === 'MP1' }));
  expect(rebound).toMatchObject({ boundTo: { label: '1.1', by: 'modification', modification: 'MP1' }, flag: null });
});

test('a person confirms the words of a version, and taking that back flags the obligation again', () => {
  const texts = [textWith('keep it;'), textWith('keep it safe;')];
  const after = (...events: Parameters<typeof confirmationsOf>[1]) =>
    bindingOf(unbound, sources(texts, { confirmations: confirmationsOf('d', events) }));
  expect(after(confirmed('1.1'))).toMatchObject({ boundTo: { by: 'confirmation' }, flag: null });
  expect(after(confirmed('1.1'), reopened('1.1')).flag).toBe('changed');
  expect(after(confirmed('1.1'), reopened('1.1'), confirmed('1.1')).flag).toBe(null);
  expect(after({ ...confirmed('1.1'), obligation: 'another' }).flag).toBe('changed');
});

test('an open modification that would change the words flags them, unless it says what becomes of the obligation', () => {
  const change = (after: CodeText, modification = 'MP9'): PendingChange => ({
    ...{ modification, part: null, blockedBy: null, after },
    ...{ commences: { kind: 'on', day: dayOf(9) }, rebased: { ok: true, amendments: [] } },
  });
  const of = (pending: PendingChange[], rebinds = false) =>
    bindingOf(unbound, sources([textWith('keep it;')], { pending, rebinds: () => rebinds }));
  expect(of([change(textWith('keep it safe;'))])).toMatchObject({
    flag: 'may-change',
    pending: [{ modification: 'MP9' }],
  });
  expect(of([change(textWith('keep it safe;'))], true)).toMatchObject({ flag: null, pending: [{ rebinds: true }] });
  expect(of([change(textWith('keep it;'))]).pending).toEqual([]);
});

test('an obligation is flagged on a day exactly when the words of that day are not those last bound', () => {
  const words = fc.constantFrom(null, 'a', 'b');
  const history = fc.record({
    words: fc.array(words, { minLength: 1, maxLength: 7 }),
    confirmed: fc.array(fc.nat(6), { maxLength: 3 }),
    rebinding: fc.array(fc.nat(6), { maxLength: 2 }),
    on: fc.nat(6),
  });
  fc.assert(
    fc.property(history, (given) => {
      const texts = given.words.map((one) => textWith(one));
      const last = texts.length - 1;
      const on = Math.min(given.on, last);
      const labels = given.confirmed.filter((at) => at <= last).map((at) => `1.${at}`);
      const binding = bindingOf(
        unbound,
        sources(texts, {
          confirmations: confirmationsOf('d', labels.map(confirmed)),
          rebinds: (one) => given.rebinding.some((at) => one === `MP${at}`),
          on: dayOf(on),
        }),
      );
      const first = given.words.findIndex((one) => one !== null);
      let bound: number | null = null;
      for (let at = 0; at <= on; at += 1) {
        const isRebound = at > first && given.rebinding.includes(at);
        if (first >= 0 && (at === first || isRebound || given.confirmed.includes(at))) bound = at;
      }
      const flagged = bound !== null && given.words[bound] !== given.words[on];
      expect(binding.changed !== null).toBe(flagged);
      expect(binding.boundTo?.label ?? null).toBe(bound === null ? null : `1.${bound}`);
    }),
    { numRuns: 200 },
  );
});
