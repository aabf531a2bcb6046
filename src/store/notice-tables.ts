import type { JSONColumnType } from 'kysely';
import type { Block } from '../core/document/block.ts';
import type { Channel, MessageState } from '../core/document/notice/message.ts';
import type { Concern, Topic } from '../core/document/notice/notice.ts';
import type { Mode } from '../core/document/notice/preference.ts';
import type { Moment, NullableMoment } from './tables.ts';

/** Notices are a projection. The outbox and the choices are no part of the record. */
export interface NoticeTables {
  notice: {
    id: string;
    /** The event that it tells of, and its place among the notices of that event. */
    position: number;
    place: number;
    topic: Topic;
    what: string;
    modification: string | null;
    code: string | null;
    concerns: JSONColumnType<readonly Concern[]>;
    is_public: boolean;
    subject: string;
    body: JSONColumnType<readonly Block[]>;
    told_at: Moment;
    until: NullableMoment;
    reminds: string | null;
  };
  /** Notices that nobody has been addressed with yet. */
  notice_due: { notice: string; at: Moment };
  outbox: {
    id: string;
    channel: Channel;
    recipient: string;
    /** The notice, or the instant of the digest, that it is for: one message for each. */
    batch: string;
    is_digest: boolean;
    state: MessageState;
    attempts: number;
    next_attempt: NullableMoment;
    error: string | null;
    made_at: Moment;
    settled_at: NullableMoment;
  };
  outbox_item: { channel: Channel; recipient: string; notice: string; message: string };
  webhook: { id: string; url: string; topics: Topic[]; secret: string; made_at: Moment; made_by: string };
  /** An empty topic or modification stands for all of them. */
  notice_preference: { person: string; topic: Topic | ''; modification: string; mode: Mode };
}
