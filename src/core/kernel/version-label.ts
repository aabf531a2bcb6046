/** The label of a version, part by part: `5.20` is `[5, 20]`. Not a decimal: 5.5 comes before 5.14. Never empty. */
export type VersionLabel = readonly number[];

/** A label as it is kept and printed: one to four whole numbers of at most five digits, joined by points. */
export const VERSION_LABEL = /^(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){0,3}$/;

/** Reads `5.20` or `v5.20`; null when it is not a label of one to four parts. */
export function parseVersionLabel(text: string): VersionLabel | null {
  const bare = text.startsWith('v') ? text.slice(1) : text;
  return VERSION_LABEL.test(bare) ? bare.split('.').map(Number) : null;
}

/** `5.20`, which {@link parseVersionLabel} reads back to the same value. */
export function formatVersionLabel(label: VersionLabel): string {
  return label.join('.');
}

/** Negative when `a` comes before `b`; a label comes before those that go on from it. */
export function compareVersionLabels(a: VersionLabel, b: VersionLabel): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at === -1 ? a.length - b.length : (a[at] as number) - (b[at] ?? -1);
}

/**
 * The labels that can come next, the nearest first: one part goes one higher and those after it fall away, so `5.23` is
 * followed by `5.24` or `6.0`. A part that has reached its five digits is left alone.
 */
export function nextVersionLabels(label: VersionLabel): readonly VersionLabel[] {
  const raised = label.map((part, at) => [...label.slice(0, at), part + 1]).toReversed();
  return raised
    .map((next) => (next.length < label.length && next.length === 1 ? [...next, 0] : next))
    .filter((next) => VERSION_LABEL.test(formatVersionLabel(next)));
}
