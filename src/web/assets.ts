import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import type { Env } from './site.ts';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const KINDS = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
} as const;
const NAME = /^[a-z0-9-]+\.(css|js|svg|woff2)$/;
const FONT = /^(source-(?:sans-3|serif-4))-latin-[0-9]+-(?:normal|italic)\.woff2$/;

interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly hash: string;
}

const kept = new Map<string, Asset | null>();

/** Address of an asset, which changes with its content so that browsers may keep it for good. */
export function assetUrl(name: string): string {
  return `/assets/${name}?v=${assetOf(name)?.hash ?? 'none'}`;
}

/** Serves stylesheet, typefaces and small modules. */
export function serveAssets(app: Hono<Env>): void {
  app.get('/assets/:name', (c) => {
    const asset = assetOf(c.req.param('name'));
    if (asset === null) return c.notFound();
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    c.header('Content-Type', asset.type);
    return c.body(asset.body);
  });
}

function assetOf(name: string): Asset | null {
  const known = kept.get(name);
  if (known !== undefined) return known;
  const asset = readAsset(name);
  if (kept.size < 1000) kept.set(name, asset);
  return asset;
}

function readAsset(name: string): Asset | null {
  const kind = NAME.exec(name)?.[1] as keyof typeof KINDS | undefined;
  if (kind === undefined) return null;
  const path = pathOf(name);
  if (!existsSync(path)) return null;
  const body = Uint8Array.from(readFileSync(path));
  return { body, type: KINDS[kind], hash: createHash('sha256').update(body).digest('hex').slice(0, 12) };
}

function pathOf(name: string): string {
  const font = FONT.exec(name)?.[1];
  if (font !== undefined) return join(ROOT, 'node_modules', '@fontsource', font, 'files', name);
  if (name === 'site.css' || name.endsWith('.js')) return join(ROOT, 'build', name);
  return join(ROOT, 'src', 'web', 'assets', name);
}
