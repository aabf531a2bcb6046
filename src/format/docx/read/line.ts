import type { ProvisionKind } from '../../../core/code/provision.ts';
import { identityIn, kindOfStyle, RUN_STYLE } from '../marks.ts';
import type { WordFile } from './file.ts';
import type { WordRun } from './model.ts';
import { Counter, type Label } from './numbering.ts';
import type { SettledParagraph } from './settle.ts';

/** A paragraph of one side as a reader sees it: its number as printed, and what its styles make of it. */
export interface Line {
  readonly paragraph: SettledParagraph;
  readonly bookmarked: string | null;
  /** What a style of ours says it is; null in files of others. */
  readonly kind: ProvisionKind | null;
  readonly styleName: string;
  readonly label: Label | null;
  readonly number: string | null;
  readonly outline: number | null;
  readonly indent: number;
  readonly level: number;
  readonly heading: string;
  readonly text: string;
  /** The words in bold that it begins with, and whether all of it is bold. */
  readonly bold: string;
  readonly allBold: boolean;
  readonly notes: readonly NonNullable<WordRun['note']>[];
  readonly images: readonly string[];
}

/** Twentieths of a point by which our provisions are indented per level. */
export const INDENT = 340;
const DEEPEST_LIST = 8;

/** Reads the paragraphs of one side in order: it counts their numbers. */
export class LineReader {
  private readonly file: WordFile;
  private readonly counter: Counter;

  constructor(file: WordFile) {
    this.file = file;
    this.counter = new Counter(file.numbering);
  }

  line(paragraph: SettledParagraph): Line {
    const { styles } = this.file;
    const { properties, runs, bookmarks } = paragraph;
    const label = this.label(paragraph);
    const joined = (keep: (run: WordRun) => boolean) =>
      runs
        .filter(keep)
        .map((run) => run.text)
        .join('');
    const typed = joined((run) => run.style === RUN_STYLE.number);
    const isText = (run: WordRun) => !Object.values(RUN_STYLE).some((style) => style === run.style);
    const words = runs.filter((run) => run.text.trim() !== '');
    const isBold = (run: WordRun) => run.bold || styles.inherited(run.style, 'bold') === true;
    const firstPlain = words.findIndex((run) => !isBold(run));
    const indent = properties.indent ?? label?.indent ?? styles.inherited(properties.style, 'indent') ?? 0;
    const level = label?.level ?? properties.numbering?.level ?? 0;
    return {
      paragraph,
      bookmarked: identityIn(bookmarks, 'v'),
      kind: kindOfStyle(properties.style),
      styleName: styles.nameOf(properties.style),
      label,
      number: typed !== '' ? typed : (label?.text ?? null),
      outline:
        properties.outline !== null
          ? properties.outline > 8
            ? null
            : properties.outline
          : styles.outlineOf(properties.style),
      indent,
      level: level === DEEPEST_LIST && properties.indent !== null ? Math.round(properties.indent / INDENT) : level,
      heading: joined((run) => run.style === RUN_STYLE.heading),
      text: joined(isText),
      bold: (firstPlain === -1 ? words : words.slice(0, firstPlain)).map((run) => run.text).join(''),
      allBold: words.length > 0 && (firstPlain === -1 || styles.inherited(properties.style, 'bold') === true),
      notes: runs.flatMap((run) => (run.note === null ? [] : [run.note])),
      images: runs.flatMap((run) => (run.image === null ? [] : [run.image])),
    };
  }

  private label({ properties: { style, numbering } }: SettledParagraph): Label | null {
    const { styles, numbering: lists } = this.file;
    const id = numbering?.id ?? styles.inherited(style, 'numId');
    if (id === null || id === '0') return null;
    const level = numbering?.level ?? lists.levelOfStyle(id, style) ?? styles.inherited(style, 'level') ?? 0;
    return this.counter.next(id, level);
  }
}
