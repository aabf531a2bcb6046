import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { unkeptIn } from '../../core/kernel/characters.ts';
import type { Rejection } from '../../core/kernel/rejection.ts';
import { faultIn } from './fault.ts';
import type { Located, LocatedMap } from './located.ts';

/** A file longer than this is refused unread. */
const MOST_CHARACTERS = 2_000_000;

/** Deeper nesting than this is refused. */
const MOST_DEPTH = 60;

/**
 * A YAML file as a located map, or its faults; where `listIs` names a key, a list at the top stands for a map of that key
 * alone. Anchors and aliases are refused, so a small file stays small.
 */
export function readYaml(
  file: string,
  text: string,
  listIs: string | null = null,
): { readonly map: LocatedMap | null; readonly faults: Rejection[] } {
  if (text.length > MOST_CHARACTERS) {
    const sentence = `The file has ${text.length} characters; expected at most ${MOST_CHARACTERS}.`;
    return { map: null, faults: [faultIn(file, 1, '', sentence)] };
  }
  const unkept = unkeptIn(text);
  if (unkept !== null) {
    const line = text.slice(0, unkept.at).split('\n').length;
    return { map: null, faults: [faultIn(file, line, '', `Found ${unkept.sentence}.`)] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, version: '1.2' });
  const lineOf = (offset: number): number => lines.linePos(offset).line;
  const faults = [...document.errors, ...document.warnings].map(({ pos, message }) => {
    const { line, col } = lines.linePos(pos[0]);
    return faultIn(
      file,
      line,
      '',
      `Not YAML at column ${col}: ${message.split('\n')[0]}; expected a file that YAML 1.2 reads.`,
    );
  });
  if (faults.length > 0) return { map: null, faults };
  visit(document, {
    Node(_, node, path) {
      const line = lineOf(node.range?.[0] ?? 0);
      const escaped = isScalar(node) && typeof node.value === 'string' ? unkeptIn(node.value) : null;
      if (escaped !== null) faults.push(faultIn(file, line, '', `Found ${escaped.sentence}.`));
      if (isAlias(node))
        faults.push(faultIn(file, line, '', `Found the alias *${node.source}; expected the value itself.`));
      else if (node.anchor !== undefined) {
        faults.push(faultIn(file, line, '', `Found the anchor &${node.anchor}; expected no anchors and aliases.`));
      }
      if (path.length <= MOST_DEPTH) return undefined;
      faults.push(faultIn(file, line, '', `Found more than ${MOST_DEPTH} levels; expected fewer.`));
      return visit.BREAK;
    },
  });
  if (faults.length > 0) return { map: null, faults };
  const located = document.contents === null ? null : locate(document.contents, file, lineOf);
  if (located?.kind === 'map') return { map: located, faults };
  if (located?.kind === 'list' && listIs !== null) {
    const { line } = located;
    return { map: { kind: 'map', file, line, entries: new Map([[listIs, { file, line, value: located }]]) }, faults };
  }
  return { map: null, faults: [faultIn(file, 1, '', 'Found no map of keys; expected keys at the top of the file.')] };
}

function locate(node: Node, file: string, lineOf: (offset: number) => number): Located {
  const line = lineOf(node.range?.[0] ?? 0);
  if (isMap<Node, Node | null>(node)) {
    const entries = node.items.map(({ key, value }) => {
      const place = { file, line: lineOf(key.range?.[0] ?? 0) };
      const inner: Located = value === null ? { ...place, kind: 'scalar', value: null } : locate(value, file, lineOf);
      return [isScalar(key) ? String(key.value) : String(key), { ...place, value: inner }] as const;
    });
    return { kind: 'map', file, line, entries: new Map(entries) };
  }
  if (isSeq<Node>(node))
    return { kind: 'list', file, line, items: node.items.map((item) => locate(item, file, lineOf)) };
  const value = isScalar(node) ? node.value : null;
  return { kind: 'scalar', file, line, value: plainScalar(value) };
}

function plainScalar(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
    return value;
  return String(value);
}
