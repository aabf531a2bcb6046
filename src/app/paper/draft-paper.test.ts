import { expect, test } from 'vitest';
import { type Play, seed, withCase } from '../../../test/support/play.ts';
import { textOf } from '../../core/document/text.ts';
import { operations } from '../operations.ts';
import { playAct } from '../record/play-act.ts';
import { draftPaper } from './draft-paper.ts';

const modification = 'SECMP0065';
const OPEN_ANSWER = 'ask that the guidance comes well before the first enrolment';
const SECRET = 'Some of our meters will never enrol';

/** Plays the acts of the case that are still to come, up to one that is not played yet. */
function player(play: Play) {
  const left = [...seed.acts];
  return async (until: string | null) => {
    while (left[0] !== undefined && left[0].operation !== until) {
      const act = left.shift();
      if (act === undefined) return;
      const played = await playAct(play.record.ports, operations, seed, act);
      if (!played.ok) throw new Error(played.rejection.sentence);
    }
  };
}

test('the Modification Report carries the public set of the responses, then the vote, then the decision', () =>
  withCase(async (play) => {
    const playUntil = player(play);
    const reportFor = async (account: string) =>
      textOf(await play.do(account, draftPaper, { modification, paper: 'modification-report' }));

    await playUntil('submit-paper');
    expect(await reportFor('code-administrator')).toContain('No consultation has been opened yet.');

    await playUntil('respond');
    expect(await reportFor('code-administrator')).toContain('Modification Report Consultation');

    await playUntil('open-ballot');
    const submitted = await reportFor('code-administrator');
    expect(submitted).toContain('Stage 03: Modification Report');
    expect(submitted).toContain('Must the guidance on good practice come before the first enrolment?');
    expect(submitted).toContain('Views by party category');
    expect(submitted).toContain(OPEN_ANSWER);
    expect(submitted).toContain('No vote has been held yet.');
    expect(submitted).toContain('No decision on SECMP0065 has been made.');
    for (const account of ['code-administrator', 'quillfield', 'panel-chair']) {
      expect(await reportFor(account)).not.toContain(SECRET);
    }

    await playUntil('close-ballot');
    const open = await reportFor('code-administrator');
    expect(open).toContain('nothing is decided.');
    expect(open).toContain('If it closed with these votes, it would come to: Approve.');
    expect(open).toContain('No decision on SECMP0065 has been made.');

    await playUntil(null);
    const decided = await reportFor('code-administrator');
    expect(decided).toContain('"Change Board vote" closed on 24 October 2018: Approve.');
    expect(decided).toContain('Objective (f): we would keep one rule for all meters.');
    expect(decided).toContain('SECMP0065 is approved.');
    expect(decided).not.toContain('would come to');
  }));
