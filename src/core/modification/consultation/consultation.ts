import type { Day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { ReceivedResponse } from './consultation-event.ts';

/** A consultation that was opened. */
export interface Consultation {
  readonly from: Day;
  readonly closes: Instant;
  /** Each time that it was let close later, in order. */
  readonly extensions: readonly ConsultationExtension[];
  /** The last of each party. */
  readonly responses: readonly ReceivedResponse[];
  /** Those that their party replaced before the close, in the order in which they came. */
  readonly replaced: readonly ReceivedResponse[];
}

interface ConsultationExtension {
  readonly from: Instant;
  readonly to: Instant;
  readonly reasons: string;
  readonly on: Day;
}
