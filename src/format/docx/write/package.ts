import { strToU8, type Zippable, zipSync } from 'fflate';
import { PROVISION_KINDS, type ProvisionKind } from '../../../core/code/provision.ts';
import { escapeText, inline, tag } from '../../xml/write.ts';
import { BODY_STYLE, NOTICE_STYLE, RUN_STYLE, styleOfKind } from '../marks.ts';
import { COLOUR } from '../style.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The earliest time that a zip entry can bear: it says nothing and is the same for all. */
const ENTRY_TIME = new Date(1980, 0, 1);

/** What a file is made of: the content of its body, lists and footnotes, and what it says of itself. */
export interface WordContent {
  readonly title: string;
  readonly author: string;
  /** ISO instant. */
  readonly date: string;
  readonly body: string;
  readonly numbering: string;
  readonly footnotes: readonly string[];
}

/** A Word file, its entries in order and its times fixed: the same content gives the same bytes. */
export function packWord({ title, author, date, body, numbering, footnotes }: WordContent): Uint8Array {
  const properties =
    inline('dc:title', {}, escapeText(title)) +
    inline('dc:creator', {}, escapeText(author)) +
    ['created', 'modified'].map((one) => inline(`dcterms:${one}`, { 'xsi:type': 'dcterms:W3CDTF' }, date)).join('');
  const page =
    tag('w:pgSz', { 'w:w': '11906', 'w:h': '16838' }, '/>') +
    tag(
      'w:pgMar',
      {
        'w:top': '1440',
        'w:right': '1440',
        'w:bottom': '1440',
        'w:left': '1440',
        'w:header': '720',
        'w:footer': '720',
        'w:gutter': '0',
      },
      '/>',
    );
  const separators = ['separator', 'continuationSeparator'].map((kind, at) =>
    inline(
      'w:footnote',
      { 'w:type': kind, 'w:id': String(at - 1) },
      inline('w:p', {}, inline('w:r', {}, tag(`w:${kind}`, {}, '/>'))),
    ),
  );
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relations([
      ['officeDocument', 'word/document.xml'],
      ['metadata/core-properties', 'docProps/core.xml'],
    ]),
    'docProps/core.xml': inline('cp:coreProperties', CORE, properties),
    'word/_rels/document.xml.rels': relations(PARTS.map((part) => [part, `${part}.xml`])),
    'word/document.xml': inline(
      'w:document',
      { 'xmlns:w': W, 'xmlns:r': R },
      inline('w:body', {}, body + inline('w:sectPr', {}, page)),
    ),
    'word/footnotes.xml': inline('w:footnotes', { 'xmlns:w': W }, [...separators, ...footnotes].join('')),
    'word/numbering.xml': inline('w:numbering', { 'xmlns:w': W }, numbering),
    'word/settings.xml': inline('w:settings', { 'xmlns:w': W }, SETTINGS),
    'word/styles.xml': inline('w:styles', { 'xmlns:w': W }, STYLES),
  };
  const entries: Zippable = {};
  for (const [path, xml] of Object.entries(parts)) entries[path] = [strToU8(HEAD + xml), { mtime: ENTRY_TIME }];
  return zipSync(entries, { level: 6 });
}

const PARTS = ['styles', 'settings', 'numbering', 'footnotes'] as const;

const CORE = {
  'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
};

