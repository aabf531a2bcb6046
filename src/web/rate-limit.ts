/** Counts attempts by key in a sliding window. In memory: one server serves a record. */
export interface Limiter {
  /** Milliseconds to wait before the next attempt is let through; 0 when it is let through now, and counted. */
  attempt(key: string): number;
  /** Forgets a key and all its attempts. */
  forget(key: string): void;
  /** Takes the last attempt of a key back, because it succeeded. */
  takeBack(key: string): void;
}

/** At most `limit` attempts by a key within `windowMs`. `now` gives milliseconds that only grow. */
export function createLimiter(limit: number, windowMs: number, now: () => number): Limiter {
  const attempts = new Map<string, number[]>();
  return {
    attempt(key) {
      const at = now();
      if (attempts.size > 10_000) prune(attempts, at - windowMs);
      const recent = (attempts.get(key) ?? []).filter((one) => one > at - windowMs);
      const [oldest] = recent;
      if (oldest !== undefined && recent.length >= limit) return oldest + windowMs - at;
      attempts.set(key, [...recent, at]);
      return 0;
    },
    forget(key) {
      attempts.delete(key);
    },
    takeBack(key) {
      attempts.set(key, (attempts.get(key) ?? []).slice(0, -1));
    },
  };
}

function prune(attempts: Map<string, number[]>, before: number): void {
  for (const [key, times] of attempts) if (times.every((time) => time <= before)) attempts.delete(key);
}
