import type { Hono } from 'hono';
import { boardRoutes } from './board/board.routes.ts';
import { bodyRoutes } from './body/body.routes.ts';
import { draftRoutes } from './drafting/draft.routes.ts';
import { effectRoutes } from './effect/effect.routes.ts';
import { feedRoutes } from './feeds/feeds.routes.ts';
import { meetingRoutes } from './meeting/meeting.routes.ts';
import { conflictRoutes } from './modification/conflicts.routes.ts';
import { importLegalTextRoutes } from './modification/import-legal-text.routes.ts';
import { legalTextRoutes } from './modification/legal-text.routes.ts';
import { modificationRoutes } from './modification/modification.routes.ts';
import { tallyRoutes } from './modification/tally.routes.ts';
import { nextRoutes } from './next/next.routes.ts';
import { paperRoutes } from './paper/paper.routes.ts';
import { partyRoutes } from './party/party.routes.ts';
import { recordRoutes } from './record/record.routes.ts';
import { refinementRoutes } from './refinement/refinement.routes.ts';
import { registerRoutes } from './register/register.routes.ts';
import { rulebookRoutes } from './rulebook/rulebook.routes.ts';
import type { Env, Site } from './site.ts';
import { importRoutes } from './text/import.routes.ts';
import { textRoutes } from './text/text.routes.ts';
import { timetableRoutes } from './timetable/timetable.routes.ts';

/** The pages that read the record. Instruments come last: their addresses stand at the top of the site. */
export function pages(app: Hono<Env>, site: Site): void {
  importRoutes(app, site);
  importLegalTextRoutes(app, site);
  nextRoutes(app, site);
  registerRoutes(app, site);
  boardRoutes(app, site);
  modificationRoutes(app);
  tallyRoutes(app);
  draftRoutes(app);
  conflictRoutes(app);
  legalTextRoutes(app);
  refinementRoutes(app);
  timetableRoutes(app);
  feedRoutes(app, site);
  effectRoutes(app, site);
  paperRoutes(app);
  meetingRoutes(app, site);
  partyRoutes(app, site);
  bodyRoutes(app, site);
  recordRoutes(app);
  rulebookRoutes(app, site);
  textRoutes(app);
}
