import { formatFault, type PackedPart, packedIn } from './attachment-format.ts';

/** The largest file that goes with a response, in bytes. */
export const LARGEST_ATTACHMENT = 5 * 1024 * 1024;
/** The most files that go with a response. */
export const MOST_ATTACHMENTS = 5;

/** The kinds of file that are taken, by the end of their name. */
const ATTACHMENT_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  txt: 'text/plain',
  csv: 'text/csv',
};

/** Ends of names that are run by whoever opens them, even where they are followed by another. */
const RUN =
  /^(?:exe|com|scr|bat|cmd|ps1|vbs?|vbe|jse?|mjs|wsf|hta|msi|jar|lnk|app|sh|py|rb|pl|php|html?|xhtml|svg|xml|swf|dll|docm|dotm|xlsm|xltm|xlam|pptm|iso|img|reg)$/i;

/** A file that is taken: its cleaned name, and what it is. */
export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
}

/** The name of a file without the folders before it and without what is no letter of a name. */
export function cleanFileName(given: string): string {
  const last = given.normalize('NFC').replace(/^.*[/\\]/s, '');
  return last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(-120);
}

/** The parts of a file that have to be unpacked before it is checked. */
export function packedParts(given: string, bytes: Uint8Array): readonly PackedPart[] {
  return bytes.length > LARGEST_ATTACHMENT ? [] : packedIn(endOf(cleanFileName(given)), bytes);
}

function endOf(name: string): string {
  return name.split('.').slice(1).at(-1)?.toLowerCase() ?? '';
}

/**
 * Whether a file may go with a response: a kind that is taken, by its name and by how it begins and ends, and without what
 * runs when it is opened. `unpacked` are the parts of {@link packedParts} in their order, null for one that could not be unpacked.
 */
export function checkAttachment(
  given: string,
  bytes: Uint8Array,
  unpacked: readonly (string | null)[],
): { readonly ok: true; readonly value: Attachment } | { readonly ok: false; readonly sentence: string } {
  const name = cleanFileName(given);
  const no = (sentence: string) => ({ ok: false, sentence }) as const;
  const [stem = '', ...ends] = name.split('.');
  const end = endOf(name);
  const mediaType = Object.hasOwn(ATTACHMENT_TYPES, end) ? ATTACHMENT_TYPES[end] : undefined;
  const taken = Object.keys(ATTACHMENT_TYPES).join(', ');
  if (stem === '' || mediaType === undefined) {
    return no(`"${name}" is not of a kind that is taken; expected a name that ends in one of ${taken}.`);
  }
  const hidden = ends.slice(0, -1).find((one) => RUN.test(one.trim()));
  if (hidden !== undefined)
    return no(`"${name}" has the end of a program in its name, .${hidden}; expected one end alone.`);
  if (bytes.length === 0) return no(`"${name}" is empty; expected a file with content.`);
  if (bytes.length > LARGEST_ATTACHMENT) {
    return no(
      `"${name}" has ${bytes.length} bytes; at most ${LARGEST_ATTACHMENT} are taken (${LARGEST_ATTACHMENT / 1024 / 1024} MB).`,
    );
  }
  if (unpacked.includes(null)) return no(`"${name}" has a part that is packed so that it cannot be looked into.`);
  const why = formatFault(
    end,
    bytes,
    unpacked.filter((part) => part !== null),
  );
  return why === null ? { ok: true, value: { name, mediaType } } : no(`"${name}" ${why}.`);
}
