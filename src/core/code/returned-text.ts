import { align } from './align.ts';
import { closeDraft, type Draft, type DraftNode, openDraft, plant, referenceOfNode, touch, uproot } from './draft.ts';
import { freshId } from './fresh-id.ts';
import { longestRising } from './longest-rising.ts';
import { referenceOfPath } from './printed-reference.ts';
import type { CodeText, Provision } from './provision.ts';
import { rewritten, saidBy, saySame } from './returned-words.ts';
import { type Forest, type Visited, walk } from './tree.ts';
import { likeness, wordsOf } from './words.ts';

/** A place where what a file takes for the text is not the text that it is read against. */
export interface Drift {
  /** Printed reference, in our text where we have the provision. */
  readonly reference: string;
  readonly what: 'words' | 'number' | 'not-ours' | 'not-in-file';
  /** What our text has; null where it has no such provision. */
  readonly expected: string | null;
  /** What the file has before its changes; null where it has no such provision. */
  readonly found: string | null;
  /** What the file makes of it, when that is another thing: such a change is not carried. */
  readonly wanted: string | null;
}

/** Our text with the changes of a file made in it, and where the file was made on another text. */
export interface Returned {
  readonly text: CodeText;
  readonly drift: readonly Drift[];
  /** Provisions of the file that were taken for ones of ours by their words, with how sure that is. */
  readonly guesses: readonly { readonly reference: string; readonly confidence: number }[];
}

/**
 * Makes in `base` what a file changes from `before` to `after`; the same provision has one id on both sides of the file.
 * `carried` are the ids that the file brought with it from us; `relocated` are those that it says moved, null where it
 * says nothing and the order must tell. What the file does not show stays as it is.
 */
export function returnedText(
  base: CodeText,
  before: Forest,
  after: Forest,
  carried: ReadonlySet<string>,
  relocated: ReadonlySet<string> | null = null,
): Returned {
  const ours = walk(base);
  const theirs = walk(before);
  const { pairs, guesses } = pairUp(ours, theirs, carried);
  const work = new Return(openDraft(base), pairs, theirs, walk(after), relocated);
  work.run(ours);
  return { text: closeDraft(work.draft), drift: work.drift, guesses };
}

/** How many provisions that a file does not show are named under one parent. */
const TOLD = 5;

/** Least confidence with which a provision of the file is taken for one of ours by its words alone. */
const SURE_ENOUGH = 0.6;

/** Ours by the id in the file: by identity, then by printed reference and words, then by words, then by reference alone. */
function pairUp(ours: readonly Visited[], theirs: readonly Visited[], carried: ReadonlySet<string>) {
  const known = new Map(ours.map((one) => [one.provision.id, one]));
  const byReference = new Map(ours.map((one) => [referenceOfPath(one.path), one] as const).reverse());
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (id: string, own: string) => {
    if (taken.has(own) || pairs.has(id)) return false;
    pairs.set(id, own);
    taken.add(own);
    return true;
  };
  for (const { provision } of theirs)
    if (carried.has(provision.id) && known.has(provision.id)) pair(provision.id, provision.id);
  for (const { provision, path } of theirs) {
    const named = byReference.get(referenceOfPath(path));
    if (named !== undefined && saySame(named.provision, provision)) pair(provision.id, named.provision.id);
  }
  // what is paired bears our id, what is not a name that none of ours has
  const renamed = theirs.map((one) => {
    const id = pairs.get(one.provision.id) ?? `file ${one.provision.id}`;
    return { ...one, provision: { ...one.provision, id } };
  });
  const aligned = align(ours, renamed);
  const guesses: { reference: string; confidence: number }[] = [];
  for (const [at, one] of theirs.entries()) {
    const found = aligned.beforeOf[at] ?? null;
    const own = found === null ? undefined : ours[found];
    const confidence = aligned.confidence[at] ?? 0;
    if (own === undefined || confidence < SURE_ENOUGH || !alike(own.provision, one.provision)) continue;
    if (own.provision.kind === one.provision.kind && pair(one.provision.id, own.provision.id)) {
      guesses.push({ reference: referenceOfPath(own.path), confidence });
    }
  }
  for (const { provision, path } of theirs) {
    const named = provision.number === null ? undefined : byReference.get(referenceOfPath(path));
    if (named !== undefined && pair(provision.id, named.provision.id)) {
      guesses.push({ reference: referenceOfPath(named.path), confidence: 0.5 });
    }
  }
  return { pairs, guesses };
}

