import { isPlainLine } from '../kernel/characters.ts';
import type { Commencement } from '../kernel/commencement.ts';
import { type Day, writeDay } from '../kernel/day.ts';
import { coversDay, isWorkingDay } from '../kernel/working-days.ts';
import type { ProposalContext } from './context.ts';
import type { ProposalContent } from './proposal.ts';

const LONGEST_TITLE = 300;

/** What is wrong with a field of a proposal that is to be raised. */
interface ContentFault {
  readonly field: string;
  readonly sentence: string;
}

/** Why a proposal cannot be raised with what it says of itself; null when it can. What was raised before is not held to it. */
export function contentFault(content: ProposalContent, context: ProposalContext): ContentFault | null {
  return (
    titleFault(content.title) ??
    proposerFault(content.proposer, context) ??
    urgencyFault(content.urgency) ??
    pathFault(content.pathAsked, context) ??
    implementationFault(content.implementation, context.today) ??
    consultationFault(content.timetable, context)
  );
}

function titleFault(title: string): ContentFault | null {
  const field = 'title';
  if (title.trim() === '') return { field, sentence: 'The title is blank; expected words that say what is proposed.' };
  if (title.length > LONGEST_TITLE) {
    const sentence = `The title has ${title.length} characters; expected ${LONGEST_TITLE} at most.`;
    return { field, sentence };
  }
  if (isPlainLine(title)) return null;
  return {
    field,
    sentence: 'The title has a character that ends its line or turns its direction; expected plain text.',
  };
}

/** A Party or a body is called what the record or the rulebook calls it, and nobody is called as another is. */
function proposerFault({ id, name }: ProposalContent['proposer'], { parties, bodies }: ProposalContext) {
  const field = 'proposer.name';
  const known = [
    ...parties.map((party) => ({ id: party.id, name: party.name, names: [party.name] })),
    ...bodies.map((body) => ({ id: body.id, name: body.title, names: [body.title, body.inSentence] })),
  ];
  const own = known.find((one) => one.id === id);
  if (own !== undefined) {
    if (own.name === name) return null;
    return { field, sentence: `The proposer "${id}" is called "${own.name}", not "${name}".` };
  }
  if (!isPlainLine(name) || name.trim() === '') {
    return { field, sentence: 'The proposer is not named in plain text on one line; expected a name.' };
  }
  const asWritten = (words: string) => words.trim().toLowerCase();
  const other = known.find((one) => one.names.some((words) => asWritten(words) === asWritten(name)));
  return other === undefined ? null : { field, sentence: `"${name}" is the name of "${other.id}", not of "${id}".` };
}

function urgencyFault({ asked, reason }: ProposalContent['urgency']): ContentFault | null {
  if (!asked || reason.trim() !== '') return null;
  return { field: 'urgency.reason', sentence: 'Urgency is asked for without a reason; expected why it is urgent.' };
}

function pathFault(asked: string, { profile }: ProposalContext): ContentFault | null {
  const paths = profile.paths ?? [];
  if (asked === '' || paths.length === 0 || paths.some(({ id, title }) => asked === id || asked === title)) return null;
  const known = paths.map(({ title }) => title).join(', ');
  return { field: 'pathAsked', sentence: `${profile.title} has no path "${asked}"; expected one of ${known}.` };
}

function implementationFault(implementation: Commencement, today: Day): ContentFault | null {
  if (countsWorkingDays(implementation)) {
    const sentence =
      'The implementation counts Working Days, which only duties do; expected a day, an event, or a length of time in days or months.';
    return { field: 'implementation', sentence };
  }
  const past = daysOf(implementation).find((day) => day < today);
  if (past === undefined) return null;
  const sentence = `The implementation is planned for ${writeDay(past)}, which is past; expected ${writeDay(today)} or later.`;
  return { field: 'implementation', sentence };
}

function countsWorkingDays(commencement: Commencement): boolean {
  switch (commencement.kind) {
    case 'working-days-after':
      return true;
    case 'decision':
      return [commencement.then, ...(commencement.otherwise === null ? [] : [commencement.otherwise])].some(
        countsWorkingDays,
      );
    case 'earlier-of':
    case 'later-of':
      return commencement.of.some(countsWorkingDays);
    case 'offset':
    case 'months-after':
      return countsWorkingDays(commencement.base);
    case 'on':
    case 'event':
    case 'never':
      return false;
  }
}

/** The days by themselves on which something may commence. */
function daysOf(commencement: Commencement): readonly Day[] {
  switch (commencement.kind) {
    case 'on':
      return [commencement.day];
    case 'decision':
      return [commencement.then, ...(commencement.otherwise === null ? [] : [commencement.otherwise])].flatMap(daysOf);
    case 'earlier-of':
    case 'later-of':
      return commencement.of.flatMap(daysOf);
    case 'offset':
    case 'working-days-after':
    case 'months-after':
    case 'event':
    case 'never':
      return [];
  }
}

function consultationFault({ steps }: ProposalContent['timetable'], context: ProposalContext): ContentFault | null {
  for (const row of steps) {
    const step = context.profile.steps.find(({ id, kind }) => id === row.step && kind === 'consultation');
    const calendar = context.calendars.find(({ id }) => id === step?.clock?.calendar);
    if (step === undefined || calendar === undefined) continue;
    const off = [row.from, row.to].find((day) => coversDay(calendar, day) && !isWorkingDay(calendar, day));
    if (off === undefined) continue;
    const sentence = `The timetable plans "${step.title}" from ${writeDay(row.from)} to ${writeDay(row.to)}, and ${writeDay(off)} is no Working Day; expected Working Days.`;
    return { field: 'timetable', sentence };
  }
  return null;
}
