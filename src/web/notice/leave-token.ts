import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LeftScope } from '../../core/document/notice/letter.ts';
import { TOPICS, type Topic } from '../../core/document/notice/notice.ts';

/** Where notices are left: guarded by the signed address alone, since whoever leaves need not be signed in. */
export const LEAVE_PATH = '/notices/leave/';

/** Who leaves what; null for a topic or a modification stands for all of them. */
interface Leaving extends LeftScope {
  readonly person: string;
}

/** The part of an address that lets whoever has it leave such notices: signed, so that nobody can make one for another. */
export function leaveToken(secret: string, { person, topic, modification }: Leaving): string {
  const said = Buffer.from(JSON.stringify([person, topic, modification]), 'utf8').toString('base64url');
  return `${said}.${signature(secret, said)}`;
}

/** Reads it; null when it was not made with the secret. */
export function readLeaveToken(secret: string, token: string): Leaving | null {
  const [said = '', signed = '', ...rest] = token.split('.');
  const [expected, actual] = [Buffer.from(signature(secret, said)), Buffer.from(signed)];
  if (rest.length > 0 || expected.length !== actual.length || !timingSafeEqual(expected, actual)) return null;
  const [person, topic, modification] = JSON.parse(Buffer.from(said, 'base64url').toString('utf8'));
  if (topic !== null && !Object.hasOwn(TOPICS, topic)) return null;
  return { person, topic: topic as Topic | null, modification };
}

function signature(secret: string, said: string): string {
  return createHmac('sha256', secret).update(`leave:${said}`).digest('base64url');
}
