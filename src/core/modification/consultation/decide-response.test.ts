import { describe, expect, test } from 'vitest';
import {
  contextAt,
  moment,
  openConsultation,
  PEOPLE,
  RULES_2018,
  refusalOf,
  response,
  Story,
} from '../../../../test/support/proposal.ts';
import { day } from '../../kernel/day.ts';
import type { Actor } from '../../party/actor.ts';
import type { CommandOf } from '../command.ts';
import { findStep } from '../refusal.ts';
import type { OpenProposal } from '../state.ts';
import type { Consultation } from './consultation.ts';
import { consultationTo } from './decide-response.ts';
import type { Question } from './questionnaire.ts';

const { secretary, panel, authority, party, stranger } = PEOPLE;

const QUESTIONS: readonly Question[] = [
  { id: 'stance', kind: 'stance', text: 'Do you support it?', required: true },
  { id: 'when', kind: 'choice', text: 'From when?', choices: ['now', 'later'] },
  { id: 'why', kind: 'long', text: 'Why?' },
];

const answering = (given: Partial<CommandOf<'respond'>> = {}): CommandOf<'respond'> => ({
  ...{ type: 'respond', step: null, party: null, stance: 'support', content: { id: 'c', digest: 'd' } },
  ...{ answers: { stance: 'support', when: 'now' }, version: 1 },
  ...given,
});
const asking = (questions = QUESTIONS, reasons = ''): CommandOf<'set-questionnaire'> => ({
  ...{ type: 'set-questionnaire', step: 'consultation', questions, replaces: null, reasons },
});
const extending = (to: string, reasons = 'Parties asked for time.') =>
  ({ type: 'extend-consultation', step: null, to: day(to), reasons }) as const;

function agreed(): Story {
  const story = new Story().raised().panel();
  return story.determine('2018-10-12 15:00', authority, 'authority_timetable', 'agreed');
}
const asked = () => agreed().do('2018-10-12 16:00', secretary, asking());
const opened = () => asked().do('2018-10-15 09:00', secretary, openConsultation());
const held = ({ state }: Story) => (state.status === 'none' ? undefined : state.consultations.consultation);

describe('a questionnaire', () => {
  test('is set by whoever opens the consultation, and each time counts as a version', () => {
    const story = asked().do('2018-10-13 09:00', secretary, asking());
    const { state } = story;
    expect(state.status !== 'none' && state.questionnaires.consultation?.map((one) => one.version)).toEqual([1, 2]);
    expect(refusalOf(story.try('2018-10-13 09:00', party, asking())).code).toBe('wrong-actor');
    const stale = { ...asking(), replaces: 1 };
    expect(refusalOf(story.try('2018-10-13 09:00', secretary, stale)).code).toBe('changed-meanwhile');
  });

  test('is revised with reasons while the consultation is open; who answers the version before is told', () => {
    const story = opened();
    expect(refusalOf(story.try('2018-10-16 09:00', secretary, asking())).code).toBe('reasons-required');
    story.do('2018-10-16 09:00', party, answering());
    story.do(
      '2018-10-16 10:00',
      secretary,
      asking([...QUESTIONS, { id: 'more', kind: 'text', text: 'More?' }], 'One was missing.'),
    );
    const stale = refusalOf(story.try('2018-10-16 11:00', secretary, answering({ party: 'larch-power' })));
    expect(stale).toMatchObject({ code: 'changed-meanwhile', place: { field: 'version' } });
    story.do('2018-10-16 11:00', secretary, answering({ party: 'larch-power', version: 2 }));
    expect(held(story)?.responses.map((one) => [one.party, one.questionnaire])).toEqual([
      ['brightwater-energy', 1],
      ['larch-power', 2],
    ]);
  });

  test('that nobody set is the one of the profile, and its revision is the second version', () => {
    const story = agreed().do('2018-10-15 09:00', secretary, openConsultation());
    story.do('2018-10-15 10:00', secretary, asking(QUESTIONS, 'To ask less.'));
    expect(story.events.at(-1)).toMatchObject({ type: 'questionnaire-set', version: 2 });
    expect(refusalOf(story.try('2018-10-15 10:00', party, answering({ answers: { 'legal-text': 'yes' } }))).code).toBe(
      'changed-meanwhile',
    );
  });

  test.each<[string, readonly Question[]]>([
    ['without a question', []],
    ['with two of one name', [...QUESTIONS, { id: 'why', kind: 'text', text: 'Why again?' }]],
    ['with a choice of one', [{ id: 'a', kind: 'choice', text: 'A?', choices: ['only'] }]],
    ['with answers to a question in words', [{ id: 'a', kind: 'text', text: 'A?', choices: ['x', 'y'] }]],
    ['that asks for the view twice', [...QUESTIONS, { id: 'again', kind: 'stance', text: 'Really?' }]],
  ])('%s is refused', (_, questions) => {
    expect(refusalOf(agreed().try('2018-10-13 09:00', secretary, asking(questions))).code).toBe('input-invalid');
  });
});

