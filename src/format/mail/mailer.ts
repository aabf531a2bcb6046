import type { Letter } from '../../core/document/notice/letter.ts';
import { isMailbox } from './mailbox.ts';
import { mimeOf, readSender, type Sender } from './mime.ts';
import { MailFault, type MailServer, readMailServer, sendMail } from './smtp.ts';

/** What became of a letter; final when it would be refused again. */
type Mailed = { readonly ok: true } | { readonly ok: false; readonly error: string; readonly isFinal: boolean };

/** Hands letters to a mail server. */
export type Mailer = (letter: Letter) => Promise<Mailed>;

/** The mailer that two settings name, or a sentence on what is wrong with them; null when none is named. */
export function readMailer(server: string | undefined, from: string | undefined): Mailer | null | string {
  if (server === undefined || server === '') return null;
  const read = readMailServer(server);
  if (typeof read === 'string') return `PROVISO_SMTP: ${read}.`;
  const sender = readSender(from ?? '');
  if (sender === null) return 'PROVISO_MAIL_FROM: expected the address that notices come from, as Name <name@host>.';
  return mailerOf(read, sender);
}

/** A mailer of a server. */
export function mailerOf(server: MailServer, from: Sender): Mailer {
  return async (letter) => {
    if (!isMailbox(letter.to.email)) {
      return { ok: false, error: 'The address is none that mail can be sent to.', isFinal: true };
    }
    try {
      await sendMail(server, { from: from.email, to: letter.to.email }, mimeOf(letter, from));
      return { ok: true };
    } catch (error) {
      if (!(error instanceof MailFault)) throw error;
      return { ok: false, error: error.message, isFinal: error.isFinal };
    }
  };
}
