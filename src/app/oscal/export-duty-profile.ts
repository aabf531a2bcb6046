import { z } from 'zod';
import { lifeEventOf } from '../../core/code/life.ts';
import { timelineOf, versionOn } from '../../core/code/version.ts';
import type { DutyProfile, ProfiledText } from '../../core/document/duty-profile.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { type Day, writeDay } from '../../core/kernel/day.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { contains } from '../../core/kernel/interval.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { currentContent } from '../../core/modification/text/pending-text.ts';
import type { Worded } from '../../core/obligation/asked.ts';
import { isReword, type ObligationChange } from '../../core/obligation/obligation-change.ts';
import type { WordsInForce } from '../../core/obligation/words-in-force.ts';
import { type DutySources, dutiesOf } from '../effect/effect-sources.ts';
import { readDutySources } from '../effect/read-effect-sources.ts';
import { describeInstrument, knownAtField, readInstrument } from '../instruments.ts';
import { readProposal } from '../modification/proposals.ts';
import { type Context, operation, type Result, refuse } from '../operation.ts';
import { codeField } from '../party/estate.ts';
import { fileSchema, givenFile } from '../text/export-document.ts';
import { legalTextRevisions, versionAmended } from '../text/legal-text-revisions.ts';

/** What binds a class of parties on a day, or what a modification changes, as an OSCAL profile. */
export const exportDutyProfile = operation({
  name: 'export-duty-profile',
  room: 'oscal',
  kind: 'read',
  summary: 'Gives what binds a class of parties on a day, or what a modification changes, as an OSCAL profile.',
  roles: 'anyone',
  input: z.strictObject({
    class: z.string().min(1).nullable().default(null).meta({ description: 'Party category by id: large-supplier.' }),
    modification: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .meta({ description: 'Instead of a class: a modification by id, SECMP0065.' }),
    code: codeField,
    on: daySchema
      .nullable()
      .default(null)
      .meta({ description: 'The day; left out, today by the clock of the record.' }),
    knownAt: knownAtField,
  }),
  output: fileSchema,
  run: async (context, { class: category, modification, code, on, knownAt }) => {
    if ((category === null) === (modification === null)) {
      return refuse(rejection('input-invalid', 'A profile is of a class or of a modification; expected one of them.'));
    }
    const day = on ?? context.today;
    const profile =
      modification === null
        ? await ofClass(context, category ?? '', code, day, knownAt)
        : await ofModification(context, modification, day, knownAt);
    if (!profile.ok) return profile;
    return { ok: true, value: givenFile(await context.ports.documents.writeProfile(profile.value)) };
  },
});

async function ofClass(
  context: Context,
  id: string,
  code: string,
  on: Day,
  knownAt: Instant | null,
): Promise<Result<DutyProfile>> {
  const rulebook = await context.ports.rulebooks.current(code);
  const category = rulebook.partyCategories.find((one) => one.id === id);
  if (category === undefined) {
    const known = rulebook.partyCategories.map((one) => one.id).join(', ');
    return refuse(rejection('not-found', `The ${rulebook.title} has no class of parties "${id}"; it has ${known}.`));
  }
  const sources = await readDutySources(context, rulebook, knownAt);
  const all = dutiesOf(sources, []).filter(({ obligation }) => obligation.bearers.includes(id));
  const duties = all.flatMap(({ obligation, words }) => {
    const borne = wordsOn(words, on);
    return borne === null ? [] : [{ obligation, words: borne }];
  });
  const texts = await textsOf(
    context,
    duties.map(({ obligation }) => obligation.instrument),
    on,
    knownAt,
  );
  if (texts.length === 0) {
    const sentence = `No duty of the class "${id}" has words in force on ${writeDay(on)}, so there is nothing to take.`;
    return refuse(rejection('not-found', sentence));
  }
  const borne = new Set(duties.map((one) => one.words.wording));
  return {
    ok: true,
    value: {
      of: { kind: 'class', id, title: `What binds ${category.title} on ${writeDay(on)}` },
      code,
      on,
      texts,
      duties,
      asleep: new Set(all.map(({ obligation }) => obligation.id)).size - duties.length,
      wordings: wordingsOf(sources).filter(
        (one) => borne.has(one.id) || duties.some(({ obligation }) => obligation.wording === one.id),
      ),
      changes: [],
      amendments: [],
    },
  };
}

