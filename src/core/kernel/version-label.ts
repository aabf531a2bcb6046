/** The label of a version, part by part: `5.20` is `[5, 20]`. Not a decimal: 5.5 comes before 5.14. Never empty. */
export type VersionLabel = readonly number[];

const VERSION_LABEL = /^v?((?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){1,3})$/;

/** Reads `5.20` or `v5.20`; null when it is not a label of two to four parts. */
export function parseVersionLabel(text: string): VersionLabel | null {
  return VERSION_LABEL.exec(text)?.[1]?.split('.').map(Number) ?? null;
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

/** The label after this one: its last part, one higher. */
export function nextVersionLabel(label: VersionLabel): VersionLabel {
  return [...label.slice(0, -1), (label.at(-1) as number) + 1];
}
