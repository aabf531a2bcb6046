import type { Presence, WordRun } from './model.ts';
import type { Notices } from './notices.ts';
import { allNamed, type Element, elementsIn, find, isOn, valueAt } from './xml.ts';

/** Where a reading stands inside fields: whether what comes is an instruction, which is no part of the words. */
export class Fields {
  private readonly open: ('instruction' | 'result')[] = [];

  mark(type: string | undefined): void {
    if (type === 'begin') this.open.push('instruction');
    if (type === 'separate' && this.open.length > 0) this.open[this.open.length - 1] = 'result';
    if (type === 'end') this.open.pop();
  }

  hides(): boolean {
    return this.open.includes('instruction');
  }

  /** An instruction does not run on over a paragraph; one that is never closed must not hide the words after it. */
  endParagraph(): void {
    for (const [at, state] of this.open.entries()) if (state === 'instruction') this.open[at] = 'result';
  }
}

/** What reading inlines needs besides the element. */
export interface Inlines {
  readonly notices: Notices;
  readonly fields: Fields;
  /** Target of a relation by id. */
  readonly target: (id: string) => string | null;
}

const HERE: Presence = { before: true, after: true };
const INSERTED = new Set(['w:ins', 'w:moveTo']);
const DELETED = new Set(['w:del', 'w:moveFrom']);
const CHANGED = new Set(['w:ins', 'w:del']);

/** The presence of what is inside an insertion or deletion, given that of the element itself. */
export function presenceIn(name: string, outside: Presence = HERE): Presence {
  if (INSERTED.has(name)) return { before: false, after: outside.after };
  if (DELETED.has(name)) return { before: outside.before, after: false };
  return outside;
}

/** The presence that insertions and deletions among the properties of a mark, row or cell give. */
export function presenceBy(properties: Element | null): Presence {
  if (properties === null) return HERE;
  return elementsIn(properties).reduce((presence, one) => presenceIn(one.name, presence), HERE);
}

/** The runs of a paragraph or of anything in it. */
export function runsOf(element: Element, reading: Inlines, inside: Presence = HERE): WordRun[] {
  return elementsIn(element).flatMap((child): WordRun[] => {
    const { name } = child;
    if (INSERTED.has(name) || DELETED.has(name)) {
      const moved = name.startsWith('w:move');
      if (child.children.length > 0) {
        reading.notices.change(moved ? 'text-moved' : INSERTED.has(name) ? 'text-inserted' : 'text-deleted');
      }
      return runsOf(child, reading, presenceIn(name, inside));
    }
    switch (name) {
      case 'w:r':
      case 'm:r':
        return runOf(child, reading, inside);
      case 'm:oMath':
      case 'm:oMathPara':
        if (name === 'm:oMath') {
          reading.notices.lost('equation', wordsIn(child));
          if (allNamed(child, CHANGED).length > 0) reading.notices.change('equation');
        }
        return runsOf(child, reading, inside);
      case 'w:sdt':
        return runsOf(find(child, 'w:sdtContent') ?? child, reading, inside);
      case 'mc:AlternateContent':
        return runsOf(find(child, 'mc:Choice') ?? find(child, 'mc:Fallback') ?? child, reading, inside);
      case 'w:ruby':
        return runsOf(find(child, 'w:rubyBase') ?? child, reading, inside);
      case 'w:pPr':
      case 'w:rPr':
      case 'w:sdtPr':
      case 'w:sdtEndPr':
        return [];
      default:
        reading.notices.mark(child);
        // hyperlinks, simple fields, smart tags, custom XML, parts of equations: what they hold is read through
        return runsOf(child, reading, inside);
    }
  });
}

