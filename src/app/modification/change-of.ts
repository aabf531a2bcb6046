import { findByReference } from '../../core/code/tree.ts';
import type { Commencement } from '../../core/kernel/commencement.ts';
import { stopped } from '../../core/kernel/condition.ts';
import type { Wordings } from '../../core/kernel/reading.ts';
import { conditionFault } from '../../core/obligation/condition-fault.ts';
import type { Due } from '../../core/obligation/due.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import type { AmendedFields, ObligationChange } from '../../core/obligation/obligation-change.ts';
import type { DraftedChange } from './draft-obligation-change.ts';
import { listFault, statedLists } from './drafted-lists.ts';
import type { ObligationGround } from './obligation-changes.ts';

type Made =
  | { readonly ok: true; readonly change: ObligationChange; readonly wording: Wordings | null }
  | { readonly ok: false; readonly field: string; readonly sentence: string };

/** A change as it is drafted, as a change of an obligation; or what is wrong with it, in a sentence. */
export function changeOf(drafted: DraftedChange, ground: ObligationGround): Made {
  const { obligation, kind } = drafted;
  const known = ground.obligations.find(({ id }) => id === obligation);
  const fault = faultOf(drafted, known, ground);
  if (fault !== null) return { ok: false, ...fault };
  const made = (change: ObligationChange, wording: Wordings | null = null): Made => ({ ok: true, change, wording });
  switch (kind) {
    case 'repeal':
      return made({ kind, obligation });
    case 'confirm':
      return made({ kind, obligation, reasons: drafted.reasons ?? '' });
    case 'amend':
      return made({ kind, obligation, fields: fieldsOf(drafted, ground) });
    case 'reword': {
      const wording = wordingOf(drafted, ground, known?.title ?? obligation);
      return made({ kind, obligation, from: known?.wording ?? '', to: wording.id }, wording);
    }
    case 'add': {
      const wording = wordingOf(drafted, ground, drafted.title ?? obligation);
      return made({ kind, obligation, duty: dutyOf(drafted, ground, wording.id) }, wording);
    }
  }
}

interface Fault {
  readonly field: string;
  readonly sentence: string;
}

function faultOf(drafted: DraftedChange, known: Obligation | undefined, ground: ObligationGround): Fault | null {
  const { obligation, kind, bearers, condition } = drafted;
  const isNew = kind === 'add';
  if (!isNew && known === undefined) {
    const sentence = `There is no obligation "${obligation}"; expected one of ${ground.obligations.map(({ id }) => id).join(', ')}.`;
    return { field: 'obligation', sentence };
  }
  if (isNew && known !== undefined)
    return {
      field: 'obligation',
      sentence: `There is an obligation "${obligation}" already; expected another id for a new one.`,
    };
  if (kind === 'confirm' && drafted.reasons === null)
    return { field: 'reasons', sentence: 'Nothing says why the obligation stays as it is; expected a reason.' };
  for (const field of isNew ? (['title', 'provision', 'object', 'bearers'] as const) : []) {
    if (drafted[field] === null) return { field, sentence: `A new obligation says its ${field}; expected it.` };
  }
  if (kind === 'amend' && Object.keys(fieldsOf(drafted, ground)).length === 0)
    return {
      field: 'kind',
      sentence: 'Nothing says how the obligation is owed otherwise; expected at least one field that is set anew.',
    };
  const categories = ground.categories.map(({ id }) => id);
  const stranger = bearers?.find((one) => !categories.includes(one));
  if (stranger !== undefined)
    return {
      field: 'bearers',
      sentence: `There is no party category "${stranger}"; expected one of ${categories.join(', ')}.`,
    };
  const kinds = ground.factKinds.map(({ id }) => id);
  for (const field of ['bindsFrom', 'otherwiseFrom', 'dueAfter'] as const) {
    const event = drafted[field];
    if (event !== null && !kinds.includes(event))
      return { field, sentence: `There is no event "${event}"; expected one of ${kinds.join(', ')}.` };
  }
  const unfit = condition === null ? null : conditionFault(condition, ground.factKinds);
  if (unfit !== null) return { field: 'condition', sentence: stopped(`The condition cannot be asked: ${unfit}`) };
  return dueFault(drafted) ?? provisionFault(drafted, ground) ?? listFault(drafted, ground);
}

