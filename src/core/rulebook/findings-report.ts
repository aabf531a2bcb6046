import type { Finding } from './case.ts';
import type { Findable } from './findings.ts';
import { clausesCited, sectionsNamed, speaksOf, statementsOf, wordsOf } from './report-words.ts';
import type { Rulebook } from './rulebook.ts';

/** Findings about the words of the report: glossary, scope, costs and the reason for the path. */
export function reportFindings(given: Findable, rulebook: Rulebook): Finding[] {
  return [...glossary(given), ...scope(given), ...costs(given), ...pathTests(given, rulebook)];
}

function glossary({ proposal }: Findable): Finding[] {
  const { report } = proposal;
  const views = report.objectiveViews.map((view) => view.reason).join('\n');
  const text = `${proposal.title}\n${wordsOf(statementsOf(report))}\n${views}`;
  const used = new Set(text.match(/\b[A-Z][A-Z0-9]+\b/g) ?? []);
  const explained = new Set(report.glossary.map((entry) => entry.acronym));
  return report.glossary.flatMap(({ acronym, meaning }) => {
    if (used.has(acronym)) return [];
    const near = [...used].find((one) => !explained.has(one) && isNear(one, acronym, meaning));
    if (near === undefined) return [];
    const sentence = `The glossary explains "${acronym}" as ${meaning}, but the text never uses it and writes "${near}".`;
    return [
      {
        id: 'glossary-and-text-disagree',
        sentence,
        where: 'glossary',
        citations: [{ ...report.abstract.citation, clause: 'glossary' }],
      },
    ];
  });
}

/** The same letters in another order, or the initials of what is meant. */
function isNear(one: string, other: string, meaning: string): boolean {
  const letters = (word: string) => [...word].sort().join('');
  const initials = (meaning.match(/\b\p{Lu}/gu) ?? []).join('');
  return letters(one) === letters(other) || one === initials;
}

function scope({ proposal }: Findable): Finding[] {
  const { report } = proposal;
  const reasons = [...report.summaryIssue, ...report.issue];
  const reasonWords = `${wordsOf(reasons)}\n${reasons.flatMap((one) => one.quotes ?? []).join('\n')}`;
  return [...report.summarySolution, ...report.solution].flatMap((statement) =>
    [...sectionsNamed(statement.text)].flatMap((section) => {
      const singledOut = clausesCited(statement.text, section);
      const argued = clausesCited(reasonWords, section);
      if (argued.size === 0 || singledOut.size === 0 || ![...argued].every((clause) => singledOut.has(clause)))
        return [];
      const sentence = `The solution speaks of Section ${section} as a whole, while the reasons speak of ${[...argued].join(', ')} alone.`;
      return [{ id: 'scope-wider-than-reasons', sentence, where: 'solution', citations: [statement.citation] }];
    }),
  );
}

function costs({ proposal }: Findable): Finding[] {
  const { limitedTo = [], activities = [] } = proposal.report.costs ?? {};
  const limits = new Set(limitedTo.flatMap(stems));
  return activities
    .filter((activity) => !stems(activity).some((stem) => limits.has(stem)))
    .map((activity) => ({
      id: 'cost-outside-its-list',
      sentence: `The table of costs counts "${activity}", which is none of the things that costs are said to be limited to.`,
      where: 'costs',
      citations: [{ ...proposal.report.abstract.citation, clause: 'costs' }],
    }));
}

/** Words that carry meaning, cut to their first five letters, so that `publish` meets `publishing`. */
function stems(words: string): string[] {
  return (words.toLowerCase().match(/\p{L}{5,}/gu) ?? []).map((word) => word.slice(0, 5));
}

function pathTests({ proposal }: Findable, rulebook: Rulebook): Finding[] {
  const { report } = proposal;
  const { pathReason } = report;
  if (pathReason === undefined) return [];
  const about = `${proposal.title}\n${wordsOf([report.abstract, ...report.summarySolution, ...report.solution])}`;
  return rulebook.pathTests
    .filter((test) => test.words.some((word) => speaksOf(about, word)))
    .filter((test) => !test.words.some((word) => speaksOf(pathReason.text, word)))
    .map((test) => ({
      id: 'path-test-without-reason',
      sentence: `The reason for the path is silent on one of its tests, ${test.title}, although the proposal speaks of what the test is about.`,
      where: 'path',
      citations: [pathReason.citation, test.citation],
    }));
}
