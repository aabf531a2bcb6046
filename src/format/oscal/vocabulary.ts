import { createHash } from 'node:crypto';

/** The version of OSCAL that is written. */
export const OSCAL_VERSION = '1.2.1';

/** The namespace of what OSCAL has no name for. It is a name and no address: nothing is fetched from it. */
export const OURS = 'https://proviso.invalid/ns/oscal';

export const OSCAL_MEDIA_TYPE = 'application/oscal+json';

/** Every kind of OSCAL document by the one member of its file. */
export const ROOTS = [
  'catalog',
  'profile',
  'mapping-collection',
  'component-definition',
  'system-security-plan',
  'assessment-plan',
  'assessment-results',
  'plan-of-action-and-milestones',
] as const;

export interface Property {
  readonly name: string;
  readonly ns?: string;
  readonly value: string;
  readonly class?: string;
  readonly group?: string;
}

export interface Link {
  readonly href: string;
  readonly rel: string;
  readonly text?: string;
}

export interface Part {
  readonly id: string;
  readonly name: string;
  readonly ns?: string;
  readonly class?: string;
  readonly title?: string;
  readonly props?: readonly Property[];
  readonly prose?: string;
  readonly parts?: readonly Part[];
  readonly links?: readonly Link[];
}

export interface Control {
  readonly id: string;
  readonly class: string;
  readonly title: string;
  readonly props?: readonly Property[];
  readonly links?: readonly Link[];
  readonly parts?: readonly Part[];
}

export interface Group {
  readonly id?: string;
  readonly class: string;
  readonly title: string;
  readonly props?: readonly Property[];
  readonly links?: readonly Link[];
  readonly parts?: readonly Part[];
  readonly groups?: readonly Group[];
  readonly controls?: readonly Control[];
}

export interface Resource {
  readonly uuid: string;
  readonly title: string;
  readonly props?: readonly Property[];
  readonly rlinks?: readonly { readonly href: string; readonly 'media-type': string }[];
  readonly remarks?: string;
}

/** The part of a control that holds its words and what is below it, and that of a group. */
export const statementId = (id: string): string => `${tokenOf(id)}_smt`;
export const overviewId = (id: string): string => `${tokenOf(id)}_ovw`;

/** The identity of a provision as a token of OSCAL, which begins with no digit. */
export function tokenOf(id: string): string {
  return /^\d/.test(id) ? `_${id}` : id;
}

/** An array that OSCAL leaves out where it is empty. */
export function some<T, K extends string>(key: K, all: readonly T[]): Partial<Record<K, readonly T[]>> {
  return (all.length === 0 ? {} : { [key]: all }) as Partial<Record<K, readonly T[]>>;
}

/** `/sec/G3.26@2018-06-28`; without a name the whole instrument. */
export function permanentAddress(instrument: string, name: string | null, day: string): string {
  return `/${[instrument, ...(name === null ? [] : [name])].map(encodeURIComponent).join('/')}@${day}`;
}

const URL_NAMESPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

/** The UUID (version 5, RFC 9562) of a name in our namespace: the same name gives the same. */
export function uuidOf(name: string): string {
  return uuidIn(uuidIn(URL_NAMESPACE, OURS), name);
}

function uuidIn(namespace: string, name: string): string {
  const space = Buffer.from(namespace.replaceAll('-', ''), 'hex');
  const hash = createHash('sha1').update(space).update(name).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The value of a property of ours: plain, or percent-encoded where OSCAL does not allow its spaces. */
export function ours(name: string, value: string, rest: Pick<Property, 'class' | 'group'> = {}): Property {
  if (/^\S(.*\S)?$/u.test(value)) return { name, ns: OURS, value, ...rest };
  // an empty value cannot be percent-encoded into anything
  return { name, ns: OURS, value: value === '' ? '%' : encodeURIComponent(value), ...rest, class: ENCODED };
}

const ENCODED = 'percent-encoded';

/** What {@link ours} was given; a value that is not as it says stays as it stands. */
export function plainValue({ value, class: kind }: Pick<Property, 'value' | 'class'>): string {
  if (kind !== ENCODED) return value;
  if (value === '%') return '';
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** A file of OSCAL: two spaces to a level. */
export function bytesOf(root: (typeof ROOTS)[number], content: object): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({ [root]: content }, null, 2)}\n`);
}
