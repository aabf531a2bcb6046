import type { ProvisionKind } from '../../core/code/provision.ts';

/** The namespace of the published standard, in which everything is written. */
export const AKN = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

/** Namespaces of the standard before it was published. */
const OLDER = 'http://www.akomantoso.org/';

/** Whether a namespace is one of the standard: as published, of a draft, or older. */
export function isAkn(uri: string): boolean {
  return uri === AKN || uri.startsWith(`${AKN}/`) || uri.startsWith(OLDER);
}

/** Who says so, where a file asks for the source of a statement: this program, from its record. */
export const OURS = '#proviso';

/** The element of a kind of provision that has one of its own; the others are an `hcontainer` named for the kind. */
export const ELEMENT_OF: Readonly<Partial<Record<ProvisionKind, string>>> = {
  section: 'section',
  part: 'part',
  clause: 'clause',
  paragraph: 'paragraph',
  'sub-paragraph': 'subparagraph',
};

/** What the levels of other people's texts are here. A level of ours comes first where two are the same. */
export const KIND_OF: Readonly<Record<string, ProvisionKind>> = {
  section: 'section',
  part: 'part',
  clause: 'clause',
  paragraph: 'paragraph',
  subparagraph: 'sub-paragraph',
  article: 'clause',
  rule: 'clause',
  subsection: 'paragraph',
  subclause: 'paragraph',
  subrule: 'paragraph',
  alinea: 'paragraph',
  proviso: 'paragraph',
  transitional: 'paragraph',
  level: 'paragraph',
  point: 'sub-paragraph',
  indent: 'sub-paragraph',
  chapter: 'part',
  title: 'part',
  book: 'part',
  tome: 'part',
  division: 'part',
  subpart: 'part',
  subchapter: 'part',
  subtitle: 'part',
  subdivision: 'part',
};

/** The levels that are exactly ours. */
export const OWN_LEVELS: ReadonlySet<string> = new Set(Object.values(ELEMENT_OF));

/** Elements that group what is in them and say nothing by themselves: what is in them belongs to what they are in. */
export const TRANSPARENT: ReadonlySet<string> = new Set([
  'content',
  'intro',
  'body',
  'mainBody',
  'debateBody',
  'judgmentBody',
  'portionBody',
  'collectionBody',
  'amendmentBody',
  'div',
  'blockContainer',
]);

/** Elements whose words stand in a line of their own. */
export const LINES: ReadonlySet<string> = new Set([
  'p',
  'block',
  'scene',
  'narrative',
  'summary',
  'from',
  'listIntroduction',
  'listWrapUp',
]);

/** Kinds of documents, each with metadata and a body. */
export const DOCUMENTS: ReadonlySet<string> = new Set([
  'act',
  'bill',
  'doc',
  'statement',
  'amendment',
  'judgment',
  'debate',
  'debateReport',
  'portion',
  'amendmentList',
  'officialGazette',
  'documentCollection',
]);

/** Short names of elements in an eId, by the standard's naming convention; others stand in full. */
export const SHORT_NAME: Readonly<Record<string, string>> = {
  section: 'sec',
  clause: 'cl',
  paragraph: 'para',
  subparagraph: 'subpara',
  quotedStructure: 'qstr',
  quotedText: 'qtext',
};
