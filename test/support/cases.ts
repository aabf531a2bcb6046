import fc from 'fast-check';

/**
 * Every run tries the same generated cases, so that a change is judged by what it changed; `PROVISO_SEED` (any whole
 * number) tries others, which is how faults are looked for.
 */
fc.configureGlobal({ seed: Number(process.env.PROVISO_SEED ?? 20_181_005) });