describe('a response', () => {
  test.each<[string, Partial<CommandOf<'respond'>>, string]>([
    ['leaves out what must be answered', { answers: { when: 'now' } }, 'answers.stance'],
    ['answers what is not asked', { answers: { stance: 'support', height: '3 m' } }, 'answers.height'],
    ['chooses what is not offered', { answers: { stance: 'support', when: 'never' } }, 'answers.when'],
    [
      'keeps confidential what is not asked',
      { sealed: { questions: ['height'], content: { id: 's', digest: 'd' } } },
      'confidential',
    ],
  ])('that %s is refused with its field', (_, given, field) => {
    const refusal = refusalOf(opened().try('2018-10-16 09:00', party, answering(given)));
    expect(refusal).toMatchObject({ code: 'input-invalid', place: { field } });
  });

  test('is replaced only by one that names it, and every one is kept', () => {
    const story = opened().do('2018-10-16 09:00', party, answering());
    expect(refusalOf(story.try('2018-10-16 10:00', party, answering())).code).toBe('already-responded');
    expect(refusalOf(story.try('2018-10-16 10:00', party, answering({ replaces: ['another'] }))).code).toBe(
      'already-responded',
    );
    story.do(
      '2018-10-16 10:00',
      party,
      answering({ replaces: ['c'], stance: 'oppose', content: { id: 'c2', digest: 'd2' } }),
    );
    expect(held(story)?.responses.map((one) => one.content.id)).toEqual(['c2']);
    expect(held(story)?.replaced.map((one) => one.content.id)).toEqual(['c']);
  });

  test('is given for others of the group, and for nobody else', () => {
    const story = opened();
    for (const parties of [['larch-power'], ['brightwater-gas', 'larch-power'], ['nobody-energy']]) {
      const refusal = refusalOf(story.try('2018-10-16 09:00', party, answering({ parties })));
      expect(refusal).toMatchObject({ code: 'not-eligible', place: { field: 'parties' } });
    }
    expect(refusalOf(story.try('2018-10-16 09:00', party, answering({ party: 'brightwater-gas' }))).code).toBe(
      'wrong-actor',
    );
    expect(refusalOf(story.try('2018-10-16 09:00', stranger, answering())).code).toBe('not-eligible');
    story.do('2018-10-16 09:00', party, answering({ parties: ['brightwater-gas'] }));
    expect(held(story)?.responses.map(({ party: id, filedBy }) => [id, filedBy])).toEqual([
      ['brightwater-energy', undefined],
      ['brightwater-gas', 'brightwater-energy'],
    ]);
  });

  test('that comes late and names no consultation is to the last that still takes one, not to the first of the process', () => {
    const { state } = opened();
    if (state.status !== 'open') throw new Error('it is open');
    const last = state.consultations.consultation as Consultation;
    const before = { ...last, closes: moment('2018-10-14 16:00') };
    const both: OpenProposal = { ...state, done: [], consultations: { comments: before, consultation: last } };
    const stepOf = (actor: Actor, at: string) => {
      const context = { ...contextAt(moment(at), actor), ...RULES_2018 };
      const found = consultationTo(null, both, context);
      expect(findStep(null, 'consultation', both, context)).toMatchObject({ step: { id: 'comments' } });
      return found.ok ? found.step.id : found.rejection.code;
    };
    expect(stepOf(party, '2018-10-16 09:00')).toBe('consultation');
    expect(stepOf(secretary, '2018-10-19 16:00')).toBe('consultation');
  });

  test('that comes late is recorded by the Code Administrator alone, marked, and takes the place of none that came in time', () => {
    const story = opened().do('2018-10-16 09:00', party, answering());
    const late = answering({ party: 'larch-power' });
    expect(refusalOf(story.try('2018-10-19 16:00', { ...party, party: 'larch-power' }, late)).code).toBe('too-late');
    story.do('2018-10-19 16:00', secretary, late);
    expect(held(story)?.responses.at(-1)).toMatchObject({
      ...{ party: 'larch-power', late: true },
      filedBy: 'code-administrator',
    });
    const again = answering({ party: 'brightwater-energy', replaces: ['c'] });
    expect(refusalOf(story.try('2018-10-19 17:00', secretary, again)).sentence).toContain(
      'what came in time is not replaced',
    );
  });

  test('in words alone is taken where nothing else must be answered', () => {
    const must: readonly Question[] = [...QUESTIONS, { id: 'must', kind: 'text', text: 'Must you?', required: true }];
    const strict = agreed().do('2018-10-12 16:00', secretary, asking(must));
    strict.do('2018-10-15 09:00', secretary, openConsultation());
    expect(refusalOf(strict.try('2018-10-16 09:00', party, response())).place).toEqual({ field: 'answers.must' });
    expect(opened().try('2018-10-16 09:00', party, response()).ok).toBe(true);
  });
});