function dueFault({ due, dueAfter, dueCount, dueFrom, graceCount }: DraftedChange): Fault | null {
  if (graceCount !== null && due !== 'every')
    return {
      field: 'graceCount',
      sentence: 'Only what is due every so many months has a time of grace; expected it to be due so.',
    };
  if (due === null) return null;
  if (dueCount === null)
    return { field: 'dueCount', sentence: 'Nothing says within or after how long it is due; expected a number.' };
  if (due === 'within' && dueAfter === null)
    return { field: 'dueAfter', sentence: 'Nothing says after which event it is due; expected an event.' };
  if (due === 'every' && dueFrom === null)
    return { field: 'dueFrom', sentence: 'Nothing says when its first period starts; expected a day.' };
  return null;
}

/** A provision that neither the text nor the amended text has is a slip; one of a text that is still drafted is told as a warning. */
function provisionFault({ provision }: DraftedChange, { texts }: ObligationGround): Fault | null {
  if (provision === null || texts === null) return null;
  const stands = [texts.before, texts.after].some((text) => findByReference(text, provision) !== null);
  return stands || /^[A-Z]{1,2}\d/.test(provision)
    ? null
    : { field: 'provision', sentence: `"${provision}" is no reference to a provision; expected one such as G3.26.` };
}

function dueOf(drafted: DraftedChange): Due | null {
  const { due, dueAfter, dueCount, dueUnit, dueFrom, graceCount, graceUnit } = drafted;
  if (due === null || dueCount === null) return null;
  if (due === 'within') return { kind: 'within', after: dueAfter ?? '', length: { count: dueCount, unit: dueUnit } };
  const grace = graceCount === null ? null : { count: graceCount, unit: graceUnit };
  return dueFrom === null ? null : { kind: 'every', months: dueCount, from: dueFrom, grace };
}

const TAKEN = [
  'provision',
  'object',
  'bearers',
  'modality',
  'each',
  'fuel',
  'standard',
  'condition',
  'assuredBy',
  'breach',
  'countsDevices',
] as const;

/** Lists, which are cleared by having nothing. */
const EMPTIED: readonly string[] = ['judgementWords', 'relations', 'assessableAfter', 'covers'];

function fieldsOf(drafted: DraftedChange, { proposal }: ObligationGround): AmendedFields {
  const due = dueOf(drafted);
  const taken = TAKEN.flatMap((field) => (drafted[field] === null ? [] : [[field, drafted[field]] as const]));
  const cleared = drafted.clear.map((field) => [field, EMPTIED.includes(field) ? [] : null] as const);
  return Object.fromEntries([
    ...taken,
    ...(due === null ? [] : [['due', due] as const]),
    ...Object.entries(statedLists(drafted, proposal.state.content.code)),
    ...cleared,
  ]);
}

function dutyOf(drafted: DraftedChange, { proposal }: ObligationGround, wording: string): Omit<Obligation, 'id'> {
  const { id, code } = proposal.state.content;
  return {
    title: drafted.title ?? '',
    instrument: code,
    provision: drafted.provision ?? '',
    bearers: drafted.bearers ?? [],
    each: drafted.each ?? 'party',
    fuel: drafted.fuel,
    modality: drafted.modality ?? 'must',
    object: drafted.object ?? '',
    standard: drafted.standard,
    wording,
    condition: drafted.condition,
    due: dueOf(drafted),
    assuredBy: drafted.assuredBy,
    breach: drafted.breach,
    boundTo: null,
    countsDevices: drafted.countsDevices ?? false,
    ...NO_LISTS,
    ...statedLists(drafted, code),
    citation: { source: id, clause: drafted.provision, certainty: 'stated' },
  };
}

const NO_LISTS = { judgementWords: [], relations: [], evidence: [], assessableAfter: [], covers: [] };

/** The words that it bears from then on, with one meaning or two. */
function wordingOf(
  { obligation, words, bindsFrom, otherwiseFrom }: DraftedChange,
  { proposal }: ObligationGround,
  title: string,
): Wordings {
  const { id } = proposal.state.content;
  const reading = (name: string, event: string | null, isDefault: boolean) => ({
    id: name,
    title:
      event === null
        ? 'They bind from the day on which they are in force'
        : `They bind from: ${event.replaceAll('-', ' ')}`,
    default: isDefault,
    commences: commencesFrom(event),
    ends: { kind: 'never' } as const,
    citation: { source: id, clause: null, certainty: 'stated' } as const,
  });
  return {
    id: `${id.toLowerCase()}-${obligation}`,
    title: words ?? `${title}, as proposed`,
    readings: [
      reading('as-drafted', bindsFrom, true),
      ...(otherwiseFrom === null ? [] : [reading('otherwise', otherwiseFrom, false)]),
    ],
  };
}

function commencesFrom(event: string | null): Commencement {
  const inForce = { kind: 'event', event: 'words-in-force' } as const;
  return event === null || event === 'words-in-force'
    ? inForce
    : { kind: 'later-of', of: [inForce, { kind: 'event', event }] };
}
