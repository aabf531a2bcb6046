import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { faultsOf } from './room-rules.ts';

const files = globSync('src/**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}').sort();

describe('the house', () => {
  test('is read: there are files, in every room of the core', () => {
    const rooms = new Set(files.map((file) => file.split('/').slice(0, -1).join('/')));
    expect(files.length).toBeGreaterThan(40);
    for (const room of ['kernel', 'code', 'party', 'modification', 'obligation', 'estate', 'assurance', 'document']) {
      expect(rooms).toContain(`src/core/${room}`);
    }
  });

  test('holds no import, no impurity and no size that HOUSE.md does not allow', () => {
    expect(files.flatMap((file) => faultsOf(file, readFileSync(file, 'utf8')))).toEqual([]);
  }, 60_000);
});

const KERNEL = 'src/core/kernel/x.ts';
const WEB = 'src/web/x.ts';
const CLIENT = 'src/web/drafting/client/x.ts';

describe('the room test itself lets pass', () => {
  test.each([
    ['a room importing one below it', 'src/core/code/x.ts', "import { day } from '../kernel/day.ts';"],
    ['a type import along an arrow', 'src/core/rulebook/x.ts', "import type { A } from '../assurance/a.ts';"],
    ['the pure packages in the core', KERNEL, "import { z } from 'zod'; import { Temporal } from 'temporal-polyfill';"],
    ['the ports in the store', 'src/store/x.ts', "import type { Ports } from '../app/ports.ts';"],
    ['everything in main.ts', 'src/main.ts', "import './store/a.ts'; import './web/b.ts'; import 'node:fs';"],
    ['a date made of given numbers', KERNEL, 'export const at = new Date(0); Date.UTC(2018, 1);'],
    ['arithmetic', KERNEL, 'export const least = Math.min(1, 2);'],
    ['the same words in a comment or a text', KERNEL, '// await fetch(process.env)\nexport const a = "Date.now()";'],
    [
      'a field that is named like a global',
      KERNEL,
      'export interface A { process: string; }; export const f = (a: A) => a.process;',
    ],
    ['Node in a test of the core', 'src/core/kernel/x.test.ts', "import { readFileSync } from 'node:fs'; await 1;"],
    ['Node and the clock outside the core', WEB, "import fs from 'node:fs'; Date.now(); await fetch('x');"],
    [
      'the core, markup, forms of the API and the editor in a script of a page',
      CLIENT,
      "import '../../../core/code/a.ts'; import '../../../format/html/a.ts'; import type { A } from '../../../app/code/a.schema.ts'; import 'prosemirror-view'; import './y.ts';",
    ],
    ['a long comment', KERNEL, `/*${'\n'.repeat(400)}*/\n${'// why\n\n'.repeat(400)}export const a = 1;`],
  ])('%s', (_, path, text) => {
    expect(faultsOf(path, text)).toEqual([]);
  });
});

