import type {
  Addressed,
  Attempt,
  Channel,
  KeptNotice,
  Message,
  MessageState,
} from '../../core/document/notice/message.ts';
import type { Topic } from '../../core/document/notice/notice.ts';
import type { Preference } from '../../core/document/notice/preference.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import type { Webhooks } from './webhooks.ts';

/** Which notices are asked for; left out, all that were told. The latest come first. */
interface NoticeFilter {
  readonly modification?: string;
  readonly code?: string;
  readonly topic?: string;
  /** Those alone that anyone may read. */
  readonly isPublic?: boolean;
  readonly limit: number;
}

/** Notices, which the appending transaction writes, and the outbox through which they leave. */
export interface Notices {
  /** Those that were told up to an instant, the latest first. */
  told(now: Instant, filter: NoticeFilter): Promise<readonly KeptNotice[]>;
  /** Whether anything is to be addressed or sent by an instant. */
  isDue(now: Instant): Promise<boolean>;
  /**
   * Addresses what is due: each notice once to each recipient and channel, however many do this at once. Gives how many
   * notices were addressed.
   */
  dispatch(now: Instant, addressees: (notice: KeptNotice) => readonly Addressed[]): Promise<number>;
  /**
   * Takes one message of a channel that is due and that nobody else is at, has it sent and keeps what became of it. False when there
   * is none. Whoever ends in between leaves it as it was: it is sent again under the same id.
   */
  deliver(now: Instant, channel: Channel, send: (message: Message) => Promise<Attempt>): Promise<boolean>;
  /** The latest first, in an order that stays; `after` is the message by id behind which to go on. */
  messages(filter: {
    readonly recipients?: readonly string[];
    readonly channel?: Channel;
    readonly state?: MessageState;
    readonly topic?: Topic;
    readonly after?: string;
    readonly limit: number;
  }): Promise<readonly Message[]>;
  /** How many messages there are of each topic: to one recipient, or (null) to all. */
  counted(recipient: string | null): Promise<readonly { readonly topic: Topic; readonly messages: number }[]>;
  message(id: string): Promise<Message | null>;
  /** Sends a message that is settled once more, under its id; false when there is no such message. */
  again(id: string, now: Instant): Promise<boolean>;
  readonly webhooks: Webhooks;
  /** What everyone chose, by person. */
  preferences(): Promise<ReadonlyMap<string, readonly Preference[]>>;
  /** Keeps a change of what someone chose; changes of one person are made one after another. */
  prefer(person: string, change: (chosen: readonly Preference[]) => readonly Preference[]): Promise<void>;
}
