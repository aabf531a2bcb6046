import type { Commencement } from '../../kernel/commencement.ts';
import { type Day, day } from '../../kernel/day.ts';
import { evolve } from '../evolve.ts';
import { changeable, pathChanged } from '../path/decide-path.ts';
import type { ProposalContent } from '../proposal.ts';
import type { ReportContent } from '../report/report-content.ts';
import { NO_PROPOSAL, type OpenProposal, type ProposalLife } from '../state.ts';
import { conditionHolds, endOf, factHolds, openSteps } from './net.ts';
import type { Path, Profile, Step, StepOutcome } from './profile.ts';

/** One step taken in an exploration. */
export interface Move {
  readonly step: Step;
  readonly outcome: StepOutcome;
  /** Whether it came too late for the day of implementation that was planned. */
  readonly late: boolean;
  /** Whether it changed the outcome of a step that was done. */
  readonly changes: boolean;
}

/** How a state is reached: whether urgency or Fast-Track was asked for, and then the steps in order. */
export interface Way {
  readonly urgencyAsked: boolean;
  readonly fastTrack: boolean;
  readonly moves: readonly Move[];
}

/** What can happen under a profile, whatever the outcomes. */
export interface Exploration {
  readonly states: number;
  /** Whether every state was seen; false when the bound was met first. */
  readonly complete: boolean;
  /** Steps and ends by id that can be reached. */
  readonly steps: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
  /** Shortest ways to states without an end in which no step can be done. */
  readonly deadEnds: readonly Way[];
  /** Shortest ways to states from which no end can be reached, although steps can be done. */
  readonly traps: readonly Way[];
  /** A shortest way to a state in which two paths hold at once; null when there is none. */
  readonly twoPaths: { readonly way: Way; readonly paths: readonly Path[] } | null;
}

interface Node {
  readonly life: OpenProposal;
  readonly late: boolean;
  readonly before: Node | null;
  readonly move: Move | null;
  readonly next: Node[];
  readonly isEnd: boolean;
}

/** States that are looked at before giving up. */
const BOUND = 200_000;
const SHOWN = 3;

const EARLY = day('2018-01-02');
const BY = day('2018-01-03');
const PLANNED = day('2018-01-10');
const LATE = day('2018-01-20');
const SET = day('2018-06-01');

const COMMENCEMENT: Commencement = {
  kind: 'decision',
  decision: 'approval',
  by: BY,
  // biome-ignore lint/suspicious/noThenProperty: the field is the consequence of a decision, never awaited.
  then: { kind: 'on', day: PLANNED },
  otherwise: null,
};

/**
 * Every state of a proposal that the outcomes of a profile's steps can bring about, breadth first, with urgency asked and
 * not asked, and with approvals in time and too late for the planned day. It uses the very functions by which a proposal
 * lives, so that what is proved holds of them. Days and Parties play no part in which steps are open.
 */
export function explore(profile: Profile, bound = BOUND): Exploration {
  const nodes = new Map<string, Node>();
  const queue: Node[] = [];
  const steps = new Set<string>(['raise']);
  const ends = new Set<string>();
  const deadEnds: Node[] = [];
  let twoPaths: Exploration['twoPaths'] = null;
  const visit = (life: OpenProposal, late: boolean, from: Node | null, move: Move | null) => {
    const key = keyOf(life, late);
    const known = nodes.get(key);
    if (known !== undefined) {
      from?.next.push(known);
      return;
    }
    const end = endOf(life, profile);
    if (end !== null) ends.add(end.id);
    const node = { life, late, before: from, move, next: [], isEnd: end !== null };
    from?.next.push(node);
    nodes.set(key, node);
    queue.push(node);
  };
  for (const asked of [true, false]) visit(raisedLife(profile, asked, false), false, null, null);
  if (profile.fastTrack !== undefined) visit(raisedLife(profile, false, true), false, null, null);
  let at = 0;
  for (; at < queue.length && nodes.size <= bound; at += 1) {
    const node = queue[at] as Node;
    if (twoPaths === null) {
      const paths = (profile.paths ?? []).filter((path) => conditionHolds(path.when, node.life, profile));
      if (paths.length > 1) twoPaths = { way: wayTo(node), paths };
    }
    if (node.isEnd) continue;
    const open = openSteps(node.life, profile);
    if (open.length === 0) deadEnds.push(node);
    for (const step of open) {
      steps.add(step.id);
      for (const outcome of step.outcomes) {
        if (step.kind === 'ballot' && outcome.id === 'no-quorum') continue;
        for (const late of latenessOf(node, step, outcome, profile)) {
          visit(moved(node.life, step, outcome, late), late, node, { step, outcome, late, changes: false });
        }
      }
    }
    const change = changeable(node.life, { profile });
    for (const outcome of change?.others ?? []) {
      const { step } = change as NonNullable<typeof change>;
      const life = changed(node.life, profile, step, outcome, node.late);
      visit(life, node.late, node, { step, outcome, late: node.late, changes: true });
    }
  }
  const complete = at === queue.length;
  return {
    states: nodes.size,
    complete,
    steps,
    ends,
    deadEnds: deadEnds.slice(0, SHOWN).map(wayTo),
    traps: complete ? trapsIn(queue, deadEnds).slice(0, SHOWN).map(wayTo) : [],
    twoPaths,
  };
}