const CONTENT_TYPES = inline(
  'Types',
  { xmlns: `${PACKAGE}/content-types` },
  [
    tag(
      'Default',
      { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' },
      '/>',
    ),
    tag('Default', { Extension: 'xml', ContentType: 'application/xml' }, '/>'),
    tag('Override', { PartName: '/word/document.xml', ContentType: `${WORD}.document.main+xml` }, '/>'),
    ...PARTS.map((part) =>
      tag('Override', { PartName: `/word/${part}.xml`, ContentType: `${WORD}.${part}+xml` }, '/>'),
    ),
    tag(
      'Override',
      { PartName: '/docProps/core.xml', ContentType: 'application/vnd.openxmlformats-package.core-properties+xml' },
      '/>',
    ),
  ].join(''),
);

function relations(all: readonly (readonly [string, string])[]): string {
  const written = all.map(([type, target], at) => {
    const kind = type.includes('/') ? `${PACKAGE}/relationships/${type}` : `${R}/${type}`;
    return tag('Relationship', { Id: `rId${at + 1}`, Type: kind, Target: target }, '/>');
  });
  return inline('Relationships', { xmlns: `${PACKAGE}/relationships` }, written.join(''));
}

/** What is typed in the file from now on is tracked; Word asks for nothing when it opens it. */
const SETTINGS =
  '<w:trackRevisions/><w:defaultTabStop w:val="720"/>' +
  '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' +
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>';

/** Sizes in half-points, distances in twentieths of a point. */
const LOOKS: Partial<
  Record<ProvisionKind, { readonly outline?: number; readonly size?: number; readonly bold?: boolean }>
> = {
  section: { outline: 0, size: 32, bold: true },
  schedule: { outline: 0, size: 32, bold: true },
  appendix: { outline: 0, size: 32, bold: true },
  'subsidiary-document': { outline: 0, size: 32, bold: true },
  part: { outline: 1, size: 27, bold: true },
  heading: { outline: 2, size: 23, bold: true },
  table: { bold: true },
  'header-row': {},
  note: { size: 18 },
};

/** Whether a kind of provision is set as a heading. */
export function isTitle(kind: ProvisionKind): boolean {
  return LOOKS[kind]?.outline !== undefined;
}

function paragraphStyle(id: string, name: string, properties: string, run: string, extra = ''): string {
  const says =
    tag('w:name', { 'w:val': name }, '/>') + extra + inline('w:pPr', {}, properties) + inline('w:rPr', {}, run);
  return inline('w:style', { 'w:type': 'paragraph', 'w:styleId': id }, says);
}

const BASED = '<w:basedOn w:val="Normal"/><w:qFormat/>';

const KINDS = PROVISION_KINDS.map((kind) => {
  const { outline, size, bold } = LOOKS[kind] ?? {};
  const isHead = outline !== undefined;
  const space = tag(
    'w:spacing',
    kind === 'cell' ? { 'w:before': '40', 'w:after': '40' } : { 'w:before': isHead ? '240' : '0', 'w:after': '120' },
    '/>',
  );
  const outlined = isHead ? tag('w:outlineLvl', { 'w:val': String(outline) }, '/>') : '';
  const keep = isHead || kind === 'table' ? '<w:keepNext/>' : '';
  const looks = (bold ? '<w:b/>' : '') + (size === undefined ? '' : tag('w:sz', { 'w:val': String(size) }, '/>'));
  return paragraphStyle(styleOfKind(kind), `Provision ${kind}`, keep + space + outlined, looks, BASED);
});

function characterStyle(id: string, name: string, run: string): string {
  const attributes = { 'w:type': 'character', 'w:styleId': id };
  return inline('w:style', attributes, tag('w:name', { 'w:val': name }, '/>') + inline('w:rPr', {}, run));
}

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => tag(`w:${side}`, { 'w:val': 'single', 'w:sz': '4', 'w:space': '0', 'w:color': COLOUR.rule }, '/>'))
  .join('');

const STYLES = [
  inline(
    'w:docDefaults',
    {},
    inline(
      'w:rPrDefault',
      {},
      inline(
        'w:rPr',
        {},
        '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="en-GB"/>',
      ),
    ),
  ),
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  paragraphStyle('Title', 'Title', '<w:spacing w:after="120"/>', '<w:b/><w:sz w:val="40"/>', BASED),
  paragraphStyle(
    NOTICE_STYLE,
    'Provision notice',
    '<w:spacing w:after="120"/>',
    `<w:i/><w:color w:val="${COLOUR.muted}"/><w:sz w:val="18"/>`,
    BASED,
  ),
  ...KINDS,
  characterStyle(RUN_STYLE.heading, 'Provision heading', ''),
  characterStyle(BODY_STYLE, 'Provision body', '<w:b w:val="0"/><w:sz w:val="22"/>'),
  characterStyle(RUN_STYLE.gap, 'Provision gap', ''),
  characterStyle(RUN_STYLE.number, 'Provision number', ''),
  characterStyle('FootnoteReference', 'footnote reference', '<w:vertAlign w:val="superscript"/>'),
  inline(
    'w:style',
    { 'w:type': 'table', 'w:styleId': 'PvTable' },
    `<w:name w:val="Provision table"/>${inline('w:tblPr', {}, inline('w:tblBorders', {}, BORDERS))}<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>`,
  ),
].join('');
