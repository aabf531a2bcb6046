import ts from 'typescript';
import { linesOfCode, purityFaults } from './core-purity.ts';

/** Which rooms a room may import, itself apart; `app/ports` is that one file. HOUSE.md draws these arrows. */
const CORE_ARROWS: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  code: ['kernel'],
  party: ['kernel'],
  obligation: ['kernel', 'code', 'party'],
  modification: ['kernel', 'code', 'party', 'obligation'],
  estate: ['kernel', 'party'],
  assurance: ['kernel', 'party', 'obligation'],
  rulebook: ['kernel', 'code', 'party', 'modification', 'obligation', 'estate', 'assurance'],
  document: ['kernel', 'code', 'party', 'modification', 'obligation', 'estate', 'assurance', 'rulebook'],
};

const OUTER_ARROWS: Readonly<Record<string, readonly string[]>> = {
  app: ['core'],
  store: ['core', 'app/ports'],
  format: ['core', 'app/ports'],
  web: ['app', 'core', 'format'],
  cli: ['app', 'core', 'format'],
};

/** Files that must import what is known only when they run, and why. */
const COMPUTED_IMPORTS: ReadonlyMap<string, string> = new Map([
  ['src/store/embedded-binaries.ts', 'the package of PostgreSQL binaries is the one of the platform'],
]);

/** Scripts of pages: they run in a browser, and only what can run there goes into them. */
const CLIENT = /^src\/web\/[^/]+\/client\//;
/** What they may import besides the core: rendering of markup, and the forms of what the API gives. */
const FOR_CLIENTS = /^src\/(?:format\/html\/[^/]+|app\/.+\.schema)\.ts$/;
const PACKAGES_IN_CLIENTS = /^prosemirror-/;

const PACKAGES_IN_CORE = ['zod', 'temporal-polyfill'];
const MOST_LINES = 300;
const MOST_FOLDERS = 3;

/** Everything in a file that the house does not allow, as sentences. `path` is relative to the root: `src/core/…/x.ts`. */
export function faultsOf(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const isTest = path.endsWith('.test.ts');
  const room = roomOf(path);
  const faults = [...shapeFaults(path, source)];
  if (room === null) return [...faults, `${path} stands in no room of the house`];
  if (isTest) return faults;
  faults.push(...importsOf(source).flatMap((specifier) => importFaults(path, room, specifier)));
  if (room.startsWith('core/')) faults.push(...purityFaults(source));
  return faults;
}

/** The room a path stands in: `core/kernel`, `app`, `main`; null when there is none of that name. */
function roomOf(path: string): string | null {
  const [src, first = '', second = '', third] = path.split('/');
  if (src !== 'src') return null;
  if (first === 'main.ts' && second === '') return 'main';
  if (first === 'core') return Object.hasOwn(CORE_ARROWS, second) && third !== undefined ? `core/${second}` : null;
  return Object.hasOwn(OUTER_ARROWS, first) && second !== '' ? first : null;
}

function importFaults(path: string, room: string, specifier: string | null): string[] {
  if (specifier === null) return COMPUTED_IMPORTS.has(path) ? [] : [`${path} imports what is only known when it runs`];
  const isClient = CLIENT.test(path);
  if (!specifier.startsWith('.') && !specifier.startsWith('/')) {
    if (isClient && !PACKAGES_IN_CLIENTS.test(specifier)) {
      return [`${path} runs in a browser and imports the package "${specifier}", which is not one for pages`];
    }
    const isAllowed = !room.startsWith('core/') || PACKAGES_IN_CORE.includes(specifier);
    return isAllowed
      ? []
      : [`${path} imports the package "${specifier}", which is not one of the pure ones of the core`];
  }
  const target = resolve(path, specifier);
  if (target === 'package.json' && !room.startsWith('core/')) return [];
  const targetRoom = roomOf(target);
  if (targetRoom === null) return [`${path} imports ${target}, which stands in no room`];
  const isWithin = isClient && dirOf(target) === dirOf(path);
  const isForClient = isWithin || targetRoom.startsWith('core/') || FOR_CLIENTS.test(target);
  if (isClient && !isForClient) return [`${path} runs in a browser and may not import ${target}`];
  if (!isClient && CLIENT.test(target)) return [`${path} does not run in a browser and may not import ${target}`];
  return mayImport(room, targetRoom, target) ? [] : [`${path} (${room}) may not import ${target} (${targetRoom})`];
}

function dirOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function mayImport(room: string, targetRoom: string, target: string): boolean {
  if (targetRoom === 'main') return false;
  if (room === targetRoom || room === 'main') return true;
  if (room.startsWith('core/')) {
    const arrows = CORE_ARROWS[room.slice('core/'.length)] ?? [];
    return targetRoom.startsWith('core/') && arrows.includes(targetRoom.slice('core/'.length));
  }
  const arrows = OUTER_ARROWS[room] ?? [];
  return arrows.some((arrow) => targetRoom.split('/')[0] === arrow || target === `src/${arrow}.ts`);
}

/** Every module that a file names in any way: null for one that is computed. */
function importsOf(source: ts.SourceFile): (string | null)[] {
  const found: (string | null)[] = [...source.referencedFiles, ...source.typeReferenceDirectives].map(
    (reference) => reference.fileName,
  );
  const visit = (node: ts.Node): void => {
    const named = moduleNamedBy(node);
    if (named !== undefined) found.push(ts.isStringLiteralLike(named) ? named.text : null);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function moduleNamedBy(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (!ts.isCallExpression(node)) return undefined;
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
  return isImport || isRequire ? (node.arguments[0] ?? node) : undefined;
}

function resolve(from: string, specifier: string): string {
  const parts = specifier.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function shapeFaults(path: string, source: ts.SourceFile): string[] {
  const folders = path.split('/').length - 2;
  // Telling code from comments is slow, and needless where all lines together are few.
  const lines = source.getLineStarts().length > MOST_LINES ? linesOfCode(source) : 0;
  return [
    ...(folders > MOST_FOLDERS ? [`${path} stands ${folders} levels deep; at most ${MOST_FOLDERS}`] : []),
    ...(lines > MOST_LINES ? [`${path} has ${lines} lines of code; at most ${MOST_LINES}`] : []),
    ...(/\.ts$/.test(path) ? [] : [`${path} is a program that is not a .ts file`]),
  ];
}
