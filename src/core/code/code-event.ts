import type { Day } from '../kernel/day.ts';
import type { Amendment } from './amendment.ts';
import type { CodeText } from './provision.ts';
import type { VersionPublished } from './version.ts';

/** Stream `code/<instrument>`: the text of an instrument and its versions. */
export type CodeEvent =
  | {
      readonly type: 'code-adopted';
      readonly instrument: string;
      readonly title: string;
      readonly shortTitle: string;
      readonly label: string;
      readonly inForceFrom: Day;
      readonly text: CodeText;
      readonly notice: string;
    }
  | ({
      readonly type: 'version-published';
      /** Versions that take effect after it, mapped over it; absent when there are none. */
      readonly rebased?: readonly RebasedVersion[];
    } & VersionPublished);

/** A version as it applies once another, which takes effect before it, has been published. */
export interface RebasedVersion {
  readonly label: string;
  readonly amendments: readonly Amendment[];
}
