import type { Ports } from '../ports.ts';
import type { NoticeDoors } from './notice-doors.ts';
import { sendNotices } from './send-notices.ts';

/** How long to wait between two looks at the outbox. */
const PAUSE_MS = 2_000;

/** The sender of a server that runs. */
export interface Sending {
  /** Sends what is due, and settles when all of it has been tried. */
  now(): Promise<void>;
  /** Sends no more; settles when what was under way has ended. */
  stop(): Promise<void>;
}

/** Looks at the outbox again and again, one look after another; what fails is told and tried again by the next. */
export function keepSending(ports: Ports, doors: NoticeDoors, onFault: (fault: unknown) => void): Sending {
  let isStopped = false;
  let last = Promise.resolve();
  const now = () => {
    last = last.then(() => (isStopped ? undefined : sendNotices(ports, doors, () => !isStopped))).catch(onFault);
    return last;
  };
  let timer: NodeJS.Timeout;
  const again = () => {
    timer = setTimeout(() => void now().then(() => (isStopped ? undefined : again())), PAUSE_MS);
    timer.unref();
  };
  again();
  return {
    now,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await last;
    },
  };
}
