import { startDrafting } from './drafting.ts';
import { part } from './panels.ts';

startDrafting(JSON.parse(part('draft-data').textContent ?? ''));
