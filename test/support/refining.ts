import { day } from '../../src/core/kernel/day.ts';
import type { CommandOf } from '../../src/core/modification/command.ts';
import { PEOPLE, Story } from './proposal.ts';

const { secretary, panel, authority } = PEOPLE;

/** Members of a Working Group by name. */
export const NAMES = ['Ines Calder', 'Tom Arkwright', 'Ada Pell', 'Ravi Noor', 'Jo Lund'];

/** SECMP0065 sent to refinement. */
export function sentToRefinement(answers: Readonly<Record<string, string>> = {}): Story {
  const steps = [
    ['refinement', '2018-11-30'],
    ['consultation', '2018-12-03'],
    ['ballot', '2019-01-23'],
  ].map(([step, on]) => ({
    step: step ?? '',
    from: day(on ?? ''),
    to: day(step === 'consultation' ? '2019-01-04' : (on ?? '')),
  }));
  const determined = { type: 'make-determination', outcome: 'agreed', reasons: 'Minuted.' } as const;
  return new Story()
    .raised()
    .panel({ route: 'refused', ...answers })
    .do('2018-10-12 11:00', panel, { ...determined, step: 'revised_timetable', timetable: { steps } })
    .do('2018-10-15 11:00', authority, { ...determined, step: 'authority_timetable', timetable: null });
}

/** To appoint a Working Group with two questions. */
export function appointing(
  changed: Partial<CommandOf<'appoint-working-group'>> = {},
): CommandOf<'appoint-working-group'> {
  const members = NAMES.map((name) => ({ name, party: null }));
  const questions = ['What does it cost?', 'Whom does it touch?'];
  const due = day('2018-11-09');
  return { type: 'appoint-working-group', members, chair: 'Ada Pell', questions, due, reasons: '', ...changed };
}

/** SECMP0065 in refinement, with a Working Group since 16 October 2018. */
export function refining(answers: Readonly<Record<string, string>> = {}): Story {
  return sentToRefinement(answers).do('2018-10-16 09:00', secretary, appointing());
}
