import { findByReference } from '../../core/code/tree.ts';
import type { Commencement } from '../../core/kernel/commencement.ts';
import type { Expression } from '../../core/kernel/condition.ts';
import { parseCondition } from '../../core/kernel/parse-condition.ts';
import type { Wordings } from '../../core/kernel/reading.ts';
import { conditionFault } from '../../core/obligation/condition-fault.ts';
import type { Due } from '../../core/obligation/due.ts';
import { bodyFault, changesFault, dueFault, dutyIdFault } from '../../core/obligation/duty-fault.ts';
import { awaitedFault } from '../../core/obligation/event-fault.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import type { AmendedFields, ObligationChange } from '../../core/obligation/obligation-change.ts';
import type { DraftedChange } from './draft-obligation-change.ts';
import { listFault, statedLists } from './drafted-lists.ts';
import type { ObligationGround } from './obligation-changes.ts';

/** The event that words are in force, from which they bind where nothing else is said. */
const IN_FORCE = 'words-in-force';

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
  const { obligation, kind, bearers } = drafted;
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
  const misnamed = isNew ? dutyIdFault(obligation) : null;
  if (misnamed !== null) return { field: 'obligation', sentence: misnamed };
  if (kind === 'confirm' && drafted.reasons === null)
    return { field: 'reasons', sentence: 'Nothing says why the obligation stays as it is; expected a reason.' };
  for (const field of isNew ? (['title', 'provision', 'object', 'bearers'] as const) : []) {
    if (drafted[field] === null) return { field, sentence: `A new obligation says its ${field}; expected it.` };
  }
  const says = drafted.condition !== null || drafted.due !== null || Object.keys(fieldsOf(drafted, ground)).length > 0;
  if (kind === 'amend' && !says)
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
  return (
    owedFault(drafted, known, ground) ??
    clearFault(drafted) ??
    provisionFault(drafted, ground) ??
    listFault(drafted, ground)
  );
}

/** What no obligation can have, whether it is new or owed otherwise. */
function owedFault(drafted: DraftedChange, known: Obligation | undefined, ground: ObligationGround): Fault | null {
  const { condition, assuredBy, bindsFrom, otherwiseFrom } = drafted;
  const { factKinds: kinds, bodies } = ground;
  const each = drafted.each ?? known?.each ?? 'party';
  for (const field of ['bindsFrom', 'otherwiseFrom', 'dueAfter'] as const) {
    const event = drafted[field];
    const sentence = event === null ? null : awaitedFault(event, kinds, each);
    if (sentence !== null) return { field, sentence };
  }
  if (otherwiseFrom !== null && (otherwiseFrom === bindsFrom || (bindsFrom === null && otherwiseFrom === IN_FORCE))) {
    const sentence = 'By the other reading the words bind from the same event; expected another event, or none.';
    return { field: 'otherwiseFrom', sentence };
  }
  const unfit = condition === null ? null : conditionFault(condition, kinds, each);
  if (unfit !== null) return { field: 'condition', sentence: unfit };
  const nobody = assuredBy === null ? null : bodyFault(assuredBy, bodies);
  if (nobody !== null) return { field: 'assuredBy', sentence: nobody };
  const unsaid = unsaidDue(drafted);
  if (unsaid !== null) return unsaid;
  const due = dueOf(drafted);
  const late = due === null ? null : dueFault(due, kinds, each);
  if (late !== null) return { field: DUE_FIELDS[late.field] ?? 'dueCount', sentence: late.sentence };
  if (drafted.kind !== 'amend' || drafted.each === null) return null;
  const change: ObligationChange = { kind: 'amend', obligation: drafted.obligation, fields: fieldsOf(drafted, ground) };
  const unmet = changesFault([change], { factKinds: kinds, bodies, obligations: ground.obligations });
  return unmet === null ? null : { field: 'each', sentence: unmet };
}

/** Which field of the form gives which part of what is due. */
const DUE_FIELDS: Readonly<Record<string, string>> = { 'due.after': 'dueAfter', 'due.grace.count': 'graceCount' };

function clearFault(drafted: DraftedChange): Fault | null {
  const both = drafted.clear.find((field) => drafted[field] !== null);
  if (both === undefined) return null;
  return { field: 'clear', sentence: `The ${both} is both set anew and taken away; expected one of the two.` };
}

function unsaidDue({ due, dueAfter, dueCount, dueFrom, graceCount }: DraftedChange): Fault | null {
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
  'assuredBy',
  'breach',
  'countsDevices',
] as const;

/** Lists, which are cleared by having nothing. */
const EMPTIED: readonly string[] = ['judgementWords', 'relations', 'assessableAfter', 'covers'];

function fieldsOf(drafted: DraftedChange, { proposal }: ObligationGround): AmendedFields {
  const due = dueOf(drafted);
  const condition = expressionOf(drafted);
  const taken = TAKEN.flatMap((field) => (drafted[field] === null ? [] : [[field, drafted[field]] as const]));
  const cleared = drafted.clear.map((field) => [field, EMPTIED.includes(field) ? [] : null] as const);
  return Object.fromEntries([
    ...taken,
    ...(condition === null ? [] : [['condition', condition] as const]),
    ...(due === null ? [] : [['due', due] as const]),
    ...Object.entries(statedLists(drafted, proposal.state.content.code)),
    ...cleared,
  ]);
}

/** Null where there is none, or none that can be read. */
function expressionOf({ condition }: DraftedChange): Expression | null {
  const parsed = condition === null ? null : parseCondition(condition);
  return parsed?.ok ? parsed.expression : null;
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
    condition: expressionOf(drafted),
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
  const inForce = { kind: 'event', event: IN_FORCE } as const;
  return event === null || event === IN_FORCE ? inForce : { kind: 'later-of', of: [inForce, { kind: 'event', event }] };
}
