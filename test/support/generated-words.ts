/** A repeatable source of whole numbers from 0 to below a bound. */
export type Chance = (below: number) => number;

/** A source of numbers that gives the same ones for the same seed (mulberry32). */
export function chance(seed: number): Chance {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Common first: a word is drawn the more often the earlier it stands, as in any language. */
const WORDS = `the of to and in or a for that by any with be which is as shall not it from such on under at relevant
  each other has been where this may its an if all no date must provide data within than only between are service
  information notice following accordance ensure request respect provided pursuant including purposes means reasonable
  period time person duties person's procedure given receipt record requirements comply whether until after before
  obligations applicable arrangements set out make made being against case event steps take taken practicable systems
  manner used use send sent receive response charges amount payable month year costs report reports approved approval
  consent written decision determine determined accordingly subject extent standard good practice industry security risk
  assessment controls access keys certificate message messages network supply premises meter metering installed operated
  maintained replaced removed tested test environment interface release change changes version document published copy
  copies website register maintain update details name contact address officer director group company law regulation
  licence licensee consumer customer domestic energy gas electricity volume forecast quarter invoice credit default debt
  liability limit indemnity claim loss damage dispute expert arbitration appeal confidential disclosure audit material
  breach remedy suspend suspension expel terminate termination transfer assign successor waiver notices language`
  .split(/\s+/)
  .filter((word) => word !== '');

const ADJECTIVES = [
  ...['Responsible', 'Relevant', 'Registered', 'Independent', 'Smart', 'Secure', 'Critical', 'Technical', 'Regional'],
  ...[
    'Monthly',
    'Annual',
    'Approved',
    'Designated',
    'Enrolled',
    'Central',
    'Lead',
    'Minimum',
    'Joint',
    'Interim',
    'Core',
  ],
];
const NOUNS = [
  ...[
    'Supplier',
    'Party',
    'Device',
    'Service',
    'Charge',
    'Notice',
    'Certificate',
    'Register',
    'Operator',
    'User',
    'Key',
  ],
  ...['Incident', 'Report', 'Date', 'System', 'Standard', 'Assessment', 'Hub', 'Command', 'Credential', 'Fee', 'Zone'],
];

/** Paragraphs that a real code has over and over. */
const BOILERPLATE = [
  'Not used.',
  'This paragraph applies whatever else is in this Section.',
  'Each such notice shall be in writing and shall be treated as received on the next Working Day.',
  'The costs of doing so shall be borne by the person who asks for it.',
];

/** As many defined terms as asked, each different: `Responsible Supplier`, `Annual Device Report`. */
export function terms(count: number): readonly string[] {
  const made = new Set<string>(['Party', 'Working Day', 'Device', 'Panel']);
  for (let at = 0; made.size < count; at += 1) {
    const [adjective, noun] = [ADJECTIVES[at % ADJECTIVES.length], NOUNS[(at * 7) % NOUNS.length]];
    const second = at >= 440 ? ` ${NOUNS[Math.floor(at / 440) % NOUNS.length]}` : '';
    made.add(`${adjective} ${noun}${second}`);
  }
  return [...made];
}

/** What sentences are made from: terms to use, and references that may be made. */
export interface Stock {
  readonly terms: readonly string[];
  /** A printed reference to some provision: `G3.26`. */
  readonly reference: (next: Chance) => string;
}

/** A word as often as it is common. */
export function word(next: Chance): string {
  return WORDS[Math.floor((next(1000) * next(1000) * WORDS.length) / 1_000_000)] ?? '';
}

/** Words of a sentence with terms and references in them, ended by a full stop. */
export function sentence(next: Chance, length: number, stock: Stock): string {
  const words = Array.from({ length }, () => {
    const kind = next(100);
    if (kind < 7) return stock.terms[next(stock.terms.length)] ?? '';
    return kind < 8 ? `(as Section ${stock.reference(next)} provides)` : word(next);
  });
  const [first = '', ...rest] = words;
  const comma = next(Math.max(1, rest.length));
  if (rest.length > 8) rest[comma] = `${rest[comma]},`;
  return `${[first.slice(0, 1).toUpperCase() + first.slice(1), ...rest].join(' ')}.`;
}

/** The words of a provision: mostly one sentence or two, long ones rare, sometimes what stands in every code. */
export function paragraph(next: Chance, longest: number, stock: Stock): string {
  if (next(40) === 0) return BOILERPLATE[next(BOILERPLATE.length)] ?? '';
  const length = 8 + Math.floor((next(1000) * next(1000) * longest) / 1_000_000);
  const half = Math.floor(length / 2);
  return length > 60
    ? `${sentence(next, half, stock)} ${sentence(next, length - half, stock)}`
    : sentence(next, length, stock);
}
