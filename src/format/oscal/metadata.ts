import type { DocumentInstrument } from '../../core/code/document-file.ts';
import { type Day, formatDay } from '../../core/kernel/day.ts';
import { writeLine } from './markup.ts';
import { OSCAL_VERSION, type Property, uuidOf } from './vocabulary.ts';

interface Described {
  readonly title: string;
  readonly version: string;
  /** The day of what the file says: a file made again is the same file. */
  readonly day: Day;
  readonly instrument: Pick<DocumentInstrument, 'id' | 'title'>;
  readonly props: readonly Property[];
  readonly address: string;
  /** Plain sentences, each a paragraph. */
  readonly remarks: readonly string[];
}

/** The metadata of a file: who keeps the text, of which day it is, and what the file does not hold. */
export function metadataOf({ title, version, day, instrument, props, address, remarks }: Described) {
  const keeper = uuidOf(`/${instrument.id}#code-administrator`);
  return {
    title: writeLine(title),
    'last-modified': `${formatDay(day)}T00:00:00Z`,
    version,
    'oscal-version': OSCAL_VERSION,
    props,
    links: [{ href: address, rel: 'canonical' }],
    roles: [{ id: 'code-administrator', title: 'Code Administrator' }],
    parties: [{ uuid: keeper, type: 'organization', name: `Code Administrator of ${plain(instrument.title)}` }],
    'responsible-parties': [{ 'role-id': 'code-administrator', 'party-uuids': [keeper] }],
    remarks: remarks
      .filter((one) => one !== '')
      .map(writeLine)
      .join('\n\n'),
  };
}

/** A name as OSCAL allows one: on one line. */
function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
