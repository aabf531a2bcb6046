import { keptIn, type ReadDocument } from '../../core/code/document-file.ts';
import { provisionIdSchema, provisionKindSchema } from '../../core/code/provision.schema.ts';
import type { Provision, ProvisionKind } from '../../core/code/provision.ts';
import { versionLabelSchema } from '../../core/code/version.schema.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { type Members, Misread, objectsAt, oursIn, propsAt, type Remarks, textAt } from './reading.ts';
import { OURS, type Property, plainValue } from './vocabulary.ts';
import { BY_NAME, LOOSE } from './write-catalog.ts';

/** What is known of the file around a text. */
export interface CatalogFile {
  readonly catalog: Members;
  readonly title: string;
  readonly version: string;
  readonly props: readonly Property[];
  readonly ours: boolean;
  readonly dialect: string;
}

/** The text of a catalog: ours as it was written; of others' groups become divisions, controls clauses, parts paragraphs. */
export function readCatalog(file: CatalogFile, remarks: Remarks): ReadDocument {
  const { catalog, title, version, props, ours, dialect } = file;
  refuseTwice(catalog);
  const reader = new Reader(remarks, ours);
  const provisions = reader.content(catalog, 'catalog', 0);
  remarks.others(catalog, ['uuid', 'metadata', 'groups', 'controls'], 'catalog');
  const label = versionLabelSchema.safeParse(version);
  const dated = daySchema.safeParse(oursIn(props, 'in-force-from'));
  return {
    title,
    of: ours ? title : null,
    label: ours && label.success ? label.data : null,
    dated: ours && dated.success ? dated.data : null,
    provisions,
    amendments: null,
    report: remarks.report(dialect, keptIn(provisions)),
  };
}

/** Refuses a file in which an id stands twice: what refers to it would mean either. */
function refuseTwice(catalog: Members): void {
  const seen = new Map<string, string>();
  const visit = (of: Members, path: string): void => {
    for (const key of ['params', 'parts', 'controls', 'groups']) {
      for (const { value, path: at } of objectsAt(of, key, path)) {
        const id = textAt(value, 'id', at);
        const first = id === null ? undefined : seen.get(id);
        if (first !== undefined) {
          throw new Misread(at, `The id "${id}" stands at ${first} and at ${at}; expected each id once.`);
        }
        if (id !== null) seen.set(id, at);
        visit(value, at);
      }
    }
  };
  visit(catalog, 'catalog');
}

class Reader {
  readonly #remarks: Remarks;
  readonly #ours: boolean;
  readonly #taken = new Set<string>();
  readonly #counts = new Map<string, number>();

  constructor(remarks: Remarks, ours: boolean) {
    this.#remarks = remarks;
    this.#ours = ours;
  }

