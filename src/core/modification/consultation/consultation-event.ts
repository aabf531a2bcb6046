import type { Day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { ContentRef } from '../content-ref.ts';

/** Everything that happens in a consultation. */
export type ConsultationEvent =
  | { readonly type: 'consultation-opened'; readonly step: string; readonly from: Day; readonly closes: Instant }
  | {
      readonly type: 'response-received';
      readonly step: string;
      readonly party: string;
      readonly stance: 'support' | 'oppose' | 'neutral';
      /** The words are kept beside the chain; this names them. */
      readonly content: ContentRef;
      readonly on: Day;
    }
  | { readonly type: 'consultation-closed'; readonly step: string; readonly on: Day; readonly responses: number };
