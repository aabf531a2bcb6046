import type { PackedPart } from '../../core/modification/consultation/attachment-format.ts';

/** The most that a part of a file is unpacked to; one that grows beyond it is not looked into further, and so not taken. */
const MOST = 16 * 1024 * 1024;

/** A packed part as text of one letter a byte; null when it cannot be unpacked, or grows beyond all measure. */
export async function unpack({ form, bytes }: PackedPart): Promise<string | null> {
  if (form === 'unknown') return null;
  if (form === 'stored') return new TextDecoder('latin1').decode(bytes);
  let [text, size] = ['', 0];
  const decoder = new TextDecoder('latin1');
  try {
    const body = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(new DecompressionStream(form));
    for await (const chunk of body) {
      size += chunk.length;
      if (size > MOST) return null;
      text += decoder.decode(chunk, { stream: true });
    }
  } catch {
    // Some writers leave a line's end after the packed bytes, which counts as trailing; what came before it is whole.
    return text === '' ? null : text;
  }
  return text;
}
