import { visible } from '../printable.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that is safe in content and in a quoted attribute, with what cannot be seen as its code. */
export function escapeText(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** An element. Attribute values are escaped here; content is markup already. Addresses other than web, mail and local ones are dropped. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: string | readonly string[],
): string {
  const written = Object.entries(attributes)
    .filter(([key, value]) => key !== 'href' || /^(https?:|mailto:|[#/])/i.test(value))
    .map(([key, value]) => ` ${key}="${escapeText(value)}"`)
    .join('');
  return `<${name}${written}>${typeof content === 'string' ? content : content.join('')}</${name}>`;
}
