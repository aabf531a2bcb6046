import { describe, expect, test } from 'vitest';
import type { Provision, ProvisionKind } from '../../core/code/provision.ts';
import { sliceOf } from './slice.ts';

const many = (kind: ProvisionKind, count: number): Provision => ({
  ...{ id: 'a1-1', kind: 'clause', number: 'A1.1', heading: null, text: 'In this Code:' },
  children: Array.from({ length: count }, (_, at) => ({
    ...{ id: `a1-1-${at}`, kind, number: kind === 'clause' ? `A1.${at}` : null, heading: `Term ${at}`, text: 'x' },
    children: [],
  })),
});

describe('a page of a provision shows', () => {
  test('all of what is short', () => {
    expect(sliceOf(many('definition', 299), 1)).toMatchObject({ kind: 'words', pages: 1 });
  });

  test('the parts of what is long', () => {
    expect(sliceOf(many('clause', 1000), 1)).toEqual({ kind: 'parts', count: 1001 });
  });

  test('a thousand definitions by pages, each of them once and in order', () => {
    const pages = [1, 2, 3, 4].map((page) => sliceOf(many('definition', 1000), page));
    const shown = pages.flatMap((one) => (one.kind === 'words' ? (one.provisions[0]?.children ?? []) : []));
    expect(shown.map((one) => one.id)).toEqual(many('definition', 1000).children.map((one) => one.id));
    expect(sliceOf(many('definition', 1000), 99)).toMatchObject({ page: 4, pages: 4 });
  });
});
