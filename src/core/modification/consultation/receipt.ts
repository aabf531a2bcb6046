/** What a receipt's code names: an event of a modification's stream, and the hash by which the record chains it. */
export interface ReceiptCode {
  readonly modification: string;
  readonly version: number;
  readonly hash: string;
}

/** How much of the hash a code carries: 128 bits, which nobody finds by trying. */
const DIGITS = 32;
const CODE = /^([A-Z]{1,8}\d{2,5}[A-Z]?(?:\/\d{1,2})?)\.(\d{1,9})\.([0-9a-f]{32})$/;

/** The code of a receipt: `SECMP0065.12.3f2a…`. */
export function writeReceipt({ modification, version, hash }: ReceiptCode): string {
  return `${modification}.${version}.${hash.slice(0, DIGITS)}`;
}

/** Reads a code as somebody typed or pasted it; null when it is not one. */
export function parseReceipt(text: string): ReceiptCode | null {
  const [, modification, version, hash] = CODE.exec(text.replace(/\s+/g, '')) ?? [];
  if (modification === undefined || version === undefined || hash === undefined) return null;
  return { modification, version: Number(version), hash };
}

/** Whether a code is that of an event with a hash. */
export function receiptMatches({ hash }: ReceiptCode, of: string): boolean {
  return hash.length === DIGITS && of.startsWith(hash);
}
