import type { LeftScope, Letter } from '../../core/document/notice/letter.ts';
import type { Parcel } from '../../core/document/notice/webhook.ts';
import type { Role } from '../../core/party/actor.ts';

/** A person who can be told. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly seat: string | null;
  readonly party: string | null;
  readonly disabled: boolean;
}

/** What came of handing something to the world. */
export type Handed =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly error: string;
      /** Whether it would be refused again. */
      readonly isFinal: boolean;
    };

/** What telling people needs of the world; `main.ts` gives it, tests give doors that they watch. */
export interface NoticeDoors {
  /** Address of the site, for links: `https://code.example`. */
  readonly baseUrl: string;
  people(): Promise<readonly Person[]>;
  /** The address that leaves such notices without signing in. */
  leaveAddress(person: string, scope: LeftScope): string;
  /** Hands a letter to the mail server; null when none is configured. */
  readonly mail: ((letter: Letter) => Promise<Handed>) | null;
  /** Posts to a webhook. */
  post(parcel: Parcel): Promise<Handed>;
}