describe('the room test itself catches', () => {
  test.each([
    ['an import against an arrow', KERNEL, "import { a } from '../code/a.ts';"],
    ['a type import against an arrow', 'src/core/party/x.ts', "import type { A } from '../code/a.ts';"],
    ['a re-export against an arrow', KERNEL, "export { a } from '../code/a.ts';"],
    ['a re-export of all against an arrow', KERNEL, "export * from '../code/a.ts';"],
    ['an import type written in place', KERNEL, "export type A = import('../code/a.ts').A;"],
    ['an import made when it runs', KERNEL, "export const a = import('../code/a.ts');"],
    ['an import for its effect', KERNEL, "import '../code/a.ts';"],
    ['a computed import', WEB, 'export const a = (name: string) => import(name);'],
    ['an import with a template', WEB, 'export const a = (n: string) => import(`./\x24{n}.ts`);'],
    ['require', 'src/app/x.ts', "export const a = require('../store/a.ts');"],
    ['a reference comment', KERNEL, '/// <reference path="../code/a.ts" />\nexport const a = 1;'],
    ['the core importing the app', KERNEL, "import type { Ports } from '../../app/ports.ts';"],
    ['the app importing the store', 'src/app/modification/x.ts', "import { a } from '../../store/a.ts';"],
    ['the store importing an operation', 'src/store/x.ts', "import { a } from '../app/operation.ts';"],
    ['a page importing the store', WEB, "import { a } from '../store/a.ts';"],
    ['a page importing a command', WEB, "import { a } from '../cli/a.ts';"],
    ['anyone importing main.ts', 'src/cli/x.ts', "import '../main.ts';"],
    ['a script of a page importing Node', CLIENT, "import 'node:fs';"],
    ['a script of a page importing a package of the server', CLIENT, "import 'hono';"],
    ['a script of a page importing an operation', CLIENT, "import '../../../app/operation.ts';"],
    ['a script of a page importing a page', CLIENT, "import '../draft.page.ts';"],
    ['a page importing a script of a page', 'src/web/drafting/x.ts', "import './client/y.ts';"],
    ['a way round through the root', KERNEL, "import a from '../../../src/store/a.ts';"],
    ['an import from outside src', 'src/app/x.ts', "import a from '../../test/rooms.ts';"],
    ['a package that is not listed', KERNEL, "import { z } from 'yaml';"],
    ['a Node builtin by its prefix', KERNEL, "import { readFileSync } from 'node:fs';"],
    ['a Node builtin by its bare name', KERNEL, "import type { Stats } from 'fs';"],
    ['Date.now', KERNEL, 'export const a = Date.now();'],
    ['Date.now by another name', KERNEL, 'const D = Date; export const a = D.now();'],
    ['Date.now by its key', KERNEL, "export const a = Date['now']();"],
    ['new Date()', KERNEL, 'export const a = new Date();'],
    ['new Date with nothing spread', KERNEL, 'export const a = new Date(...([] as []));'],
    ['Date() called', KERNEL, 'export const a = Date();'],
    [
      "Temporal's clock",
      KERNEL,
      "import { Temporal } from 'temporal-polyfill'; export const a = Temporal.Now.instant();",
    ],
    ['performance', KERNEL, 'export const a = performance.now();'],
    ['Math.random', KERNEL, 'export const a = Math.random();'],
    ['Math.random by its key', KERNEL, "export const a = Math['random']();"],
    ['Math.random taken out', KERNEL, 'const { random } = Math; export const a = random();'],
    ['crypto', KERNEL, 'export const a = crypto.randomUUID();'],
    ['async', KERNEL, 'export async function a() {}'],
    ['an async arrow', KERNEL, 'export const a = async () => 1;'],
    ['await', KERNEL, 'await 1; export {};'],
    ['for await', KERNEL, 'for await (const a of []) a; export {};'],
    ['a promise without await', KERNEL, 'export const a = Promise.resolve(1);'],
    ['process', KERNEL, 'export const a = process.env;'],
    ['process in a short property', KERNEL, 'export const a = { process };'],
    ['the global object', KERNEL, "export const a = globalThis['process'];"],
    ['console', KERNEL, "console.log('a');"],
    ['the network', KERNEL, "export const a = fetch('https://example.org');"],
    ['import.meta', KERNEL, 'export const a = import.meta.url;'],
    ['the same in document, the last room', 'src/core/document/x.ts', 'export const a = Date.now();'],
    ['a file of 301 lines of code', KERNEL, 'export let a = 1;\n'.repeat(301)],
    ['long text that spans lines', KERNEL, `export const a = \`${'x\n'.repeat(301)}\`;`],
    ['a fourth level', 'src/core/kernel/a/b/x.ts', 'export const a = 1;'],
    ['a room that HOUSE.md does not know', 'src/util/x.ts', 'export const a = 1;'],
    ['a room of the core that it does not know', 'src/core/util/x.ts', 'export const a = 1;'],
    ['a file in no room', 'src/core/x.ts', 'export const a = 1;'],
    ['a program beside main.ts', 'src/x.ts', 'export const a = 1;'],
    ['plain JavaScript', 'src/core/kernel/x.js', 'export const a = 1;'],
  ])('%s', (_, path, text) => {
    expect(faultsOf(path, text)).not.toEqual([]);
  });
});
