import type { Addressed, Attempt, Channel, KeptNotice, Message } from '../../core/document/notice/message.ts';
import { type Addressee, modeFor, type Preference } from '../../core/document/notice/preference.ts';
import { nextDigest } from '../../core/document/notice/schedule.ts';
import { isToldOf } from '../../core/document/notice/webhook.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import type { Calendar } from '../../core/kernel/working-days.ts';
import type { Ports } from '../ports.ts';
import { attemptOf } from './attempt.ts';
import { letterTo } from './letters.ts';
import type { NoticeDoors, Person } from './notice-doors.ts';
import { poster } from './post-notices.ts';

/** The calendar whose Working Days digests go by, and how many digests ahead one may have to wait. */
const DIGESTS = { code: 'sec', calendar: 'england-and-wales', ahead: 3 } as const;

const DEMONSTRATION = 'This record is a demonstration: nothing is sent.';
const NO_SERVER = 'No mail server is configured.';

/**
 * Addresses what has become due and sends what is to go out by now. Several may do it at the same time, in one process or
 * several. Nothing leaves a record that runs on a case clock: what would have been sent is kept as suppressed. `goesOn` is
 * asked before each message.
 */
export async function sendNotices(ports: Ports, doors: NoticeDoors, goesOn = () => true): Promise<void> {
  const { store, clock, rulebooks } = ports;
  const now = clock.now();
  if (!(await store.notices.isDue(now))) return;
  const [people, preferences, webhooks] = await Promise.all([
    doors.people(),
    store.notices.preferences(),
    store.notices.webhooks.all(),
  ]);
  const known = new Map(people.map((one) => [one.id, one]));
  const calendar = (await rulebooks.current(DIGESTS.code)).calendars.find(({ id }) => id === DIGESTS.calendar);
  if (calendar === undefined) throw new Error(`The rulebook has no calendar "${DIGESTS.calendar}".`);
  const digests = digestsAfter(now, calendar);
  await store.notices.dispatch(now, (notice) => [
    ...people.flatMap((person) => addressedTo(person, notice, preferences.get(person.id) ?? [], digests)),
    ...webhooks
      .filter((one) => isToldOf(one, notice))
      .map(({ id }): Addressed => ({ channel: 'webhook', recipient: id, digests: null })),
  ]);
  const sendAll = async (channel: Channel, send: (message: Message) => Promise<Attempt>) => {
    const sent = clock.kind === 'case' ? async () => suppressed(DEMONSTRATION) : send;
    while (goesOn() && (await store.notices.deliver(now, channel, sent)));
  };
  await sendAll('email', (message) =>
    mail(message, known.get(message.recipient), preferences.get(message.recipient) ?? [], now, doors),
  );
  await sendAll('webhook', poster(ports, doors));
}

/** A person as notices look at them. */
export function addresseeOf({ role, seat, party }: Person): Addressee {
  return { role, ...(seat !== null && { seat }), ...(party !== null && { party }) };
}

function digestsAfter(now: Instant, calendar: Calendar): readonly Instant[] {
  const all: Instant[] = [];
  for (let last = now; all.length < DIGESTS.ahead; all.push(last)) last = nextDigest(last, calendar);
  return all;
}

function addressedTo(
  person: Person,
  notice: KeptNotice,
  chosen: readonly Preference[],
  digests: readonly Instant[],
): readonly Addressed[] {
  if (person.disabled) return [];
  const mode = modeFor(notice, addresseeOf(person), chosen);
  if (mode === 'none') return [];
  return [{ channel: 'email', recipient: person.id, digests: mode === 'digest' ? digests : null }];
}

async function mail(
  message: Message,
  person: Person | undefined,
  chosen: readonly Preference[],
  now: Instant,
  doors: NoticeDoors,
): Promise<Attempt> {
  if (person === undefined || person.disabled) return suppressed('The account is disabled or gone.');
  const addressee = addresseeOf(person);
  const notices = message.notices.filter((notice) => modeFor(notice, addressee, chosen) !== 'none');
  if (notices.length === 0) return suppressed('The person left before it was sent.');
  if (doors.mail === null) return suppressed(NO_SERVER);
  return attemptOf(await doors.mail(letterTo(person, { ...message, notices }, doors, now)), message, now);
}

function suppressed(why: string): Attempt {
  return { kind: 'suppressed', why };
}
