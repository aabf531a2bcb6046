import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { type Browser, chromium } from 'playwright-core';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/**
 * A headless Chromium: the one that PROVISO_CHROMIUM names, else the system's, else the one that npm brought, so that
 * a machine with Node alone runs the journeys.
 */
export async function startBrowser(): Promise<Browser> {
  const named = process.env.PROVISO_CHROMIUM;
  const found = named === 'npm' ? undefined : (named ?? SYSTEM.find((path) => existsSync(path)));
  if (found !== undefined) return chromium.launch({ executablePath: found, args: QUIET });
  // The package unpacks the shared libraries that a bare machine lacks only where it believes to be in this runtime.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  return chromium.launch({
    executablePath,
    args: [...packaged.args, ...QUIET],
    env: { ...process.env, HOME: tmpdir() } as Record<string, string>,
  });
}
