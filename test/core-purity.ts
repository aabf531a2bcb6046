import ts from 'typescript';

/** What the core may not name: the world (clock, chance, network, console, machine) and the ways around this list. */
const WORLD = new Set([
  ...['process', 'console', 'performance', 'crypto', 'Buffer', 'require', '__dirname', '__filename'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'navigator', 'localStorage', 'sessionStorage'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'Promise', 'Worker'],
  ...['globalThis', 'global', 'eval', 'Function', 'Reflect'],
]);

/** Everything in a core file by which it could touch the world or wait for it, as sentences. */
export function purityFaults(source: ts.SourceFile): string[] {
  const faults: string[] = [];
  const visit = (node: ts.Node): void => {
    const what = impurity(node);
    if (what !== null) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      faults.push(`${source.fileName}:${line + 1} uses ${what} in the core`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

/** Number of lines that hold more than blanks and comments. */
export function linesOfCode(source: ts.SourceFile): number {
  const lines = new Set<number>();
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    const children = node.getChildren(source);
    children.forEach(visit);
    if (children.length > 0 || node.getWidth(source) === 0) return;
    const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
    const last = source.getLineAndCharacterOfPosition(node.getEnd()).line;
    for (let line = first; line <= last; line += 1) lines.add(line);
  };
  visit(source);
  return lines.size;
}

function impurity(node: ts.Node): string | null {
  if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier !== undefined)) return 'await';
  if (node.kind === ts.SyntaxKind.AsyncKeyword) return 'async';
  if (ts.isMetaProperty(node)) return `${node.getText()}`;
  if (ts.isElementAccessExpression(node)) return namedElement(node);
  return ts.isIdentifier(node) ? namedWorld(node) : null;
}

function namedElement(node: ts.ElementAccessExpression): string | null {
  const key = ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : '';
  return key === 'Now' ? 'a clock' : null;
}

function namedWorld(node: ts.Identifier): string | null {
  // Temporal reads the clock by `Now` however it is reached.
  if (node.text === 'Now') return 'a clock';
  if (isPropertyName(node)) return null;
  if (node.text === 'Date') return isFixedDate(node) ? null : 'a clock';
  if (node.text === 'Math') return isArithmetic(node) ? null : 'chance';
  return WORLD.has(node.text) ? node.text : null;
}

/** A name after a full stop or in an object, a type or a class: not a reference to a global. */
function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isQualifiedName(parent)) {
    return node === (ts.isQualifiedName(parent) ? parent.right : parent.name);
  }
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  const hasName = ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent);
  return (hasName || ts.isPropertyDeclaration(parent) || ts.isMethodDeclaration(parent)) && parent.name === node;
}

/** Reading or building a date from what is given; anything else of `Date` can read the clock. */
function isFixedDate(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isTypeReferenceNode(parent)) return true;
  if (ts.isPropertyAccessExpression(parent)) return ['UTC', 'parse'].includes(parent.name.text);
  if (ts.isBinaryExpression(parent)) return parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword;
  if (!ts.isNewExpression(parent) || parent.expression !== node) return false;
  const [first] = parent.arguments ?? [];
  return first !== undefined && !ts.isSpreadElement(first);
}

function isArithmetic(node: ts.Identifier): boolean {
  return ts.isPropertyAccessExpression(node.parent) && node.parent.name.text !== 'random';
}
