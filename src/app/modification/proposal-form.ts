import { z } from 'zod';
import { textOn } from '../../core/code/version.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { ProposalRules } from '../../core/modification/context.ts';
import { evolve } from '../../core/modification/evolve.ts';
import { nextIdentifier } from '../../core/modification/form/next-identifier.ts';
import { contentOf, type FilledForm, formFault } from '../../core/modification/form/proposal-form.ts';
import type { ProposalContent } from '../../core/modification/proposal.ts';
import { NO_PROPOSAL } from '../../core/modification/state.ts';
import { timetableOf } from '../../core/modification/timetable/plan.ts';
import type { Timetable } from '../../core/modification/timetable/timetable.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { readInstrument } from '../instruments.ts';
import { type Context, done, type Result, refuse } from '../operation.ts';
import { readParties } from '../party/estate.ts';
import { planFields, planFor } from '../timetable/planning.ts';
import { rulesWith } from './proposals.ts';
import { processOf } from './raising.ts';

/** What the form of a proposal goes by today: the rules of a code, who proposes, and what the register holds. */
export interface FormGround {
  readonly rulebook: Rulebook;
  readonly rules: ProposalRules;
  /** The next free identifier; empty where none can be told. */
  readonly next: string;
  /** Label of the version in force. */
  readonly against: string;
  readonly proposer: ProposalContent['proposer'];
}

/** Reads what the form of a proposal to a code goes by today. */
export async function formGround(context: Context, code: string): Promise<Result<FormGround>> {
  const instrument = await readInstrument(context, code, null);
  if (!instrument.ok) return refuse({ ...instrument.rejection, place: { field: 'code' } });
  const rulebook = await context.ports.rulebooks.current(code);
  const process = processOf(rulebook, context.today);
  if (!process.ok) return process;
  const inForce = textOn(instrument.value, { on: context.today, knownAt: null });
  if (inForce === null) {
    const sentence = `No version of the ${instrument.value.shortTitle} is in force today, which a proposal could change.`;
    return refuse(rejection('too-early', sentence, { place: { field: 'code' } }));
  }
  const register = (await context.ports.store.register(null)).toSorted((a, b) => a.raisedOn - b.raisedOn);
  const ids = (rows: typeof register) => rows.map(({ id }) => id);
  return done({
    rulebook,
    rules: rulesWith(rulebook, process.value),
    next: nextIdentifier(process.value, ids(register), ids(register.filter((row) => row.code === code))),
    against: inForce.label,
    proposer: await proposerFor(context, rulebook),
  });
}

/** A Party proposes for itself, a body as the rulebook names it, anybody else by name. */
async function proposerFor(context: Context, { bodies }: Rulebook): Promise<ProposalContent['proposer']> {
  const { role, party, name } = context.actor;
  if (party !== undefined) {
    const known = (await readParties(context, null)).find((one) => one.party.id === party);
    return { id: party, name: known?.party.name ?? party };
  }
  return { id: role, name: bodies.find(({ id }) => id === role)?.title ?? name };
}

/** A filled form as the content of a proposal, with a timetable planned forward from today where none is given. */
export function composed(
  context: Context,
  ground: FormGround,
  form: FilledForm,
  { id, timetable }: { readonly id: string; readonly timetable: Timetable | null },
): Result<ProposalContent> {
  const { rules, rulebook, against, proposer } = ground;
  const fault = formFault(form, context.actor.role, rules, rulebook);
  if (fault !== null) return refuse(fault);
  const content = contentOf(form, { id, code: rulebook.code, proposer, on: context.today, against }, rules.profile);
  return done({ ...content, timetable: timetable ?? plannedFor(context, ground, content) });
}

const PLAN = z.strictObject(planFields).parse({});

/** The timetable that a proposal gets of itself: planned forward from today; empty where no plan can be made. */
function plannedFor(context: Context, { rules, rulebook }: FormGround, content: ProposalContent): Timetable {
  const raised = { content, raisedOn: context.today, profile: rules.profile.id, rulebook: rulebook.digest };
  const life = evolve(NO_PROPOSAL, { type: 'proposal-raised', ...raised });
  if (life.status === 'none') return { steps: [] };
  const plan = planFor(life, rules, PLAN, context.today, true);
  return plan.ok ? { steps: timetableOf(plan.value, rules).steps } : { steps: [] };
}

const BLANK: FilledForm = {
  ...{ title: '', problem: '', solution: '', costs: '', objectives: {}, parties: [], systems: [], documents: [] },
  ...{ urgent: false, urgencyGround: null, urgencyReason: '', path: null, day: null },
};

/** The timetable that a proposal of which nothing is known but that it is not urgent would get today. */
export function plannedRows(context: Context, ground: FormGround) {
  const { rules, rulebook, next: id, proposer, against } = ground;
  const by = { id, code: rulebook.code, proposer, on: context.today, against };
  return plannedFor(context, ground, contentOf(BLANK, by, rules.profile)).steps.map((row) => ({
    ...row,
    title: rules.profile.steps.find((step) => step.id === row.step)?.title ?? row.step,
  }));
}
