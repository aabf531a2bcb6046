import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../src/app/operations.ts';
import { type Process, processesOf } from '../src/app/rulebook/processes.ts';
import { type Acted, type Compared, compareUnder } from '../src/app/rulebook/rehearsals.ts';
import type { Runtime } from '../src/cli/command.ts';
import { caseRehearse } from '../src/cli/commands/case-rehearse.ts';
import { checkProfile } from '../src/core/modification/profile/check-profile.ts';
import { diffProfiles } from '../src/core/modification/profile/diff-profiles.ts';
import { drawProfile } from '../src/core/modification/profile/drawing.ts';
import type { Case } from '../src/core/rulebook/case.ts';
import type { Rulebook } from '../src/core/rulebook/rulebook.ts';
import { casesOnDisk, loadCase, loadRulebook, SHIPPED_RULEBOOKS, shippedCodes } from '../src/format/rulebook/load.ts';
import { profileDiagram } from '../src/format/svg/profile-diagram.ts';

let processes: readonly Process[];
let rulebooks: readonly Rulebook[];
let secmp0065: Case;

beforeAll(async () => {
  const read = await Promise.all((await shippedCodes()).map((code) => loadRulebook(join(SHIPPED_RULEBOOKS, code))));
  rulebooks = read.map((one) => {
    if (!one.ok) throw new Error(one.faults.map((fault) => fault.sentence).join(' '));
    return one.rulebook;
  });
  processes = processesOf(rulebooks);
  const given = await loadCase(join(SHIPPED_RULEBOOKS, 'cases', 'secmp0065'));
  if (!given.ok) throw new Error('the case does not load');
  secmp0065 = given.case;
});

function processNamed(id: string): Process {
  const found = processes.find(({ rules }) => rules.profile.id === id);
  if (found === undefined) throw new Error(`there is no process ${id}`);
  return found;
}

/** SECMP0065 under every process, people acting as the acts of the case have them. */
function compared(change: Partial<Acted> = {}): Compared {
  const of = (operation: string) => secmp0065.acts.filter((act) => act.operation === operation);
  const acted = {
    outcomes: Object.fromEntries(
      of('make-determination').map(({ input }) => [String(input.step), String(input.outcome)]),
    ),
    positions: of('cast-vote').map(({ input }) => input.position as Acted['positions'][number]),
    ...change,
  };
  return compareUnder(processes, secmp0065.proposal, secmp0065.submittedOn, processNamed('sec-2016').rules, acted);
}

function answers(table: Compared, what: string): Readonly<Record<string, string>> {
  const row = table.rows.find((one) => one.what === what);
  return Object.fromEntries(table.profiles.map(({ profile }, at) => [profile, row?.answers[at] ?? '']));
}

describe('the processes that come with the program', () => {
  test('are those of four codes, and a check finds nothing wrong in any state of any of them', {
    timeout: 60_000,
  }, () => {
    expect(processes.map(({ rules }) => rules.profile.id)).toEqual(['bsc', 'dcusa', 'rec', 'sec-2016', 'sec-2018']);
    for (const { rules } of processes) expect(checkProfile(rules).faults).toEqual([]);
  });

  test('mark as unverified or illustrative whatever no source at hand says, and list what is left out', () => {
    for (const { code, rules } of processes.filter((one) => one.code !== 'sec')) {
      const { profile } = rules;
      expect(profile.notKnown?.length, code).toBeGreaterThan(3);
      const sure = [...profile.steps, profile].filter(({ citation }) =>
        ['stated', 'public'].includes(citation.certainty),
      );
      expect(sure, `${code} states what only the facts of the SEC state`).toEqual([]);
    }
  });

  test('are drawn with a title, a description and every step and end as text, and as a list of the same', () => {
    for (const { rules } of processes) {
      const drawing = drawProfile(rules);
      const svg = profileDiagram(drawing, rules.profile.id);
      expect(svg).toContain(`<title id="${rules.profile.id}-title">${rules.profile.title}</title>`);
      expect(svg).toContain(`aria-labelledby="${rules.profile.id}-title ${rules.profile.id}-desc"`);
      expect(drawing.nodes.map((node) => node.id)).toEqual(
        expect.arrayContaining([...rules.profile.steps, ...rules.profile.ends].map((one) => one.id)),
      );
      const started = drawing.nodes.filter((node) => node.after.length === 0).map((node) => node.id);
      expect(started, 'only raising waits for nothing').toEqual(['raise']);
    }
  });

  test('say side by side what differs, and name what only one of them has', () => {
    const rows = diffProfiles([processNamed('sec-2016').rules, processNamed('sec-2018').rules]);
    const row = (what: string) => rows.find((one) => one.what === what);
    expect(row('Comments on the problem')).toMatchObject({
      part: 'step',
      same: false,
      says: [null, expect.any(String)],
    });
    expect(row('Who raises')).toMatchObject({ same: true });
    expect(row('Sent back')?.says).toEqual(
      Array(2).fill("Authority's decision: Sent back, to Modification Report with the responses"),
    );
  });
});

