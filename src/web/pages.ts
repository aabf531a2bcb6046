import type { Hono } from 'hono';
import type { Env, Site } from './site.ts';

/** The pages that read the record. */
export function pages(_app: Hono<Env>, _site: Site): void {}
