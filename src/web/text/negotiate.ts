/** A form in which the text on a day is given. */
export interface TextForm {
  /** As `?format=` names it. */
  readonly name: string;
  readonly title: string;
  readonly mediaType: string;
}

/** Every form, the one first that is given to who does not say. `page` is the reader itself; `html` stands alone. */
export const TEXT_FORMS: readonly TextForm[] = [
  { name: 'page', title: 'page', mediaType: 'text/html' },
  { name: 'json', title: 'JSON', mediaType: 'application/json' },
  { name: 'akn', title: 'Akoma Ntoso', mediaType: 'application/akn+xml' },
  {
    name: 'docx',
    title: 'Word',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  { name: 'pdf', title: 'PDF', mediaType: 'application/pdf' },
  { name: 'oscal', title: 'OSCAL catalog', mediaType: 'application/oscal+json' },
  { name: 'html', title: 'a page that stands alone', mediaType: 'text/html' },
];

interface Range {
  readonly type: string;
  readonly subtype: string;
  readonly quality: number;
}

/** The form that an Accept header likes best (RFC 9110, 12.5.1), the first of those that it likes as much; null when none. */
export function negotiate(accept: string | undefined, forms: readonly TextForm[] = TEXT_FORMS): TextForm | null {
  const ranges = (accept ?? '').split(',').flatMap(rangeOf);
  if (ranges.length === 0) return forms[0] ?? null;
  let best: TextForm | null = null;
  let most = 0;
  for (const form of forms) {
    const quality = qualityOf(form.mediaType, ranges);
    if (quality > most) [best, most] = [form, quality];
  }
  return best;
}

/** That of the range that says most of the type. */
function qualityOf(mediaType: string, ranges: readonly Range[]): number {
  const [type, subtype] = mediaType.split('/');
  let [quality, said] = [0, -1];
  for (const range of ranges) {
    const fits =
      range.type === type && range.subtype === subtype
        ? 2
        : range.type === type && range.subtype === '*'
          ? 1
          : range.type === '*' && range.subtype === '*'
            ? 0
            : -1;
    if (fits > said) [quality, said] = [range.quality, fits];
  }
  return quality;
}

function rangeOf(text: string): Range[] {
  const [media = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const [, type, subtype] = /^([\w!#$&^.+*-]+)\/([\w!#$&^.+*-]+)$/.exec(media) ?? [];
  if (type === undefined || subtype === undefined) return [];
  const given = parameters.find((part) => part.startsWith('q='))?.slice(2) ?? '1';
  const quality = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(given) ? Number(given) : 0;
  return [{ type, subtype, quality }];
}