/** States from which no end, and no dead end that is told already, can be reached. */
function trapsIn(nodes: readonly Node[], deadEnds: readonly Node[]): readonly Node[] {
  const before = new Map<Node, Node[]>(nodes.map((node) => [node, []]));
  for (const node of nodes) for (const next of node.next) before.get(next)?.push(node);
  const out = new Set<Node>([...nodes.filter((node) => node.isEnd), ...deadEnds]);
  const queue = [...out];
  for (let at = 0; at < queue.length; at += 1) {
    for (const node of before.get(queue[at] as Node) ?? []) {
      if (out.has(node)) continue;
      out.add(node);
      queue.push(node);
    }
  }
  return nodes.filter((node) => !out.has(node));
}

/** Too late matters only for what approves: every other step is taken in time unless one before it was too late. */
function latenessOf(node: Node, step: Step, outcome: StepOutcome, profile: Profile): readonly boolean[] {
  if (node.late) return [true];
  const after = moved(node.life, step, outcome, false);
  const approves = (['approval', 'approved'] as const).some(
    (fact) => factHolds(fact, node.life, profile) !== true && factHolds(fact, after, profile) === true,
  );
  return approves ? [false, true] : [false];
}

function moved(life: OpenProposal, step: Step, outcome: StepOutcome, late: boolean): OpenProposal {
  const on = late ? LATE : EARLY;
  const done = [...life.done, { step: step.id, outcome: outcome.id, on, reasons: null }];
  const set = step.kind === 'dating' ? [{ step: step.id, day: SET, on, reasons: '' }] : [];
  const after: OpenProposal = { ...life, done, dated: [...life.dated, ...set] };
  if (outcome.reopens === undefined) return after;
  return evolve(after, { type: 'steps-reopened', step: step.id, steps: outcome.reopens, on }) as OpenProposal;
}

function changed(
  life: OpenProposal,
  profile: Profile,
  step: Step,
  { id: outcome }: StepOutcome,
  late: boolean,
): OpenProposal {
  const event = { ...pathChanged(life, profile, step, outcome), by: '', reasons: '', on: late ? LATE : EARLY };
  return { ...(evolve(life, event) as OpenProposal), pathChanges: [] };
}

function keyOf({ content, done, dated }: ProposalLife, late: boolean): string {
  const outcomes = done.map((one) => `${one.step}=${one.outcome}${one.on === LATE ? '!' : ''}`).toSorted();
  return `${content.urgency.asked}${content.fastTrack}${late}${dated.length > 0}${outcomes}`;
}

function wayTo(node: Node): Way {
  const moves: Move[] = [];
  for (let at: Node | null = node; at !== null; at = at.before) if (at.move !== null) moves.unshift(at.move);
  const { urgency, fastTrack = false } = node.life.content;
  return { urgencyAsked: urgency.asked, fastTrack, moves };
}

/** A proposal of which only its wish to be urgent and its day of implementation are known. */
function raisedLife(profile: Profile, asked: boolean, fastTrack: boolean): OpenProposal {
  const content: ProposalContent = {
    id: 'explored',
    title: 'explored',
    proposer: { id: 'explored', name: 'explored' },
    code: 'explored',
    urgency: { asked, reason: '' },
    pathAsked: '',
    fastTrack,
    timetable: { steps: [] },
    implementation: COMMENCEMENT,
    legalText: [],
    draftedAgainst: '',
    obligations: [],
    wordings: [],
    report: {} as ReportContent,
  };
  const raisedOn: Day = EARLY;
  const state = evolve(NO_PROPOSAL, { type: 'proposal-raised', content, raisedOn, profile: profile.id, rulebook: '' });
  if (state.status !== 'open') throw new Error('a proposal that is raised is open');
  return state;
}
