import type { Day } from '../kernel/day.ts';
import { writeDay } from '../kernel/day.ts';
import { writeInstant } from '../kernel/instant.ts';
import type { CollatedQuestion, Collation } from '../modification/consultation/collation.ts';
import type { Block, Document } from './block.ts';
import { heading, list, paragraph, section, table } from './build.ts';
import { answerWords, choiceWords, responseRemarks, stanceWords, totalsSentence } from './collation-words.ts';
import { NOTICE } from './report.ts';

/** The responses to a consultation side by side, as a paper; `on` is the day that it bears. */
export function collationDocument(collation: Collation, on: Day): Document {
  const { modification, consultation, audience } = collation;
  const set =
    audience === 'public'
      ? 'Public set: what is confidential is left out'
      : 'As its reader may read it: not for publication';
  return {
    id: audience === 'public' ? 'responses-public' : 'responses',
    title: `${modification} ${collation.title}: responses to the ${consultation}`,
    language: 'en-GB',
    dated: on,
    author: 'Code Administrator',
    notice: NOTICE,
    cover: {
      kicker: 'Consultation responses',
      title: `${modification}: ${collation.title}`,
      blocks: [paragraph(consultation)],
    },
    footer: [modification, consultation, writeDay(on), set],
    contents: false,
    blocks: collationBlocks(collation, set),
  };
}

/** The parts of a collation as sections of a paper of its own. */
function collationBlocks(collation: Collation, set: string | null): readonly Block[] {
  const parts = collationParts(collation, set, 2);
  return parts.flatMap(({ title, blocks }, at) => [section(String(at + 1), title), ...blocks]);
}

/** A consultation inside another paper: its name, then what a paper of its own has as sections. */
export function consultationBlocks(collation: Collation): readonly Block[] {
  const set = 'What is confidential is left out';
  return [
    heading(collation.consultation),
    ...collationParts(collation, set, 3).flatMap(({ title, blocks }) => [heading(title, 3), ...blocks]),
  ];
}

interface Part {
  readonly title: string;
  readonly blocks: readonly Block[];
}

function collationParts(collation: Collation, set: string | null, level: 2 | 3): readonly Part[] {
  const { questions, responses } = collation;
  const summary = [
    paragraph(
      `Open from ${writeDay(collation.from)} to ${writeInstant(collation.closes)}. ${totalsSentence(collation)}`,
    ),
    ...(set === null ? [] : [paragraph(`${set}.`)]),
    ...collation.extensions.map((one) =>
      paragraph(
        `Extended on ${writeDay(one.on)} from ${writeInstant(one.from)} to ${writeInstant(one.to)}: ${one.reasons}`,
      ),
    ),
    byCategory(collation),
  ];
  const received = responses.length === 0 ? paragraph('No response was received.') : everyResponse(collation);
  return [
    { title: 'Summary', blocks: summary },
    { title: 'Answers by question', blocks: questions.flatMap((one) => questionBlocks(one, collation, level)) },
    { title: 'Responses', blocks: [received] },
  ];
}

function byCategory({ categories, responses }: Collation): Block {
  const count = (category: string, stance: string | null) =>
    String(responses.filter((one) => one.category === category && one.stance === stance).length);
  return table(
    'Views by party category',
    ['Party category', 'Support', 'Oppose', 'Neutral', 'Not told'],
    categories.map(({ id, title }) => [
      title,
      ...['support', 'oppose', 'neutral', null].map((stance) => count(id, stance)),
    ]),
  );
}

function questionBlocks(
  { question, counts, versions, wordings, ...kept }: CollatedQuestion,
  collation: Collation,
  level: 2 | 3,
): readonly Block[] {
  const { categories, questionnaires } = collation;
  const about = question.about === undefined ? '' : ` About ${question.about.kind} (${question.about.id}).`;
  const inSome =
    versions.length === questionnaires.length ? '' : ` Asked in version ${versions.join(', ')} of the questions alone.`;
  const notShown = [
    ...(kept.confidential === 0 ? [] : [`${kept.confidential} confidential`]),
    ...(kept.withheld === 0 ? [] : [`${kept.withheld} not shown`]),
  ].join(', ');
  return [
    heading(question.text, level),
    paragraph(`${kept.answered} answered${notShown === '' ? '' : `; ${notShown}`}.${about}${inSome}`),
    ...(wordings.length === 0 ? [] : [list(wordings.map(({ version, text }) => `Version ${version} put it: ${text}`))]),
    ...(counts.length === 0
      ? textAnswers(question.id, collation)
      : [
          table(
            `Answers: ${question.text}`,
            ['Answer', 'All', ...categories.map((one) => one.title)],
            counts.map(({ answer, count, byCategory: of }) => [
              choiceWords(answer),
              String(count),
              ...categories.map(({ id }) => String(of[id] ?? 0)),
            ]),
          ),
        ]),
  ];
}

function textAnswers(question: string, { responses }: Collation): readonly Block[] {
  const rows = responses.flatMap((response) =>
    response.answers
      .filter((answer) => answer.question === question)
      .map((answer) => [response.name, response.categoryTitle, stanceWords(response), answerWords(answer)]),
  );
  return rows.length === 0 ? [] : [table('', ['Party', 'Party category', 'View', 'Answer'], rows)];
}

function everyResponse({ responses }: Collation): Block {
  const nameOf = (party: string) => responses.find((one) => one.party === party)?.name ?? party;
  return table(
    'Responses received',
    ['Party', 'Party category', 'View', 'Received', 'Remarks', 'Files'],
    responses.map((one) => [
      one.name,
      one.categoryTitle,
      stanceWords(one),
      writeDay(one.on),
      responseRemarks(one, nameOf).join('; '),
      one.attachments
        .map(
          ({ file, standing }) => file?.name ?? (standing === 'withheld' ? 'a file not shown' : 'a confidential file'),
        )
        .join('; ') || '–',
    ]),
  );
}
