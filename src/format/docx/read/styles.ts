import { type Element, find, isOn, valueAt } from './xml.ts';

/** What a paragraph or character style says that bears on structure; null where it leaves it to the style below it. */
interface Style {
  readonly name: string;
  readonly basedOn: string | null;
  readonly outline: number | null;
  readonly numId: string | null;
  readonly level: number | null;
  readonly indent: number | null;
  readonly bold: boolean | null;
}

/** The styles of a file, each with what it inherits. */
export class Styles {
  private readonly styles = new Map<string, Style>();
  private standard: string | null = null;

  add(element: Element): void {
    const id = element.attributes['w:styleId'];
    if (element.name !== 'w:style' || id === undefined) return;
    const properties = find(element, 'w:pPr');
    const isDefault = ['1', 'true'].includes(element.attributes['w:default'] ?? '');
    if (isDefault && element.attributes['w:type'] === 'paragraph') this.standard = id;
    const level = valueAt(properties, 'w:numPr', 'w:ilvl');
    this.styles.set(id, {
      name: valueAt(element, 'w:name') ?? id,
      basedOn: valueAt(element, 'w:basedOn'),
      outline: outlineOf(properties),
      numId: valueAt(properties, 'w:numPr', 'w:numId'),
      level: level === null ? null : Number(level),
      indent: indentOf(properties),
      bold: isOn(find(element, 'w:rPr'), 'w:b'),
    });
  }

  /** The name of a style as people see it, the standard one for a paragraph that names none. */
  nameOf(id: string | null): string {
    const known = id ?? this.standard;
    return known === null ? '' : (this.styles.get(known)?.name ?? known);
  }

  /** What the style or, where it says nothing, the nearest it is based on says. */
  inherited<K extends 'outline' | 'numId' | 'level' | 'indent' | 'bold'>(id: string | null, key: K): Style[K] | null {
    const seen = new Set<string>();
    for (let at = id ?? this.standard; at !== null && !seen.has(at); at = this.styles.get(at)?.basedOn ?? null) {
      seen.add(at);
      const value = this.styles.get(at)?.[key] ?? null;
      if (value !== null) return value;
    }
    return null;
  }

  /** Level of a heading by style, 0 for the highest: by its outline level, or by being called Heading 1 to 9. */
  outlineOf(id: string | null): number | null {
    const outline = this.inherited(id, 'outline');
    if (outline !== null) return outline > 8 ? null : outline;
    const named = /^heading (\d)$/i.exec(this.nameOf(id));
    return named === null ? null : Number(named[1]) - 1;
  }
}

/** The outline level that paragraph properties set. */
export function outlineOf(properties: Element | null): number | null {
  const outline = valueAt(properties, 'w:outlineLvl');
  return outline === null ? null : Number(outline);
}

/** The left indent that paragraph properties set, in twentieths of a point. */
export function indentOf(properties: Element | null): number | null {
  const indent = find(properties, 'w:ind')?.attributes;
  const left = indent?.['w:left'] ?? indent?.['w:start'];
  return left === undefined ? null : Number(left);
}
