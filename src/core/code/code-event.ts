import type { Day } from '../kernel/day.ts';
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
  | ({ readonly type: 'version-published' } & VersionPublished);
