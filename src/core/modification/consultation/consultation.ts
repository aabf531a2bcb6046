import type { Day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { ContentRef } from '../content-ref.ts';

/** What a party answered; its words are kept beside the chain. */
export interface ConsultationResponse {
  readonly party: string;
  readonly stance: 'support' | 'oppose' | 'neutral';
  readonly content: ContentRef;
  readonly on: Day;
}

/** A consultation that was opened. */
export interface Consultation {
  readonly from: Day;
  readonly closes: Instant;
  readonly responses: readonly ConsultationResponse[];
}