  content(of: Members, path: string, depth: number): Provision[] {
    const groups = objectsAt(of, 'groups', path).flatMap(({ value, path: at }) => {
      if (this.#ours && value.class === LOOSE) return this.content(value, at, depth);
      return [this.group(value, at, depth)];
    });
    return [...groups, ...objectsAt(of, 'controls', path).map(({ value, path: at }) => this.control(value, at, depth))];
  }

  group(group: Members, path: string, depth: number): Provision {
    const parts = objectsAt(group, 'parts', path);
    const words = parts.find(({ value }) => value.name === 'overview');
    const own = this.own(group, path, depth === 0 ? 'section' : 'heading', 'group');
    this.rest(group, ['id', 'class', 'title', 'props', 'links', 'parts', 'groups', 'controls'], path);
    return {
      ...own,
      text: this.said(words),
      children: [...this.below(words, parts), ...this.content(group, path, depth + 1)],
    };
  }

  control(control: Members, path: string, depth: number): Provision {
    const parts = objectsAt(control, 'parts', path);
    const words = parts.find(({ value }) => value.name === 'statement');
    const own = this.own(control, path, 'clause', 'control');
    this.rest(control, ['id', 'class', 'title', 'props', 'links', 'parts', 'controls'], path);
    return {
      ...own,
      text: this.said(words),
      children: [...this.below(words, parts), ...this.content(control, path, depth + 1)],
    };
  }

  /** The words of the part that holds those of a group or control. */
  said(words: Placed | undefined): string {
    if (words === undefined) return '';
    this.rest(words.value, ['id', 'name', 'class', 'ns', 'prose', 'parts', 'props', 'links'], words.path);
    this.label(words.value, words.path);
    return this.words(words.value, 'prose', words.path) ?? '';
  }

  /** What is below those words, and the other parts beside them. */
  below(words: Placed | undefined, parts: readonly Placed[]): Provision[] {
    const within = words === undefined ? [] : objectsAt(words.value, 'parts', words.path);
    const beside = parts.filter((one) => one !== words);
    return [...within, ...beside].map(({ value, path }) => this.part(value, path, 0));
  }

  part(part: Members, path: string, depth: number): Provision {
    const name = textAt(part, 'name', path) ?? 'part';
    const own = this.own(part, path, depth === 0 ? 'paragraph' : 'sub-paragraph', null);
    this.rest(part, ['id', 'name', 'class', 'ns', 'title', 'props', 'links', 'prose', 'parts'], path);
    const isNamed = !this.#ours && name !== 'item' && own.heading === null;
    if (isNamed) this.#remarks.list(path, `A part "${name}" stands as a paragraph under that name.`);
    return {
      ...own,
      heading: isNamed ? name : own.heading,
      text: this.words(part, 'prose', path) ?? '',
      children: objectsAt(part, 'parts', path).map(({ value, path: at }) => this.part(value, at, depth + 1)),
    };
  }

  /** The identity, kind, number and heading of a group, control or part. */
  own(
    of: Members,
    path: string,
    otherwise: ProvisionKind,
    titled: 'group' | 'control' | null,
  ): Omit<Provision, 'text' | 'children'> {
    const props = propsAt(of, path);
    const kind = provisionKindSchema.safeParse(of.class);
    const title = this.words(of, 'title', path);
    const id = textAt(of, 'id', path);
    const isByName = titled !== null && this.#ours && oursIn(props, 'title') === BY_NAME;
    return {
      id: this.identity(id, path),
      kind: this.#ours && kind.success ? kind.data : otherwise,
      number: this.label(of, path) ?? (titled === 'control' && !this.#ours ? id : null),
      heading: isByName || title === '' ? null : title,
    };
  }

  /** The plain label, which is what is printed. */
  label(of: Members, path: string): string | null {
    const props = propsAt(of, path);
    const labels = props.filter(({ name, ns }) => name === 'label' && (ns === undefined || ns === OURS));
    // those with a class are other ways to write it
    const label = labels.find((one) => one.class === undefined) ?? labels[0];
    if (this.#ours) return label === undefined ? null : plainValue(label);
    const others = props.filter((one) => one !== label);
    if (others.length > 0)
      this.#remarks.list(`${path}.props`, 'Properties have no place in a text; they are kept here.', others);
    return label === undefined ? null : label.value.trim() || null;
  }

  words(of: Members, key: string, path: string): string | null {
    const markup = textAt(of, key, path);
    if (markup === null) return null;
    const words = this.#remarks.words(markup, `${path}.${key}`);
    return this.#ours ? words : words.trim();
  }

  identity(id: string | null, path: string): string {
    const plain = id?.replace(/^_(?=\d)/, '') ?? '';
    const isKept = provisionIdSchema.safeParse(plain).success && !this.#taken.has(plain);
    const made = isKept ? plain : this.fresh(plain);
    if (!isKept && id !== null) {
      this.#remarks.list(
        path,
        'An id is written in lower-case letters and digits joined by hyphens, as the identity of a provision.',
      );
    }
    this.#taken.add(made);
    return made;
  }

  fresh(id: string): string {
    const stem =
      id
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'part';
    for (let count = this.#counts.get(stem) ?? 1; ; count += 1) {
      const made = count === 1 ? stem : `${stem}-${count}`;
      if (this.#taken.has(made)) continue;
      this.#counts.set(stem, count + 1);
      return made;
    }
  }

  rest(of: Members, understood: readonly string[], path: string): void {
    this.#remarks.others(of, understood, path);
    // of our own making the links follow from the words
    if (!this.#ours && of.links !== undefined) {
      this.#remarks.list(`${path}.links`, 'Links have no place in a text; they are kept here.', of.links);
    }
  }
}

type Placed = ReturnType<typeof objectsAt>[number];