/** Whether two provisions share at least half of their words: a lone provision in a place is not the one that stood there. */
function alike(a: Provision, b: Provision): boolean {
  return saySame(a, b) || likeness(wordsOf(saidBy(a)), wordsOf(saidBy(b))) >= SURE_ENOUGH;
}

class Return {
  private readonly counted = new Map<string, number>();
  readonly draft: Draft;
  readonly drift: Drift[] = [];
  private readonly pairs: ReadonlyMap<string, string>;
  private readonly before: ReadonlyMap<string, Visited>;
  private readonly after: ReadonlyMap<string, Visited>;
  /** Nodes of the draft by the id in the file, new ones too. */
  private readonly nodes = new Map<string, DraftNode>();
  private moved: ReadonlySet<string> = new Set();
  private readonly relocated: ReadonlySet<string> | null;

  constructor(
    draft: Draft,
    pairs: ReadonlyMap<string, string>,
    before: readonly Visited[],
    after: readonly Visited[],
    relocated: ReadonlySet<string> | null,
  ) {
    this.relocated = relocated;
    this.draft = draft;
    this.pairs = pairs;
    this.before = new Map(before.map((one) => [one.provision.id, one]));
    this.after = new Map(after.map((one) => [one.provision.id, one]));
    for (const [id, own] of pairs) this.nodes.set(id, this.draft.nodes.get(own) as DraftNode);
  }

  run(ours: readonly Visited[]): void {
    this.missing(ours);
    this.unknown();
    this.words();
    this.moved = this.findMoved();
    this.places();
    this.removals();
  }

  /** What is ours beside provisions that the file shows, and the file does not show: an extract leaves out much. */
  private missing(ours: readonly Visited[]): void {
    const shown = new Set(this.pairs.values());
    const families = new Map<string, string[]>();
    for (const { provision, place } of ours)
      if (shown.has(provision.id) && place.parent !== null) families.set(place.parent, []);
    for (const { provision, place, path } of ours) {
      if (!shown.has(provision.id)) families.get(place.parent ?? '')?.push(referenceOfPath(path));
    }
    for (const [parent, missing] of families) {
      if (missing.length === 0) continue;
      const more = missing.length > TOLD ? ` and ${missing.length - TOLD} more` : '';
      const reference = referenceOfNode(this.draft.nodes.get(parent) as DraftNode);
      const expected = missing.slice(0, TOLD).join(', ') + more;
      this.drift.push({ reference, what: 'not-in-file', expected, found: null, wanted: null });
    }
  }

  /** What the file takes for the text and is not ours. */
  private unknown(): void {
    for (const [id, { provision, path }] of this.before) {
      if (this.nodes.has(id)) continue;
      const found = saidBy(provision);
      const changed = this.after.get(id)?.provision;
      const wanted = changed === undefined ? '' : saidBy(changed);
      this.drift.push({
        reference: referenceOfPath(path),
        what: 'not-ours',
        expected: null,
        found,
        wanted: wanted === found ? null : wanted,
      });
    }
  }

  private words(): void {
    for (const [id, node] of this.nodes) {
      const [before, after] = [this.before.get(id)?.provision, this.after.get(id)?.provision];
      if (before === undefined) continue;
      const reference = referenceOfNode(node);
      if (!saySame(node, before)) {
        const wanted = after === undefined || saySame(before, after) ? null : saidBy(after);
        this.drift.push({ reference, what: 'words', expected: saidBy(node), found: saidBy(before), wanted });
      } else if (after !== undefined) this.write(node, rewritten(node, before, after));
      if (before.number !== node.number) {
        const wanted = after === undefined || after.number === before.number ? null : after.number;
        this.drift.push({ reference, what: 'number', expected: node.number, found: before.number, wanted });
      } else if (after !== undefined && after.number !== before.number) {
        node.number = after.number;
        touch(node);
      }
    }
  }

  private write(node: DraftNode, { heading, text }: { heading: string | null; text: string }): void {
    if (node.heading === heading && node.text === text) return;
    node.heading = heading;
    node.text = text;
    touch(node);
  }

  /** Puts what is new and what moved where the file has it, in reading order, so that what it stands after is in place. */
  private places(): void {
    const { moved } = this;
    for (const [id, { provision, place }] of this.after) {
      const node = this.nodes.get(id);
      if (node !== undefined && !moved.has(id)) continue;
      if (node === undefined && this.before.has(id)) continue;
      const to = this.standing(place.parent, place.after, id);
      if (to === null) {
        const reference = referenceOfPath(this.after.get(id)?.path ?? []);
        this.drift.push({ reference, what: 'not-ours', expected: null, found: null, wanted: saidBy(provision) });
        continue;
      }
      const standing = node ?? this.create(provision, to.parent);
      this.take(standing);
      const siblings = to.parent?.children ?? this.draft.roots;
      siblings.splice(to.after === null ? 0 : siblings.indexOf(to.after) + 1, 0, standing);
      standing.parent = to.parent;
      touch(standing);
      touch(to.parent);
    }
  }

