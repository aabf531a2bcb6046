import { elementsOf, parseXml } from '../../src/format/xml/parse.ts';
import type { XmlElement } from '../../src/format/xml/scan.ts';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const UUID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What RFC 4287 asks of a feed and this one does not have, as sentences. */
export function faultsOfAtom(bytes: Uint8Array): string[] {
  const read = parseXml(bytes, 'feed.atom');
  if (!read.ok) return [read.rejection.sentence];
  const { root } = read.value;
  const faults: string[] = [];
  const only = (element: XmlElement, name: string): string => {
    const found = elementsOf(element).filter((child) => child.local === name);
    if (found.length !== 1) faults.push(`${element.local} has ${found.length} of ${name}`);
    return (found[0]?.content ?? []).filter((part) => typeof part === 'string').join('');
  };
  if (root.local !== 'feed' || root.uri !== 'http://www.w3.org/2005/Atom') faults.push('it is no feed of Atom');
  const entries = elementsOf(root).filter((child) => child.local === 'entry');
  const ids = [root, ...entries].map((element) => {
    only(element, 'title');
    const updated = only(element, 'updated');
    if (!INSTANT.test(updated)) faults.push(`"${updated}" is no instant`);
    return only(element, 'id');
  });
  only(root, 'author');
  if (new Set(ids).size !== ids.length) faults.push('an id stands twice');
  faults.push(...ids.filter((id) => !UUID.test(id)).map((id) => `"${id}" is no UUID`));
  return faults;
}
