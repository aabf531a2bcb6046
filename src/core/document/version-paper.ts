import type { AmendingDocument, DocumentVersion, LifeEvent } from '../code/document-file.ts';
import { legalTextOf } from '../code/legal-text.ts';
import { writeDay } from '../kernel/day.ts';
import type { Block, Document } from './block.ts';
import { heading, list, paragraph, table } from './build.ts';
import { provisionBlocks } from './provision-blocks.ts';

/** A version of an instrument, or one document of it, as a paper that stands alone; with its life when that is asked. */
export function versionPaper(version: DocumentVersion): Document {
  const { instrument, document, provisions, on, life } = version;
  const [first] = provisions;
  const own = document === null || first === undefined ? [] : [first.number, first.heading];
  const part = own.filter((words) => words !== null && words !== '').join(' ');
  const name = part === '' ? instrument.title : `${instrument.shortTitle} ${part}`;
  const { label } = version.version;
  return {
    id: 'text',
    title: `${name}, version ${label}, on ${writeDay(on)}`,
    language: 'en-GB',
    dated: on,
    author: 'Code Administrator',
    notice: instrument.notice,
    cover: {
      kicker: part === '' ? `The text on ${writeDay(on)}` : `${instrument.title}: the text on ${writeDay(on)}`,
      title: name,
      blocks: [paragraph(versionSentence(version.version)), ...(life === null ? [] : lifeBlocks(life.events))],
    },
    footer: [`${instrument.shortTitle} version ${label}`, writeDay(on)],
    contents: provisions.length > 1,
    blocks: provisionBlocks(provisions),
  };
}

/** The legal text of a modification as a paper: what is to be done, in plain English, and the redline. */
export function amendingPaper(amending: AmendingDocument): Document {
  const { modification, title, dated, instrument, version, before, amendments } = amending;
  const made = legalTextOf(before, amendments);
  if (!made.ok) throw new Error(`The legal text of ${modification} does not apply: ${made.fault}`);
  const { instructions, blocks } = made.legalText;
  return {
    id: 'legal-text',
    title: `${modification} ${title}: legal text`,
    language: 'en-GB',
    dated,
    author: 'Code Administrator',
    notice: instrument.notice,
    cover: {
      kicker: 'Legal text',
      title: `${modification}: ${title}`,
      blocks: [
        paragraph(
          `It amends the ${instrument.shortTitle}, version ${version.label}. Words to be inserted are underlined and words to be deleted are struck through.`,
        ),
      ],
    },
    footer: [`${modification} legal text`, writeDay(dated)],
    contents: false,
    blocks: [heading('Instructions', 1), list(instructions), heading('Amended text', 1), { kind: 'redline', blocks }],
  };
}

function versionSentence({ label, inForceFrom, until }: LifeEvent): string {
  const end = until === null ? '' : ` until ${writeDay(until)}, the first day of the next version`;
  return `Version ${label} is in force from ${writeDay(inForceFrom)}${end}.`;
}

function lifeBlocks(events: readonly LifeEvent[]): readonly Block[] {
  const rows = events.map(({ label, inForceFrom, source }) => [
    label,
    writeDay(inForceFrom),
    source === null ? 'The first text in the record' : `${SOURCES[source.kind]} ${source.reference}`.trim(),
  ]);
  return [table('Versions', ['Version', 'In force from', 'Made by'], rows)];
}

const SOURCES = { modification: 'Modification', designation: 'Designation', unknown: 'Not known:' } as const;
