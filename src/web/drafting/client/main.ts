import { startDrafting } from './drafting.ts';
import { keepBarClear, part } from './panels.ts';

keepBarClear();
startDrafting(JSON.parse(part('draft-data').textContent ?? ''));