describe('SECMP0065 under each of the five', () => {
  test('goes through all of them, its own first, and comes to the plan of its report under its own', () => {
    const table = compared();
    expect(table.profiles.map((one) => one.profile)).toEqual(['sec-2016', 'sec-2018', 'bsc', 'dcusa', 'rec']);
    expect(new Set(Object.values(answers(table, 'Comes to')))).toEqual(new Set(['Implemented']));
    expect(answers(table, 'Parties are asked')['sec-2016']).toBe(
      'Modification Report Consultation, 15 October 2018 to 19 October 2018 (5 Working Days, first counted)',
    );
    expect(answers(table, 'Takes effect')['sec-2016']).toBe('8 November 2018, the day that was planned');
  });

  test('differs where the codes do: who raises, how it is named, who votes, how it is counted, how long it can be referred', () => {
    const table = compared();
    expect(answers(table, 'Who may raise it')).toEqual({
      'sec-2016': 'the Proposer or a Party',
      'sec-2018': 'the Proposer or a Party',
      bsc: 'a Party, the Panel, a consumer body or the Authority',
      dcusa: 'a Party',
      rec: 'anyone',
    });
    expect(answers(table, 'Named')['sec-2018']).toBe('MP065, raised as DP065');
    expect(answers(table, 'The vote')).toEqual({
      'sec-2016': 'Approve: 4 for and 0 against (categories), 10 voted',
      'sec-2018': 'Approve: 4 for and 0 against (categories), 10 voted',
      bsc: 'Approve: 5 for and 1 against (voters), 7 voted',
      dcusa: 'Approve: 3 for and 0 against (categories), 9 voted',
      rec: 'Approve: 5 for and 1 against (voters), 7 voted',
    });
    expect(answers(table, 'Can be referred until')).toMatchObject({
      'sec-2016': '7 November 2018 (10 Working Days)',
      bsc: '14 November 2018 (15 Working Days)',
      rec: '7 November 2018 (10 Working Days, a length that was supposed)',
    });
    expect(answers(table, 'Takes effect').bsc).toBe('15 November 2018, the day that had to be set');
  });

  test('under the same votes passes where categories count and fails where voters do', () => {
    // Three seats of one category against, one of each other category for: the stand-ins and members vote in the same order.
    const table = compared({
      positions: [
        'reject',
        'reject',
        'reject',
        'approve',
        'abstain',
        'approve',
        'abstain',
        'approve',
        'abstain',
        'approve',
      ],
    });
    expect(answers(table, 'Comes to')).toMatchObject({
      'sec-2016': 'Implemented',
      bsc: 'Rejected',
      dcusa: 'Implemented',
    });
  });

  test('prints the differences as one table by command, and only what differs unless all is asked for', async () => {
    const runtime = {
      cases: casesOnDisk(new Map(operations.map(({ name, input }) => [name, input]))),
      recordless: { rulebooks: { shipped: async () => rulebooks } },
    } as unknown as Runtime;
    const ask = async (...switches: string[]) => {
      const given = {
        positionals: [join(SHIPPED_RULEBOOKS, 'cases', 'secmp0065')],
        values: new Map(),
        switches: new Set(switches),
      };
      const printed = await caseRehearse.run(given, runtime);
      if (!printed.ok) throw new Error(printed.rejection.sentence);
      return printed.value.text;
    };
    const text = await ask();
    expect(text).toMatch(/^SECMP0065 under 5 processes\n/);
    expect(text).toMatch(/\| sec-2016 +\| sec-2018 +\| bsc +\| dcusa +\| rec\n/);
    expect(text).not.toContain('Approved on');
    expect(text).toMatch(/2 of 17 rows are the same and not shown\.$/);
    expect(await ask('all')).toContain('Approved on');
  });
});