function runOf(run: Element, reading: Inlines, inside: Presence): WordRun[] {
  const properties = find(run, 'w:rPr');
  if (find(properties, 'w:rPrChange') !== null) reading.notices.change('text-formatting');
  // in an equation the insertion stands in the properties of the run
  const presence = elementsIn(properties ?? run).reduce(
    (all, one) => (properties === null ? all : presenceIn(one.name, all)),
    inside,
  );
  const base = { in: presence, bold: isOn(properties, 'w:b') ?? false, style: valueAt(properties, 'w:rStyle') };
  const found: WordRun[] = [];
  const add = (text: string, extra: Partial<WordRun> = {}) => {
    if (!reading.fields.hides()) found.push({ ...base, text, note: null, image: null, ...extra });
  };
  const readIn = (element: Element): void => {
    for (const child of elementsIn(element)) {
      switch (child.name) {
        case 'w:t':
        case 'w:delText':
        case 'm:t':
          add(child.children.filter((one) => typeof one === 'string').join(''));
          break;
        case 'w:tab':
        case 'w:ptab':
          add('\t');
          break;
        case 'w:br':
          if (!['page', 'column'].includes(child.attributes['w:type'] ?? '')) add('\n');
          break;
        case 'w:cr':
          add('\n');
          break;
        case 'w:noBreakHyphen':
          add('\u2011');
          break;
        case 'w:softHyphen':
          add('\u00AD');
          break;
        case 'w:sym': {
          const code = Number.parseInt(child.attributes['w:char'] ?? '', 16);
          reading.notices.lost('symbol', `${child.attributes['w:font'] ?? 'font'} ${child.attributes['w:char'] ?? ''}`);
          if (code > 0 && code < 0xffff) add(String.fromCharCode(code));
          break;
        }
        case 'w:fldChar':
          reading.fields.mark(child.attributes['w:fldCharType']);
          break;
        case 'w:delInstrText':
          reading.notices.change('field-code');
          break;
        case 'w:footnoteReference':
        case 'w:endnoteReference': {
          const of = `${child.name.slice(2, -'Reference'.length)}/${child.attributes['w:id'] ?? ''}`;
          const mark = ['1', 'true', 'on'].includes(child.attributes['w:customMarkFollows'] ?? '')
            ? wordsIn(run)
            : null;
          add('', { note: { of, mark } });
          // the words of this run are the mark
          if (mark !== null) return;
          break;
        }
        case 'mc:AlternateContent':
          readIn(find(child, 'mc:Choice') ?? find(child, 'mc:Fallback') ?? child);
          break;
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          for (const image of pictured(child, reading)) add('', { image });
          break;
        case 'w:ruby':
          for (const base of allNamed(find(child, 'w:rubyBase') ?? child, new Set(['w:r']))) readIn(base);
          break;
        case 'w:rPr':
          break;
        default:
          reading.notices.mark(child);
      }
    }
  };
  readIn(run);
  return found;
}

const BOXES = new Set(['w:txbxContent']);
const PICTURES = new Set(['a:blip', 'v:imagedata', 'x:imagedata']);
const WORDS = new Set(['w:t', 'w:delText', 'm:t']);

/** Images of a drawing, by reference; its text boxes and objects are told. */
function pictured(drawing: Element, { notices, target }: Inlines): string[] {
  for (const box of allNamed(drawing, BOXES)) notices.lost('text-box', wordsIn(box));
  const images = allNamed(drawing, PICTURES).map((one) => {
    const id = one.attributes['r:embed'] ?? one.attributes['r:link'] ?? one.attributes['r:id'] ?? '';
    return target(id) ?? id;
  });
  for (const image of images) notices.lost('image', image);
  if (images.length === 0 && drawing.name === 'w:object') notices.lost('embedded-object', '');
  return images;
}

/** All words below an element, whatever becomes of them; those of text boxes in it stand beside, not in it. */
export function wordsIn(element: Element): string {
  return elementsIn(element)
    .map((child) => (WORDS.has(child.name) ? child.children.join('') : BOXES.has(child.name) ? '' : wordsIn(child)))
    .join('');
}
