import { indentOf } from './styles.ts';
import { type Element, elementsIn, find, isOn, valueAt } from './xml.ts';

/** A level of a list. */
interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  /** The level (1 the highest) at which it starts again; 0 never; null whenever a higher one counts. */
  readonly restart: number | null;
  readonly legal: boolean;
  readonly style: string | null;
  readonly indent: number | null;
}

interface List {
  readonly abstract: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
}

/** The number of a paragraph: as printed (null for a bullet or an empty label), in which list, at which level. */
export interface Label {
  readonly text: string | null;
  readonly list: string;
  readonly level: number;
  readonly indent: number | null;
}

/** The lists of a file as its numbering part declares them. */
export class Numbering {
  private readonly abstracts = new Map<string, ReadonlyMap<number, Level>>();
  private readonly linked = new Map<string, string>();
  private readonly styled = new Map<string, string>();
  private readonly lists = new Map<string, List>();

  add(element: Element): void {
    if (element.name === 'w:abstractNum') {
      const id = element.attributes['w:abstractNumId'] ?? '';
      this.abstracts.set(id, levelsOf(element));
      const [link, styled] = [valueAt(element, 'w:numStyleLink'), valueAt(element, 'w:styleLink')];
      if (link !== null) this.linked.set(id, link);
      if (styled !== null) this.styled.set(styled, id);
    }
    if (element.name === 'w:num') {
      const overrides = elementsIn(element).filter((one) => one.name === 'w:lvlOverride');
      const starts = overrides.flatMap((one) => {
        const start = valueAt(one, 'w:startOverride');
        return start === null ? [] : [[Number(one.attributes['w:ilvl']), Number(start)] as const];
      });
      const list = {
        abstract: valueAt(element, 'w:abstractNumId') ?? '',
        starts: new Map(starts),
        levels: new Map(overrides.flatMap((one) => [...levelsOf(one)])),
      };
      this.lists.set(element.attributes['w:numId'] ?? '', list);
    }
  }

  /** Number formats that lists of the file use and that are written in digits here. */
  otherFormats(): readonly string[] {
    const formats = [...this.abstracts.values()].flatMap((levels) => [...levels.values()].map((one) => one.format));
    return [...new Set(formats)].filter((format) => !FORMATS.has(format));
  }

  /** The list of an id, with its levels; null when the file has none of it. */
  list(id: string): {
    readonly abstract: string;
    readonly starts: List['starts'];
    readonly level: (at: number) => Level | null;
  } | null {
    const list = this.lists.get(id);
    if (list === undefined) return null;
    const abstract = this.styled.get(this.linked.get(list.abstract) ?? '') ?? list.abstract;
    return {
      abstract,
      starts: list.starts,
      level: (at) => list.levels.get(at) ?? this.abstracts.get(abstract)?.get(at) ?? null,
    };
  }

  /** The level of a list that a paragraph style stands for, where the style leaves it open. */
  levelOfStyle(id: string, style: string | null): number | null {
    const list = this.list(id);
    if (list === null || style === null) return null;
    for (let at = 0; at < 9; at += 1) if (list.level(at)?.style === style) return at;
    return null;
  }
}

/** Counts the numbered paragraphs of one reading of a text, in order, as Word does. */
export class Counter {
  private readonly numbering: Numbering;
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<string>();

  constructor(numbering: Numbering) {
    this.numbering = numbering;
  }

  /** The label of the next paragraph of a list; null when the list is not declared. */
  next(id: string, at: number): Label | null {
    const list = this.numbering.list(id);
    const own = list?.level(at) ?? null;
    if (list === null || own === null) return null;
    const counts = this.counts.get(list.abstract) ?? [];
    this.counts.set(list.abstract, counts);
    const override = this.begun.has(`${id}/${at}`) ? undefined : list.starts.get(at);
    this.begun.add(`${id}/${at}`);
    counts[at] = override ?? (counts[at] === undefined ? own.start : (counts[at] as number) + 1);
    for (let above = 0; above < at; above += 1) counts[above] ??= list.level(above)?.start ?? 1;
    for (let below = at + 1; below < 9; below += 1) {
      const restart = list.level(below)?.restart ?? null;
      if (restart === null || (restart !== 0 && at < restart)) counts[below] = undefined;
    }
    const label = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const level = list.level(Number(digit) - 1);
      return formatCount(counts[Number(digit) - 1] ?? 1, own.legal ? 'decimal' : (level?.format ?? 'decimal'));
    });
    const text = own.format === 'bullet' || label.trim() === '' ? null : label.trim();
    return { text, list: list.abstract, level: at, indent: own.indent };
  }
}

function levelsOf(element: Element): ReadonlyMap<number, Level> {
  const levels = elementsIn(element).filter((one) => one.name === 'w:lvl');
  return new Map(
    levels.map((one) => {
      const restart = valueAt(one, 'w:lvlRestart');
      return [
        Number(one.attributes['w:ilvl']),
        {
          start: Number(valueAt(one, 'w:start') ?? 0),
          format: valueAt(one, 'w:numFmt') ?? 'decimal',
          text: valueAt(one, 'w:lvlText') ?? '',
          restart: restart === null ? null : Number(restart),
          legal: isOn(one, 'w:isLgl') ?? false,
          style: valueAt(one, 'w:pStyle'),
          indent: indentOf(find(one, 'w:pPr')),
        },
      ] as const;
    }),
  );
}

const FORMATS = new Set(
  'none bullet decimal decimalZero ordinal lowerLetter upperLetter lowerRoman upperRoman'.split(' '),
);

/** A count in one of Word's number formats; what is none of them is written in digits. */
export function formatCount(count: number, format: string): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return '';
    case 'lowerLetter':
      return letters(count);
    case 'upperLetter':
      return letters(count).toUpperCase();
    case 'lowerRoman':
      return roman(count);
    case 'upperRoman':
      return roman(count).toUpperCase();
    case 'decimalZero':
      return String(count).padStart(2, '0');
    case 'ordinal':
      return ordinal(count);
    default:
      return String(count);
  }
}

/** a to z, then aa, bb, cc. */
function letters(count: number): string {
  if (count < 1) return '';
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(Math.ceil(count / 26), 100));
}

const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

function roman(count: number): string {
  let left = Math.min(count, 32_767);
  return ROMAN.map(([value, sign]) => {
    const times = Math.floor(left / value);
    left -= times * value;
    return sign.repeat(times);
  }).join('');
}

function ordinal(count: number): string {
  const teen = count % 100 > 10 && count % 100 < 14;
  return `${count}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th')}`;
}
