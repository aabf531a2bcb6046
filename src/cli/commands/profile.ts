import { z } from 'zod';
import { done, refuse } from '../../app/operation.ts';
import { checkProfile as checkOperation } from '../../app/rulebook/check-profile.ts';
import { diffProfiles } from '../../app/rulebook/diff-profiles.ts';
import { drawProfile } from '../../app/rulebook/draw-profile.ts';
import { processesOf } from '../../app/rulebook/processes.ts';
import { runDecoded } from '../../app/run-operation.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { checkProfile as check, type ProfileFault } from '../../core/modification/profile/check-profile.ts';
import { loadRulebook } from '../../format/rulebook/load.ts';
import { profileDiagram } from '../../format/svg/profile-diagram.ts';
import type { Command, Option } from '../command.ts';
import { READER } from '../operation-command.ts';
import { asRows } from '../rows.ts';
import { EXIT } from '../run.ts';
import { writeFaults } from './case-check.ts';

/** `profile check [PROFILE]`: proves the processes of the program, or of a rulebook's folder. */
export const profileCheck: Command = {
  path: ['profile', 'check'],
  summary: checkOperation.summary,
  positionals: [{ name: 'PROFILE', required: false, description: 'Profile by id; left out, all of them.' }],
  options: [
    {
      name: 'rulebook',
      value: 'DIR',
      repeatable: false,
      description: 'Folder of a rulebook to check (default: those of the program).',
    },
  ],
  run: async ({ positionals: [profile = null], values }, runtime) => {
    const directory = values.get('rulebook')?.[0];
    const read = directory === undefined ? null : await loadRulebook(directory);
    if (read !== null && !read.ok) {
      return done({ text: writeFaults(directory ?? '', read.faults), json: { faults: read.faults }, exit: EXIT.fault });
    }
    const rulebooks = read === null ? await runtime.recordless.rulebooks.shipped() : [read.rulebook];
    const processes = processesOf(rulebooks).filter(({ rules }) => profile === null || rules.profile.id === profile);
    if (processes.length === 0) {
      const known = processesOf(rulebooks)
        .map(({ rules }) => rules.profile.id)
        .join(', ');
      return refuse(rejection('not-found', `There is no process "${profile}"; expected one of ${known}.`));
    }
    const checks = processes.map(({ code, rules }) => ({
      code,
      profile: rules.profile.id,
      title: rules.profile.title,
      ...check(rules),
    }));
    const faults = checks.reduce((all, one) => all + one.faults.length, 0);
    const text = checks.map(({ profile: id, title, states, faults: found }) =>
      [
        `${id}: ${title}`,
        `  ${states} states looked at; ${found.length === 0 ? 'nothing is wrong' : `${found.length} faults`}.`,
        ...found.map(faultText),
      ].join('\n'),
    );
    return done({ text: text.join('\n'), json: { checks }, ...(faults === 0 ? {} : { exit: EXIT.fault }) });
  },
};

/** `profile draw PROFILE`: the picture as SVG, or the same as a list. */
export const profileDraw: Command = {
  path: ['profile', 'draw'],
  summary: drawProfile.summary,
  positionals: [{ name: 'PROFILE', required: true, description: 'Profile by id: sec-2018.' }],
  options: [{ name: 'format', value: 'FORMAT', repeatable: false, description: 'list, svg or json (default list).' }],
  run: async ({ positionals: [profile = ''], values, switches }, runtime) => {
    const format = switches.has('json') ? 'json' : (values.get('format')?.[0] ?? 'list');
    if (!['list', 'svg', 'json'].includes(format)) {
      return refuse(rejection('input-invalid', `--format is "${format}"; expected list, svg or json`));
    }
    const drawn = await runDecoded(drawProfile, { ports: runtime.recordless, actor: READER }, { profile });
    if (!drawn.ok) return drawn;
    const json = z.encode(drawProfile.output, drawn.value);
    if (format === 'json') return done({ text: JSON.stringify(json, null, 2), json });
    if (format === 'svg') return done({ text: profileDiagram(drawn.value, profile), json });
    const lines = drawn.value.nodes.map(({ title, stage, who, clock, after, outcomes, sendsBack }, at) =>
      [
        `${String(at + 1).padStart(2)}. ${title}${stage === null ? ' (end)' : ` [${stage}]`}`,
        ...(who === null ? [] : [`by ${who}`]),
        ...(after.length === 0 ? [] : [`after: ${after.join('; ')}`]),
        ...(clock === null ? [] : [`runs: ${clock}`]),
        ...(outcomes.length === 0 ? [] : [`comes to: ${outcomes.join(' or ')}`]),
        ...sendsBack,
      ].join('\n      '),
    );
    return done({ text: [drawn.value.title, ...lines].join('\n'), json });
  },
};

const ALL: Option = {
  name: 'all',
  value: null,
  repeatable: false,
  description: 'Rows that are the same too (default: only those that differ).',
};

/** `profile diff A B`: what two processes say, as a table. */
export const profileDiff: Command = {
  path: ['profile', 'diff'],
  summary: diffProfiles.summary,
  positionals: [
    { name: 'FROM', required: true, description: 'Profile by id: sec-2016.' },
    { name: 'TO', required: true, description: 'Profile by id: sec-2018.' },
  ],
  options: [ALL],
  run: async ({ positionals: [from = '', to = ''], switches }, runtime) => {
    const compared = await runDecoded(diffProfiles, { ports: runtime.recordless, actor: READER }, { from, to });
    if (!compared.ok) return compared;
    const { profiles, rows } = compared.value;
    const shown = rows.filter((row) => switches.has('all') || !row.same);
    const titles = profiles.map((one) => one.profile);
    const table = asRows(
      ['', ...titles],
      shown.map((row) => [row.what, ...row.says.map((one) => one ?? 'no such step')]),
    );
    const rest = `${rows.length - shown.length} of ${rows.length} rows are the same and not shown.`;
    return done({
      text: `${table}\n${switches.has('all') ? '' : rest}`.trimEnd(),
      json: z.encode(diffProfiles.output, compared.value),
    });
  },
};

function faultText({ kind, sentence, way }: ProfileFault): string {
  return [`  ${kind}: ${sentence}`, ...way.map((line, at) => `    ${String(at + 1).padStart(2)}. ${line}`)].join('\n');
}
