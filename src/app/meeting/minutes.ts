import type { z } from 'zod';
import { writeDay } from '../../core/kernel/day.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { Concerned } from '../../core/modification/meeting/collect.ts';
import { type Meeting, type MinutedItem, standingOf } from '../../core/modification/meeting/meeting.ts';
import type { MeetingCommand } from '../../core/modification/meeting/meeting-command.ts';
import { decidedOn, recordedActions, recordedOn, settledOn } from '../../core/modification/meeting/recorded.ts';
import { type Context, type Result, refuse } from '../operation.ts';
import type { ConfidentialContent } from '../ports.ts';
import { type actedSchema, actOnMeeting, concernedBy, type ReadMeeting, readMeeting } from './meetings.ts';

/** Words of items by id. */
export type Words = Readonly<Record<string, string>>;

/**
 * Makes the next version of the minutes: the words given, or those of the version before, and what the record holds
 * now. Words of confidential items are kept beside the chain.
 */
export async function makeMinutes(
  context: Context,
  id: string,
  type: 'draft-minutes' | 'edit-minutes',
  given: Words,
): Promise<Result<z.output<typeof actedSchema>>> {
  const read = await readMeeting(context, id, null);
  if (!read.ok) return read;
  const { meeting } = read.value;
  const before = type === 'edit-minutes' ? await wordsOf(context, meeting) : {};
  const items = await minutedItems(context, read.value);
  const strange = Object.keys(given).find((item) => !items.some((one) => one.item === item));
  if (strange !== undefined) return refuse(noItemMinuted(strange, items));
  const worded = items.map((item) => ({ ...item, words: given[item.item] ?? before[item.item] ?? item.words }));
  const secret = Object.fromEntries(
    worded.filter(({ confidential }) => confidential).map(({ item, words }) => [item, words]),
  );
  const kept = Object.values(secret).some((words) => words !== '') ? keptBeside(context, secret) : null;
  const command: MeetingCommand = {
    type,
    items: worded.map((item) => (item.confidential ? { ...item, words: '' } : item)),
    confidential: kept === null ? null : { id: kept.id, digest: kept.digest },
  };
  return actOnMeeting(context, id, command, kept === null ? [] : [kept]);
}

/** The words of a version for who reads what is for members: of every item, confidential ones included. */
export async function wordsOf(context: Context, meeting: Meeting, version?: number): Promise<Words> {
  const found = version === undefined ? meeting.minutes.at(-1) : meeting.minutes.find((one) => one.version === version);
  if (found === undefined) return {};
  const open = Object.fromEntries(
    found.items.filter(({ confidential }) => !confidential).map(({ item, words }) => [item, words]),
  );
  const kept = found.confidential && (await context.ports.store.confidential(found.confidential.id));
  return { ...open, ...(kept ? (JSON.parse(kept.body) as Words) : {}) };
}

function keptBeside({ ports: { random } }: Context, secret: Words): ConfidentialContent {
  const [id, salt, body] = [random.id(), random.id(), JSON.stringify(secret)];
  return { id, salt, digest: random.digest(salt + body), ownerParty: null, body };
}

function noItemMinuted(item: string, items: readonly MinutedItem[]) {
  const sentence = `The minutes have no item "${item}"; expected one of ${items.map((one) => one.item).join(', ')}.`;
  return rejection('not-found', sentence, { place: { field: 'words' } });
}

/** The items of the agenda, and whatever else the body decided on the day, with first words and what the record holds. */
async function minutedItems(
  context: Context,
  { meeting, all, body, outside }: ReadMeeting,
): Promise<readonly MinutedItem[]> {
  const concerned = await concernedBy(context, meeting, all, null);
  const minuted = { body: meeting.body, inSentence: body.inSentence, day: meeting.day };
  const unlisted = concerned.filter(
    (one) =>
      decidedOn(meeting.day, meeting.body, one) &&
      !meeting.items.some((item) => item.modification === one.life.content.id),
  );
  const others = unlisted.map(({ life: { content } }) => ({
    id: content.id,
    title: `${content.id} ${content.title} (not on the agenda)`,
    purpose: 'decision' as const,
    confidential: false,
    origin: 'added' as const,
    modification: content.id,
    steps: [],
  }));
  const items = [...meeting.items, ...others].map((item): MinutedItem => {
    const about = concerned.find(({ life }) => life.content.id === item.modification) ?? null;
    const recorded = [
      ...recordedOn(item, minuted, about),
      ...(item.origin === 'outside' ? outside.map((one) => `${one.modification}, ${one.title}: ${one.outcome}.`) : []),
      ...(item.origin === 'minutes' ? approvedSentence(item.id.replace(/^minutes-/, ''), meeting, all) : []),
      ...(meeting.carried.includes(item.id) ? [carriedSentence(item, minuted, about)] : []),
      ...recordedActions(item.id, meeting),
    ];
    const { id, title, confidential } = item;
    return { item: id, title, confidential, words: firstWords(item, meeting, all, context), recorded };
  });
  const rest = recordedActions(null, meeting);
  const other = { item: 'other-actions', title: 'Other actions', confidential: false, words: '', recorded: rest };
  return rest.length === 0 ? items : [...items, other];
}

/** A decision may come on record after an item was marked as carried over. */
function carriedSentence(
  item: Meeting['items'][number],
  { body, day }: Pick<Meeting, 'body' | 'day'>,
  about: Concerned | null,
): string {
  return about !== null && settledOn(day, body, item, about)
    ? 'It was marked as carried over and was settled after all.'
    : 'Carried over to the next meeting.';
}

function approvedSentence(id: string, meeting: Meeting, all: readonly Meeting[]): readonly string[] {
  const approved = all.find((one) => one.id === id)?.minutesApproved;
  return approved?.at === meeting.id
    ? [`The minutes of ${id}, version ${approved.version}, were approved.`]
    : [`The minutes of ${id} were not approved at this meeting.`];
}

/** What a draft says before a person wrote anything: only which papers were before the body. */
function firstWords(
  item: Meeting['items'][number],
  meeting: Meeting,
  all: readonly Meeting[],
  { today }: Context,
): string {
  const papers = meeting.papers.filter((paper) => paper.item === item.id);
  if (item.origin === 'actions') {
    const open = all
      .filter((one) => one.body === meeting.body && one.day < meeting.day)
      .flatMap(({ actions, day }) =>
        actions.map(
          (action, at) => `- Action ${at + 1} of ${writeDay(day)}, ${action.owner}: ${standingOf(action, today)}`,
        ),
      );
    return open.join('\n');
  }
  if (papers.length === 0) return '';
  const names = papers.map(({ number, title }) => `${number} (${title})`).join(', ');
  return `${papers.length === 1 ? 'The paper' : 'The papers'} before the body: ${names}.`;
}
