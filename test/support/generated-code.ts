import type { CodeText, Provision, ProvisionKind } from '../../src/core/code/provision.ts';
import { type Chance, chance, paragraph, type Stock, sentence, terms } from './generated-words.ts';

/** How large a generated code is. */
export interface Size {
  /** Provisions in all, met within one per cent. */
  readonly provisions: number;
  readonly seed: number;
  /** Most words of a clause; limbs have half. The mean is about a quarter. */
  readonly longest?: number;
}

/** Provisions of a section or schedule, about. */
const PER_DOCUMENT = 600;

/**
 * A code like those of the field: Section A with the definitions, lettered sections of headed clauses with limbs down to
 * `(i)`, and schedules with tables; its words use the terms and refer to clauses. The same size gives the same code.
 */
export function generatedCode({ provisions, seed, longest = 200 }: Size): CodeText {
  const next = chance(seed);
  const documents = Math.max(2, Math.round(provisions / PER_DOCUMENT));
  const schedules = Math.floor(documents / 3);
  const letters = Array.from({ length: documents - schedules - 1 }, (_, index) => letterOf(index + 1));
  const stock: Stock = {
    terms: terms(Math.max(8, Math.min(500, Math.floor(provisions / 40)))),
    reference: (draw) => `${letters[draw(letters.length)] ?? 'A'}${1 + draw(8)}.${1 + draw(9)}`,
  };
  const made: Provision[] = [definitions(next, stock)];
  let left = provisions - countOf(made);
  for (let document = 1; document < documents; document += 1) {
    const wanted = Math.ceil(left / (documents - document));
    const letter = letters[document - 1];
    const grower = new Grower(next, stock, longest, wanted - 1);
    made.push(letter === undefined ? grower.schedule(document - letters.length) : grower.section(letter));
    left -= grower.made + 1;
  }
  return { code: 'generated', title: 'Generated Code', provisions: made };
}

/** How many provisions there are, with all below them. */
export function countOf(provisions: readonly Provision[]): number {
  return provisions.reduce((sum, provision) => sum + 1 + countOf(provision.children), 0);
}

/** `A` to `Z`, then `AA`. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}

function definitions(next: Chance, stock: Stock): Provision {
  const children = stock.terms.map((term, index) =>
    provision(`a1-1-${index + 1}`, 'definition', {
      heading: term,
      text: `means ${sentence(next, 8 + next(30), stock).toLowerCase()}`,
    }),
  );
  const clause = provision('a1-1', 'clause', { number: 'A1.1', text: 'In this Code:', children });
  return provision('a', 'section', { number: 'A', heading: 'Definitions', children: [clause] });
}

/** Grows one document until it has as many provisions as wanted. */
class Grower {
  made = 0;
  readonly next: Chance;
  readonly stock: Stock;
  readonly longest: number;
  readonly wanted: number;

  constructor(next: Chance, stock: Stock, longest: number, wanted: number) {
    this.next = next;
    this.stock = stock;
    this.longest = longest;
    this.wanted = wanted;
  }

  section(letter: string): Provision {
    const id = letter.toLowerCase();
    const children = this.until((chapter) =>
      this.node(`${id}${chapter}`, 'heading', {
        number: `${letter}${chapter}`,
        heading: title(this.next, this.stock),
        children: this.some(6 + this.next(18), (clause) =>
          this.clause(`${id}${chapter}-${clause}`, `${letter}${chapter}.${clause}`),
        ),
      }),
    );
    return provision(id, 'section', { number: letter, heading: title(this.next, this.stock), children });
  }

  schedule(number: number): Provision {
    const id = `schedule-${number}`;
    const children = this.until((part) =>
      this.node(`${id}-${part}`, 'part', {
        number: `Part ${letterOf(part - 1)}`,
        heading: title(this.next, this.stock),
        children:
          part % 3 === 0
            ? [this.table(`${id}-${part}-t`)]
            : this.some(8 + this.next(12), (clause) => this.clause(`${id}-${part}-${clause}`, `${part}.${clause}`)),
      }),
    );
    return provision(id, 'schedule', {
      number: `Schedule ${number}`,
      heading: title(this.next, this.stock),
      children,
    });
  }

  clause(id: string, number: string): Provision {
    const limbs = this.next(3) === 0 ? 2 + this.next(6) : 0;
    const text = paragraph(this.next, this.longest, this.stock);
    return this.node(id, 'clause', {
      number,
      text: limbs === 0 ? text : text.replace(/\.$/, ':'),
      children: this.some(limbs, (limb) => this.limb(id, limb, 0)),
    });
  }

  limb(above: string, index: number, depth: number): Provision {
    const number = depth === 0 ? letterOf(index - 1).toLowerCase() : roman(index);
    const below = depth === 0 && this.next(8) === 0 ? 2 + this.next(3) : 0;
    return this.node(`${above}-${number}`, depth === 0 ? 'paragraph' : 'sub-paragraph', {
      number: `(${number})`,
      text: paragraph(this.next, this.longest / 2, this.stock).replace(/\.$/, ';'),
      children: this.some(below, (limb) => this.limb(`${above}-${number}`, limb, depth + 1)),
    });
  }

  table(id: string): Provision {
    const columns = 2 + this.next(4);
    const row = (index: number): Provision =>
      this.node(`${id}-${index}`, index === 1 ? 'header-row' : 'row', {
        children: this.some(columns, (column) =>
          this.node(`${id}-${index}-${column}`, 'cell', { text: sentence(this.next, 1 + this.next(6), this.stock) }),
        ),
      });
    return this.node(id, 'table', {
      heading: title(this.next, this.stock),
      children: this.some(4 + this.next(12), row),
    });
  }

  node(id: string, kind: ProvisionKind, rest: Partial<Provision>): Provision {
    this.made += 1;
    return provision(id, kind, rest);
  }

  /** Up to as many as asked, while there is room in the document. */
  some(count: number, make: (index: number) => Provision): Provision[] {
    const all: Provision[] = [];
    for (let index = 1; index <= count && this.made < this.wanted; index += 1) all.push(make(index));
    return all;
  }

  until(make: (index: number) => Provision): Provision[] {
    return this.some(Number.POSITIVE_INFINITY, make);
  }
}

function title(next: Chance, stock: Stock): string {
  return `${stock.terms[next(stock.terms.length)]} ${['Arrangements', 'Duties', 'Procedure', 'Charges'][next(4)]}`;
}

function roman(index: number): string {
  return ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii'][index - 1] ?? `${index}`;
}

function provision(id: string, kind: ProvisionKind, rest: Partial<Provision>): Provision {
  return { id, kind, number: null, heading: null, text: '', children: [], ...rest };
}
