/**
 * How a rendered page calls a field or a group of fields, as markup without tags: its label, or its legend, after the
 * legend of the group it stands in. Null where the page has no words for it.
 */
export function labelIn(body: string, id: string): string | null {
  const label = wordsOf(new RegExp(`<label[^>]* for="${escaped(id)}"[^>]*>([\\s\\S]*?)</label>`).exec(body));
  const group = new RegExp(`<fieldset[^>]* id="${escaped(id)}"[^>]*>\\s*<legend[^>]*>([\\s\\S]*?)</legend>`).exec(body);
  if (label === null) return wordsOf(group);
  const before = body.slice(0, body.indexOf(` id="${id}"`));
  const opens = before.lastIndexOf('<fieldset');
  if (opens <= before.lastIndexOf('</fieldset>')) return label;
  const around = wordsOf(/<legend[^>]*>([\s\S]*?)<\/legend>/.exec(before.slice(opens)));
  return around === null ? label : `${around}, ${label}`;
}

/** A refusal as a page says it: by the name that its form gives the field, where the program goes by a path. */
export function saidWith(label: string | null, sentence: string, field: string): string {
  return label !== null && field !== '' && sentence.startsWith(`${field}: `)
    ? `${label}: ${sentence.slice(field.length + 2)}`
    : sentence;
}

function wordsOf(found: RegExpExecArray | null): string | null {
  const words = found?.[1]
    ?.replace(/<[^>]*>/g, '')
    .replace(/\s*\(optional\)\s*$/, '')
    .trim();
  return words === undefined || words === '' ? null : words;
}

function escaped(id: string): string {
  return id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