async function ofModification(
  context: Context,
  modification: string,
  on: Day,
  knownAt: Instant | null,
): Promise<Result<DutyProfile>> {
  const read = await readProposal(context, modification, knownAt);
  if (!read.ok) return read;
  const content = currentContent(read.value.state);
  const instrument = await readInstrument(context, content.code, knownAt);
  if (!instrument.ok) return instrument;
  const history = instrument.value;
  const revision = (await legalTextRevisions(context, modification, knownAt)).at(-1);
  const version = revision === undefined ? null : versionAmended(history, revision, knownAt);
  if (version === null) {
    const sentence = `The legal text was drafted against version ${content.draftedAgainst} of the ${history.shortTitle}, which the record does not hold.`;
    return refuse(rejection('not-found', sentence));
  }
  const rulebook = await context.ports.rulebooks.byDigest(read.value.state.rulebook);
  const sources = await readDutySources(context, rulebook, knownAt);
  const changed = new Set(content.obligations.map(({ obligation }) => obligation));
  const duties = touched(dutiesOf(sources, [modification]), changed, on);
  const others = duties.map(({ obligation }) => obligation.instrument).filter((one) => one !== history.instrument);
  const own = new Set([...content.obligations.flatMap(wordingsIn), ...duties.map((one) => one.obligation.wording)]);
  const wordings = [...rulebook.wordings, ...content.wordings];
  return {
    ok: true,
    value: {
      of: { kind: 'modification', id: modification, title: `What ${modification} changes: ${content.title}` },
      code: rulebook.code,
      on,
      texts: [
        {
          instrument: { ...describeInstrument(history), since: history.baseFrom },
          text: version.text,
          version: lifeEventOf(version),
        },
        ...(await textsOf(context, others, on, knownAt)),
      ],
      duties,
      asleep: 0,
      wordings: wordings.filter(({ id }, at) => own.has(id) && wordings.findIndex((one) => one.id === id) === at),
      changes: content.obligations,
      amendments: content.legalText,
    },
  };
}

function wordsOn(words: readonly WordsInForce[] | undefined, on: Day): WordsInForce | null {
  return words?.find(({ interval }) => contains(interval, on)) ?? null;
}

/** The duties of some ids as they are on a day, each once; of one without words then, how it is owed first. */
function touched(all: readonly Worded[], ids: ReadonlySet<string>, on: Day): DutyProfile['duties'] {
  return [...ids].flatMap((id) => {
    const own = all.filter(({ obligation }) => obligation.id === id);
    const borne = own.find(({ words }) => wordsOn(words, on) !== null) ?? own[0];
    return borne === undefined ? [] : [{ obligation: borne.obligation, words: wordsOn(borne.words, on) }];
  });
}

/** The wordings that a change names. */
function wordingsIn(change: ObligationChange): string[] {
  if (isReword(change)) return [change.from, change.to];
  return change.kind === 'add' ? [change.duty.wording] : [];
}

/** The wordings of the rulebook, and those that adopted modifications brought. */
function wordingsOf({ rulebook, adopted }: DutySources) {
  return [...rulebook.wordings, ...adopted.flatMap((one) => one.wordings)];
}

/** The texts on a day of instruments by id, each once, without those that have none then. */
async function textsOf(
  context: Context,
  instruments: readonly string[],
  on: Day,
  knownAt: Instant | null,
): Promise<ProfiledText[]> {
  const texts: ProfiledText[] = [];
  for (const id of new Set(instruments)) {
    const read = await readInstrument(context, id, knownAt);
    const version = read.ok ? versionOn(timelineOf(read.value, null), on) : null;
    if (!read.ok || version === null) continue;
    const instrument = { ...describeInstrument(read.value), since: read.value.baseFrom };
    texts.push({ instrument, text: version.text, version: lifeEventOf(version) });
  }
  return texts;
}
