import { z } from 'zod';
import { effectComparisonSchema } from '../app/effect/compare-effect.ts';
import { comparisonAsText } from './comparison-text.ts';
import { conflictsText } from './conflicts-text.ts';
import { coverageText } from './coverage-text.ts';
import { historiesText } from './histories-text.ts';
import type { Shape } from './operation-command.ts';
import { replayText } from './replay-text.ts';

/** Commands whose name, places or text differ from what their operation gives by itself. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  'add-working-days': {
    path: ['working-days', 'add'],
    places: ['day', 'count'],
    recordless: true,
    text: (output) => {
      const { day, sentence } = output as { day: string; sentence: string };
      return `${day}\n${sentence}`;
    },
  },
  'count-working-days': {
    path: ['working-days', 'between'],
    places: ['from', 'to'],
    recordless: true,
    text: (output) => {
      const { workingDays, sentence } = output as { workingDays: number; sentence: string };
      return `${workingDays}\n${sentence}`;
    },
  },
  'verify-audit': {
    path: ['audit', 'verify'],
    text: (output) => {
      const { streams, events, checkpoints } = output as { streams: number; events: number; checkpoints: number };
      const published = checkpoints === 1 ? '1 published checkpoint' : `${checkpoints} published checkpoints`;
      const counted = `${events} events in ${streams} streams and ${published}`;
      return `The record verifies: ${counted} are as they were written.`;
    },
  },
  'prove-stream': { path: ['audit', 'prove'], places: ['stream'], text: (output) => JSON.stringify(output) },
  'replay-stream': { path: ['replay'], places: ['stream'], text: replayText },
  'replay-histories': { path: ['case', 'replay'], places: ['history'], recordless: true, text: historiesText },
  'show-coverage': { path: ['coverage'], text: coverageText },
  'list-modifications': { path: ['modification', 'list'] },
  'compare-effect': {
    path: ['effect', 'compare'],
    places: ['modification'],
    text: (output) => comparisonAsText(z.decode(effectComparisonSchema, output as never)),
  },
  'list-conflicts': { path: ['conflicts'], text: conflictsText },
  'show-timetable': { path: ['timetable', 'show'], places: ['modification'] },
  'list-timetables': { path: ['timetable', 'list'] },
  'list-clashes': { path: ['timetable', 'clashes'] },
  'propose-timetable': { path: ['timetable', 'propose'], places: ['modification'] },
  'answer-timetable': { path: ['timetable', 'answer'], places: ['modification', 'answer'] },
  'show-modification': { path: ['modification', 'show'], places: ['modification'] },
};