  /** What of ours stands under another provision in the file after its changes, or in another order. */
  private findMoved(): ReadonlySet<string> {
    const moved = new Set<string>();
    const families = new Map<string | null, string[]>();
    for (const [id, { place }] of this.after) {
      const stood = this.before.get(id);
      if (stood === undefined || !this.nodes.has(id)) continue;
      if (stood.place.parent !== place.parent || this.relocated?.has(id)) moved.add(id);
      else families.set(place.parent, [...(families.get(place.parent) ?? []), id]);
    }
    if (this.relocated !== null) return moved;
    const order = new Map([...this.before.keys()].map((id, at) => [id, at]));
    for (const ids of families.values()) {
      const standing = longestRising(ids.map((id) => order.get(id) ?? null));
      for (const [at, id] of ids.entries()) if (standing[at] === 0) moved.add(id);
    }
    return moved;
  }

  /** Where in our text a place of the file is; null when what it is under is not ours. */
  private standing(
    parent: string | null,
    after: string | null,
    id: string,
  ): { parent: DraftNode | null; after: DraftNode | null } | null {
    const previous = after === null ? undefined : this.nodes.get(after);
    if (parent !== null) {
      const node = this.nodes.get(parent);
      if (node === undefined) return null;
      return { parent: node, after: previous?.parent === node ? previous : this.beforeNext(id, node) };
    }
    if (previous !== undefined) return { parent: previous.parent, after: previous };
    const next = this.nextRoot(id);
    return next === null
      ? { parent: null, after: this.draft.roots.at(-1) ?? null }
      : { parent: next.parent, after: this.beforeNext(id, next.parent) };
  }

  /** What stands before the next provision of ours among the siblings that follow in the file. */
  private beforeNext(id: string, parent: DraftNode | null): DraftNode | null {
    const siblings = parent?.children ?? this.draft.roots;
    const next = this.followers(id).find((node) => node.parent === parent);
    return next === undefined ? null : (siblings[siblings.indexOf(next) - 1] ?? null);
  }

  private nextRoot(id: string): DraftNode | null {
    return this.followers(id)[0] ?? null;
  }

  /** What follows in the file and stands where it stood. */
  private followers(id: string): DraftNode[] {
    const parent = this.after.get(id)?.place.parent ?? null;
    const siblings = [...this.after].filter(([, one]) => one.place.parent === parent).map(([one]) => one);
    const following = siblings.slice(siblings.indexOf(id) + 1);
    const standing = following.filter((one) => this.before.has(one) && !this.moved.has(one));
    return standing.flatMap((one) => this.nodes.get(one) ?? []);
  }

  private create(provision: Provision, parent: DraftNode | null): DraftNode {
    const taken = (one: string) => this.draft.nodes.has(one);
    const free =
      /^[a-z0-9]+(-[a-z0-9]+)*$/.test(provision.id) && !provision.id.startsWith('w-') && !taken(provision.id);
    const id = free ? provision.id : freshId(provision, parent?.id ?? null, taken, this.counted);
    const node = plant(this.draft, { ...provision, id, children: [] }, parent);
    this.nodes.set(provision.id, node);
    return node;
  }

  /** Takes a node from among its siblings, if it stands among any. */
  private take(node: DraftNode): void {
    const siblings = node.parent?.children ?? this.draft.roots;
    const at = siblings.indexOf(node);
    if (at === -1) return;
    siblings.splice(at, 1);
    touch(node.parent);
  }

  /** Takes out what the file takes out, but keeps what is above something of ours that the file does not show. */
  private removals(): void {
    for (const [id, { provision }] of [...this.before].reverse()) {
      const node = this.nodes.get(id);
      if (node === undefined || this.after.has(id)) continue;
      const reference = referenceOfNode(node);
      if (!saySame(node, provision) || node.children.length > 0) {
        const what = node.children.length > 0 ? 'not-in-file' : 'words';
        const expected = node.children.length > 0 ? `${node.children.length} provisions below it` : saidBy(node);
        this.drift.push({ reference, what, expected, found: saidBy(provision), wanted: '' });
        continue;
      }
      this.take(node);
      uproot(this.draft, node);
    }
  }
}
