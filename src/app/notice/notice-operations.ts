import type { Operation } from '../operation.ts';
import { addWebhook } from './add-webhook.ts';
import { chooseNotices } from './choose-notices.ts';
import { listNotices } from './list-notices.ts';
import { listOutbox } from './list-outbox.ts';
import { listWebhooks } from './list-webhooks.ts';
import { removeWebhook } from './remove-webhook.ts';
import { resendMessage } from './resend-message.ts';
import { showMessage } from './show-message.ts';
import { showNoticeChoices } from './show-notice-choices.ts';

/** What can be done about notices. */
export const noticeOperations: readonly Operation[] = [
  listNotices,
  listOutbox,
  showMessage,
  resendMessage,
  showNoticeChoices,
  chooseNotices,
  listWebhooks,
  addWebhook,
  removeWebhook,
];
