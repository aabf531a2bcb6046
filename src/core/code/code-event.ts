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
    } & VersionPublished)
  | ({
      readonly type: 'version-moved';
      readonly reasons: string;
      /** It and the versions that it passes, as they apply in their new order; absent when it passes none. */
      readonly rebased?: readonly RebasedVersion[];
    } & VersionMove);

/** Another day for a version that is published and not yet in force. */
export interface VersionMove extends Pick<VersionPublished, 'label' | 'inForceFrom'> {}

/** A version as it applies once another, which takes effect before it, has been published. */
export interface RebasedVersion {
  readonly label: string;
  readonly amendments: readonly Amendment[];
}
