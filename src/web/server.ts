import { Hono, type Context as HonoContext } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { rejection } from '../core/kernel/rejection.ts';
import { accountPages } from './accounts/pages.ts';
import { createSignIn } from './accounts/sign-in.ts';
import { actRoutes } from './act.ts';
import { NDJSON } from './api/lines.ts';
import { apiRoutes } from './api/routes.ts';
import { serveAssets } from './assets.ts';
import { buildClientBundles } from './client-bundles.ts';
import { pages } from './pages.ts';
import { problemOf } from './problem.ts';
import { guarding, knowing, mediaTypeOf } from './requests.ts';
import { faultPage, missingPage, refusePage } from './respond.ts';
import { securityHeaders } from './security-headers.ts';
import type { Env, Site } from './site.ts';
import { buildStyles } from './stylesheet.ts';
import { boundBodies, textPaths, uploadPaths } from './upload/uploads.ts';

const PROBLEM = { 'Content-Type': 'application/problem+json' };

/** The site and its API over a record. It does not listen: `main.ts` does, and tests call `app.request`. */
export async function createWeb(site: Site): Promise<Hono<Env>> {
  await Promise.all([buildStyles(), buildClientBundles()]);
  const app = new Hono<Env>();
  app.use(securityHeaders(site.config.baseUrl));
  app.get('/health', (c) => c.json({ status: 'ok', version: site.config.version, now: site.ports.clock.now() }));
  serveAssets(app);
  app.use(knowing(site));
  const isUpload = uploadPaths(site.operations);
  // A record comes as lines that are read one by one, by an operation that asks for the role first.
  boundBodies(app, isUpload, textPaths(site.operations), (c) => mediaTypeOf(c) === NDJSON);
  app.use(guarding(site, isUpload));
  const signIn = createSignIn(site);
  apiRoutes(app, site, signIn);
  actRoutes(app, site);
  accountPages(app, site, signIn);
  pages(app, site);
  app.notFound((c) => (isApi(c) ? problem(c, site, 'Nothing answers at this address.') : missingPage(c)));
  app.onError((fault, c) => {
    if (fault instanceof HTTPException && fault.status < 500) {
      const sentence = fault.status === 413 ? fault.message : 'The request could not be read.';
      const why = rejection('input-invalid', sentence);
      // The rest of what was sent is not read, so the connection cannot carry another request.
      if (fault.status === 413) c.header('Connection', 'close');
      return isApi(c) ? c.json(problemOf(why, site.config.baseUrl), 400, PROBLEM) : refusePage(c, why);
    }
    site.config.onFault(fault);
    if (!isApi(c)) return faultPage(c);
    const detail = 'The program failed; what was not acknowledged was not written.';
    return c.json({ type: 'about:blank', title: 'fault', status: 500, detail }, 500, PROBLEM);
  });
  return app;
}

function isApi(c: HonoContext<Env>): boolean {
  return c.req.path.startsWith('/api/');
}

function problem(c: HonoContext<Env>, site: Site, sentence: string): Response {
  return c.json(problemOf(rejection('not-found', sentence), site.config.baseUrl), 404, PROBLEM);
}
