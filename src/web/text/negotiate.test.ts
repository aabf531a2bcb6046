import { describe, expect, test } from 'vitest';
import { negotiate } from './negotiate.ts';

describe('the form that a reader is given', () => {
  test.each([
    [undefined, 'page'],
    ['', 'page'],
    ['*/*', 'page'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'page'],
    ['application/json', 'json'],
    ['application/json, text/html;q=0.9', 'json'],
    ['application/json;q=0.5, text/html', 'page'],
    ['application/akn+xml', 'akn'],
    ['application/xml, application/akn+xml;q=0.2', 'akn'],
    ['application/pdf;q=0.1, */*;q=0', 'pdf'],
    ['application/*', 'json'],
    ['application/*, application/json;q=0', 'akn'],
    ['APPLICATION/PDF; Q=1.0', 'pdf'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
    ['image/png', null],
    ['application/json;q=0', null],
    ['application/json;q=many', null],
  ])('%s is %s', (accept, name) => {
    expect(negotiate(accept)?.name ?? null).toBe(name);
  });
});
