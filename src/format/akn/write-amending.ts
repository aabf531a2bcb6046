import type { Amendment } from '../../core/code/amendment.ts';
import { applyAmendment } from '../../core/code/apply-amendment.ts';
import type { AmendingDocument } from '../../core/code/document-file.ts';
import { instructionFor } from '../../core/code/instruction.ts';
import { printed } from '../../core/code/instruction-name.ts';
import type { CodeText, Place } from '../../core/code/provision.ts';
import { findVisited } from '../../core/code/tree.ts';
import { block, escapeText, inline, tag } from '../xml/write.ts';
import { expressionOf, identification, SPEAKERS } from './identification.ts';
import { type Naming, naming } from './naming.ts';
import { OURS } from './vocabulary.ts';
import { bytesOf, eIdsOf, workOf } from './write-document.ts';
import { plainText, writeProvisions } from './write-text.ts';

/** One amendment as it is written: its paragraph, and what the analysis says of it. */
interface WrittenAmendment {
  readonly lines: readonly string[];
  readonly analysis: readonly string[];
}

/** Where an amendment applies: the text that those before it leave, and the eIds of that text. */
interface Target {
  readonly text: CodeText;
  readonly href: string;
  readonly eIds: ReadonlyMap<string, string>;
}

/**
 * A modification's legal text as an Akoma Ntoso bill: a paragraph for each amendment with its instruction as a `mod`,
 * the provisions that it inserts as quoted structures, and the analysis of what it does to which provision.
 */
export async function writeAknAmending(amending: AmendingDocument): Promise<Uint8Array> {
  const { modification, title, dated, instrument, version, before, amendments } = amending;
  const work = `/akn/gb/bill/modification/${encodeURI(modification)}`;
  const href = `${expressionOf({ work: workOf(instrument), from: version.inForceFrom })}/!main`;
  const names = naming();
  const written: WrittenAmendment[] = [];
  let text = before;
  for (const [index, amendment] of amendments.entries()) {
    written.push(writeAmendment(amendment, `${index + 1}.`, { text, href, eIds: eIdsOf(text.provisions) }, names));
    const applied = applyAmendment(text, amendment);
    if (applied.ok) text = applied.text;
  }
  const analysis = written.flatMap((one) => one.analysis);
  const identified = {
    work,
    component: 'main',
    since: dated,
    from: dated,
    subtype: 'modification',
    number: modification,
    title: `${modification}: ${title}`,
    shortTitle: modification,
    label: null,
  };
  return bytesOf('bill', 'modification', 'originalVersion', [
    ...block('meta', {}, [
      ...identification(identified),
      ...(analysis.length === 0 ? [] : block('analysis', { source: OURS }, block('activeModifications', {}, analysis))),
      ...block('references', { source: OURS }, [
        tag('original', { eId: 'original', href: work, showAs: title }, '/>'),
        tag('activeRef', { eId: 'amended', href, showAs: `${instrument.title}, version ${version.label}` }, '/>'),
        ...SPEAKERS,
      ]),
    ]),
    ...block('preface', {}, [
      `<p>${inline('docTitle', {}, escapeText(identified.title))}</p>`,
      inline('p', {}, escapeText(instrument.notice)),
    ]),
    ...block('body', {}, [
      ...block('section', { eId: names.next(null, 'section', '1') }, [
        inline('num', {}, '1'),
        inline('heading', {}, escapeText(`Amendments of the ${instrument.title}, version ${version.label}`)),
        ...written.flatMap((one) => one.lines),
      ]),
    ]),
  ]);
}

function writeAmendment(amendment: Amendment, number: string, target: Target, names: Naming): WrittenAmendment {
  const eId = names.next('sec_1', 'paragraph', number);
  const mod = names.next(eId, 'mod', null);
  const quoted: string[] = [];
  const sentence = instructionFor(target.text, amendment).join(' ');
  const words = instructed(amendment, sentence, (name, content) => {
    const own = names.next(mod, name, null);
    quoted.push(own);
    return content(own);
  });
  const said = inline('p', {}, inline('mod', { eId: mod }, words));
  const lines = block('paragraph', { eId }, [inline('num', {}, number), ...block('content', {}, [said])]);
  return { lines, analysis: changesOf(amendment).flatMap((change) => analyse(change, mod, quoted, target, names)) };
}

/** The sentence with what it quotes marked: inserted provisions as structures, other words as text. */
function instructed(
  amendment: Amendment,
  sentence: string,
  quote: (name: string, content: (eId: string) => string) => string,
): string {
  if (amendment.kind === 'insert') {
    const said = sentence.slice(0, sentence.length - printed(amendment.provision).length - 1);
    return (
      escapeText(said) +
      quote('quotedStructure', (eId) => {
        const lines = writeProvisions([amendment.provision], eId, anonymous());
        return inline(
          'quotedStructure',
          { eId, startQuote: '“', endQuote: '”' },
          lines.map((line) => line.trim()).join(''),
        );
      })
    );
  }
  return sentence
    .split(/(“[^“”]*”)/)
    .map((part, index) => {
      if (index % 2 === 0) return escapeText(part);
      return quote('quotedText', (eId) => {
        return inline('quotedText', { eId, startQuote: '“', endQuote: '”' }, escapeText(part.slice(1, -1)));
      });
    })
    .join('');
}

/** Quoted provisions are named within their quotation. */
function anonymous() {
  return plainText(naming());
}

/** What the standard calls a change, and the provision that it is made to or beside. */
interface Change {
  readonly type: 'insertion' | 'repeal' | 'substitution' | 'renumbering' | 'split' | 'join';
  readonly at: string | Place;
}

function changesOf(amendment: Amendment): readonly Change[] {
  switch (amendment.kind) {
    case 'insert':
      return [{ type: 'insertion', at: amendment.at }];
    case 'repeal':
      return [{ type: 'repeal', at: amendment.provision.id }];
    case 'substitute':
    case 'replace':
      return [{ type: 'substitution', at: amendment.target }];
    case 'renumber':
      return [{ type: 'renumbering', at: amendment.target }];
    case 'move':
      return [
        { type: 'repeal', at: amendment.target },
        { type: 'insertion', at: amendment.to },
      ];
    case 'split':
    case 'join':
      return [{ type: amendment.kind, at: amendment.target }];
  }
}

function analyse(
  { type, at }: Change,
  mod: string,
  quoted: readonly string[],
  target: Target,
  names: Naming,
): string[] {
  const { text, href, eIds } = target;
  const to = (id: string | null): string => {
    const found = id === null ? null : findVisited(text, id);
    return found === null ? href : `${href}#${eIds.get(found.provision.id)}`;
  };
  const destination =
    typeof at === 'string'
      ? { href: to(at) }
      : at.after === null
        ? { href: to(at.parent), pos: 'start' }
        : { href: to(at.after), pos: 'after' };
  return block('textualMod', { type, eId: names.next(null, 'textualMod', null) }, [
    tag('source', { href: `#${mod}` }, '/>'),
    tag('destination', destination, '/>'),
    ...(type === 'insertion' || type === 'substitution' ? quoted.slice(-1) : []).map((eId) =>
      tag('new', { href: `#${eId}` }, '/>'),
    ),
  ]);
}
