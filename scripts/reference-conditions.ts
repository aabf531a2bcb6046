// The page of the reference on the language of conditions, from what the language itself declares.
import { ARITHMETIC_TYPES } from '../src/core/kernel/check-condition.ts';
import { CONDITION_FUNCTIONS, PLAIN_SETTINGS } from '../src/core/kernel/condition-functions.ts';
import { MOST_PARTS } from '../src/core/kernel/condition-size.ts';
import { MOST_CHARACTERS, MOST_NESTING } from '../src/core/kernel/parse-condition.ts';

/** Cases of cel-spec's subset for truth values, whole numbers and texts that the language does not meet, by file and name. */
export const CEL_CASES_NOT_MET: readonly { readonly name: string; readonly why: string }[] = [
  { name: 'basic/self_eval_int_negative_min', why: 'a whole number beyond 2^53' },
  { name: 'basic/self_eval_null', why: 'null' },
  { name: 'basic/null', why: 'null' },
  { name: 'comparisons/eq_null', why: 'null' },
  { name: 'comparisons/not_ne_null', why: 'null' },
  { name: 'comparisons/null_eq_left_true', why: 'null' },
  { name: 'type_deductions/null', why: 'null' },
];

const OPERATORS: readonly (readonly [string, string])[] = [
  ['`when ? a : b`', 'one of two values of one type'],
  ['`a || b`', 'true when either is, whatever the other is; unknown only while that could still settle it'],
  ['`a && b`', 'false when either is, whatever the other is; unknown only while that could still settle it'],
  [
    '`== != < <= > >=`',
    'comparison of two values of one type that are no lists; texts go by code point; comparisons do not chain',
  ],
  ['`a in list`', 'whether a value is one of a list’s'],
  ['`+ -`', 'sums and differences; also texts (`+`), days and durations'],
  ['`* / %`', 'of whole numbers; division goes towards zero'],
  ['`!a`, `-a`', 'not, and minus'],
  ['`list.exists(item, …)`, `list.all(item, …)`', 'whether it holds of some, of all items'],
];

/** The page's parts: its lead and its sections in Markdown. */
export function conditionsParts(
  table: (titles: readonly string[], rows: readonly (readonly string[])[]) => string,
): readonly string[] {
  const values = [
    ['bool', '`true`, `false`'],
    ['int', '`12`, `-3`, `0x1F`; within 2^53, and what lies beyond is an error'],
    ['string', '`"agreed"`, `\'agreed\'`, `"""…"""`, `r"\\d"`; the escapes of CEL'],
    ['list', '`["a", "b"]`; values of one type, and no lists'],
    ['day', '`day("2018-11-08")`'],
    ['duration', '`days(30)`'],
  ];
  const functions = CONDITION_FUNCTIONS.map(({ usage, takes, gives, says }) => [
    `\`${usage}\``,
    takes.map((types) => types.join(' or ')).join(', '),
    gives,
    says,
  ]);
  const arithmetic = Object.entries(ARITHMETIC_TYPES).flatMap(([operator, lefts]) =>
    Object.entries(lefts).flatMap(([left, rights]) =>
      Object.entries(rights).map(([right, result]) => [`\`${left} ${operator} ${right}\``, result]),
    ),
  );
  const missed = CEL_CASES_NOT_MET.map(({ name, why }) => [`\`${name}\``, why]);
  return [
    'A condition is a text in a strict subset of CEL with the functions below. It comes to true, to false, to *unknown* (with the facts that are missing and would settle it) or to an error (with a sentence). Everything that reads as a comment in CEL (`// …`) is one here.',
    '## Values',
    table(['Type', 'Written'], values),
    '## Names',
    'A kind of fact is spoken of by its identifier with `_` for `-`: `system_enrolled`. An event is a bool that is true from its day on, and `system_enrolled_day` is that day; of an event that never happens it is later than every day, and of one that may still happen no earlier than the first day of which the record is silent: comparisons with earlier days are settled. `on` is the day that is asked about; it stands alone on one side of a comparison, so that the answer over days can be found exactly without asking each of them.',
    '## Operators, those that bind least first',
    table(['Operator', 'Meaning'], OPERATORS),
    table(['Arithmetic', 'Gives'], arithmetic),
    '## Functions',
    table(['Function', 'Takes', 'Gives', 'Meaning'], functions),
    'There is no `matches`: a regular expression can take time beyond any bound.',
    '## Citations',
    'Any part can carry what it rests on: `(system_enrolled && devices > 3).cite("SEC", "G3.26", "stated")`, with a source, a clause (empty where the source is cited whole), a certainty and perhaps a note.',
    '## Limits',
    `A text has at most ${MOST_CHARACTERS} characters, ${MOST_PARTS} parts and ${MOST_NESTING} levels of nesting. Asking of lists within lists takes at most ${PLAIN_SETTINGS.mostSteps} steps; a text that is put together has at most 10000 characters.`,
    '## CEL',
    'In the mode in which a name of which nothing is known is an error and types are found out while evaluating, the cases of cel-spec for truth values, whole numbers and texts are met but for those below. Cases that expect an error are met where a text with `null` or with a number beyond 2^53 is refused.',
    table(['Case', 'Needs'], missed),
  ];
}
