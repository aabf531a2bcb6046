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

/** The parts of a collation, for a paper of its own or as an appendix of another. */
function collationBlocks(collation: Collation, set: string | null): readonly Block[] {
  const { questions, responses } = collation;
  return [
    section('1', 'Summary'),
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
    section('2', 'Answers by question'),
    ...questions.flatMap((one) => questionBlocks(one, collation)),
    section('3', 'Responses'),
    ...(responses.length === 0 ? [paragraph('No response was received.')] : [everyResponse(collation)]),
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
    heading(question.text),
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