describe('an extension', () => {
  test("is the Panel's, with reasons, by a Working Day at least, and lets the consultation close later", () => {
    const story = opened();
    expect(refusalOf(story.try('2018-10-18 09:00', secretary, extending('2018-10-22'))).code).toBe('wrong-actor');
    expect(refusalOf(story.try('2018-10-18 09:00', panel, extending('2018-10-22', ' '))).code).toBe('reasons-required');
    for (const to of ['2018-10-19', '2018-10-18', '2018-10-21']) {
      expect(refusalOf(story.try('2018-10-18 09:00', panel, extending(to))).code).toBe('period-too-short');
    }
    story.do('2018-10-18 09:00', panel, extending('2018-10-22'));
    story.do('2018-10-22 15:59', party, answering());
    expect(story.until('2018-10-22 16:00').state).toMatchObject({
      consultations: {
        consultation: { closes: '2018-10-22T16:00:00.000Z', extensions: [{ from: '2018-10-19T16:00:00.000Z' }] },
      },
    });
    expect(story.events.at(-1)).toMatchObject({ type: 'consultation-closed', on: day('2018-10-22'), responses: 1 });
    expect(refusalOf(story.try('2018-10-22 16:00', panel, extending('2018-10-24'))).code).toBe('step-already-done');
  });
});

describe('a consultation', () => {
  test('that is opened on a Saturday without a day opens on the next Working Day', () => {
    const story = agreed().do('2018-10-20 09:00', secretary, openConsultation());
    expect(held(story)?.from).toBe(day('2018-10-22'));
  });

  test('opens on a Saturday where somebody says so', () => {
    const story = agreed();
    const saturday = day('2018-10-20');
    story.do('2018-10-20 09:00', secretary, openConsultation(saturday));
    expect(held(story)?.from).toBe(saturday);
  });
});
