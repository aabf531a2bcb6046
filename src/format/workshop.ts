import { type ChildProcess, fork } from 'node:child_process';

/** A process that does work, and what it may take. */
export interface Shop {
  readonly script: URL;
  /** Weight of the jobs after which the process is replaced, which gives back the memory that it keeps. */
  readonly lasts: number;
  /** Heap that it may take, in MB, and how long for one job, in seconds: more ends it. Left out: no limit of its own. */
  readonly megabytes?: number;
  readonly seconds?: number;
}

/** What a piece of work counts for towards the end of its process, and who hears how far it is. */
interface JobOptions {
  readonly weight: number;
  readonly progress?: ((done: number, of: number) => void) | undefined;
}

type Said<Made> =
  | { readonly made: Made }
  | { readonly fault: string }
  | { readonly progress: readonly [done: number, of: number] };

interface Order<Job, Made> extends JobOptions {
  readonly job: Job;
  readonly resolve: (made: Made) => void;
  readonly reject: (fault: Error) => void;
}

/** Why a process ended over a job. */
export class Overtaxed extends Error {
  readonly limit: 'memory' | 'time';

  constructor(limit: 'memory' | 'time') {
    super(`the work took more ${limit} than it is given`);
    this.limit = limit;
  }
}

/**
 * Does work in another process, one job after another, so that it keeps nobody else waiting; a thread would take this
 * process with it when it runs out of memory. Rejects with what the job threw, or as `Overtaxed`; the jobs behind it are
 * done by the next process. An idle one does not keep the program alive.
 */
export function workshop<Job extends object, Made>({ script, lasts, megabytes, seconds }: Shop) {
  const queue: Order<Job, Made>[] = [];
  let worker: ChildProcess | null = null;
  let taken = 0;
  let atHand: Order<Job, Made> | null = null;
  let clock: NodeJS.Timeout | undefined;

  function next(): void {
    if (atHand !== null) return;
    atHand = queue.shift() ?? null;
    if (atHand === null) {
      worker?.unref();
      worker?.channel?.unref();
      return;
    }
    worker ??= hired();
    taken += atHand.weight;
    if (seconds !== undefined) clock = setTimeout(() => dismissed(new Overtaxed('time')), seconds * 1000);
    worker.ref();
    worker.channel?.ref();
    worker.send(atHand.job);
  }

  function done(settle: (order: Order<Job, Made>) => void): void {
    clearTimeout(clock);
    const order = atHand;
    atHand = null;
    if (order !== null) settle(order);
    next();
  }

  function dismiss(): void {
    worker?.kill('SIGKILL');
    worker = null;
    taken = 0;
  }

  function dismissed(fault: Error): void {
    dismiss();
    done(({ reject }) => reject(fault));
  }

  function hired(): ChildProcess {
    const made = fork(script, {
      execArgv: megabytes === undefined ? [] : [`--max-old-space-size=${megabytes}`],
      serialization: 'advanced',
      // What the engine prints when its memory is full is said in a sentence by whoever sent the job.
      stdio: ['ignore', 'ignore', megabytes === undefined ? 'inherit' : 'ignore', 'ipc'],
    });
    const end = (): void => {
      made.kill('SIGKILL');
    };
    process.once('exit', end);
    made.on('message', (said: Said<Made>) => {
      if (worker !== made) return;
      if ('progress' in said) {
        atHand?.progress?.(...said.progress);
        return;
      }
      if (taken >= lasts) dismiss();
      done(({ resolve, reject }) => ('made' in said ? resolve(said.made) : reject(new Error(said.fault))));
    });
    made.on('error', (fault) => {
      if (worker === made) dismissed(fault);
    });
    made.on('exit', (code, signal) => {
      process.off('exit', end);
      const isFull = megabytes !== undefined && (signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134);
      const why = isFull ? new Overtaxed('memory') : new Error(`${script.pathname} ended with ${signal ?? code}`);
      if (worker === made) dismissed(why);
    });
    return made;
  }

  return (job: Job, options: JobOptions): Promise<Made> =>
    new Promise((resolve, reject) => {
      queue.push({ job, ...options, resolve, reject });
      next();
    });
}

/** What the process of a workshop does with each job. */
export function doJobs<Job, Made>(
  make: (job: Job, progress: (done: number, of: number) => void) => Promise<Made> | Made,
): void {
  const say = (said: Said<Made>): void => {
    process.send?.(said);
  };
  // A Ctrl-C in the terminal reaches this process too: the program that it works for says when it ends.
  process.on('SIGINT', () => undefined);
  process.on('disconnect', () => process.exit());
  process.on('message', async (job: Job) => {
    try {
      say({ made: await make(job, (...progress) => say({ progress })) });
    } catch (fault) {
      say({ fault: fault instanceof Error ? fault.message : String(fault) });
    }
  });
}
