import { sha256 } from '../chain.ts';
import type { Projection } from './projection.ts';

/**
 * What people are told of an event. Only what happens now becomes due: a record that is restored or projected anew has
 * the same notices, and nobody is sent them again.
 */
export const projectNotices: Projection = async (recorded, { transaction, history, files, noticesOf, isNews }) => {
  const { stream, version, position, hash } = recorded;
  const { notices, settled } = await noticesOf(recorded, () => history(stream, version), files);
  if (settled.length > 0) {
    // a reminder that was told already stays: it was told
    const untold = transaction.deleteFrom('notice').where('reminds', 'in', settled);
    await untold.where('told_at', '>', new Date(recorded.recordedAt)).execute();
  }
  if (notices.length === 0) return;
  const rows = notices.map((notice, place) => ({
    id: uuidOf(`${hash}:${place}`),
    position,
    place,
    topic: notice.topic,
    what: notice.what,
    modification: notice.modification,
    code: notice.code,
    concerns: JSON.stringify(notice.concerns),
    is_public: notice.isPublic,
    subject: notice.subject,
    body: JSON.stringify(notice.body),
    told_at: notice.at,
    until: notice.until,
    reminds: notice.reminds,
  }));
  await transaction
    .insertInto('notice')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  if (!isNews) return;
  const due = rows.map(({ id, told_at }) => ({ notice: id, at: told_at }));
  await transaction.insertInto('notice_due').values(due).execute();
};

/** A UUID (version 8) that follows from a text. */
export function uuidOf(text: string): string {
  const hex = sha256(text);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
