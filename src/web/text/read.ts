import type { z } from 'zod';
import { done, type Result } from '../../app/operation.ts';
import type { listInstruments } from '../../app/text/list-instruments.ts';
import { listVersions } from '../../app/text/list-versions.ts';
import { showContents } from '../../app/text/show-contents.ts';
import { showHistory } from '../../app/text/show-history.ts';
import { showLinks } from '../../app/text/show-links.ts';
import { showReferences } from '../../app/text/show-references.ts';
import { showText } from '../../app/text/show-text.ts';
import { inOrder, sameProvision } from '../../core/code/tree.ts';
import { formatDay } from '../../core/kernel/day.ts';
import { boundPart } from '../obligation/bound-part.ts';
import { classesBoundBy } from '../obligation/profiles.ts';
import type { Page } from '../page/layout.ts';
import { ask, type View } from '../site.ts';
import type { Asked } from './asked.ts';
import type { Bar, Currency } from './bar.ts';
import { instrumentPage } from './instrument.page.ts';
import { NO_MARK, pendingMarks, pendingPart } from './pending.ts';
import { provisionPage } from './provision.page.ts';
import { MOST_SHOWN, sliceOf } from './slice.ts';
import { type Wording, wordingOf } from './words.ts';

/** Excerpts of each kind on the page of a provision. */
const EXCERPTS = 8;

interface Question {
  readonly instrument: string;
  readonly name: string | null;
  readonly asked: Asked;
  /** Which page of a provision that is too long for one. */
  readonly page: number;
}

interface Read {
  readonly bar: Bar;
  /** The page, made only when a page is what is wanted. */
  readonly page: () => Promise<Page>;
}

type Text = z.output<typeof showText.output>;
type Instruments = z.output<typeof listInstruments.output>;

/** Reads the text that is asked for, with what its page needs around it. */
export async function readPage(view: View, question: Question, instruments: Instruments): Promise<Result<Read>> {
  const { instrument, name } = question;
  let { asked } = question;
  const readText = (knownAt: string | null) =>
    ask(view, showText, { instrument, reference: name, on: asked.on, against: asked.against, knownAt });
  let text = await readText(asked.knownAt);
  // A day before the record began: it cannot say what was known then, only what it knows of the day.
  if (asked.permanence === 'permanent' && !text.ok && text.rejection.code === 'not-found') {
    text = await readText(null);
    asked = { ...asked, knownAt: null, permanence: 'before-the-record' };
  }
  if (!text.ok) return text;
  const shown = text.value;
  const bar: Bar = {
    instrument: shown.instrument,
    name,
    canonicalName: name === null ? null : (shown.name ?? name),
    label: shown.version?.label ?? null,
    on: shown.on,
    asked,
    currency: await currencyOf(view, question, shown, asked),
  };
  const page = () =>
    name === null
      ? pageOfInstrument(view, bar, shown, instruments)
      : pageOfProvision(view, { ...bar, name }, shown, question.page);
  return done({ bar, page });
}

async function pageOfInstrument(view: View, bar: Bar, text: Text, instruments: Instruments): Promise<Page> {
  const { asked } = bar;
  const { on, knownAt } = asked;
  const at = { instrument: bar.instrument.id, on, knownAt };
  const [contents, versions, wording, rulebooks] = await Promise.all([
    required(ask(view, showContents, at)),
    required(ask(view, listVersions, { instrument: bar.instrument.id, knownAt })),
    inOrder(text).length > MOST_SHOWN ? null : wordingFor(view, bar, null),
    view.site.ports.rulebooks.shipped(),
  ]);
  const bound = classesBoundBy(bar.instrument.id, rulebooks);
  return instrumentPage(view, { asked, bar, instruments, text, contents, wording, versions: versions.versions, bound });
}

async function pageOfProvision(view: View, bar: Bar & { name: string }, text: Text, page: number): Promise<Page> {
  const { asked, name } = bar;
  const { on, knownAt } = asked;
  const instrument = bar.instrument.id;
  const at = { instrument, reference: name, on, knownAt };
  const [provision] = text.provisions;
  const slice = provision === undefined ? null : sliceOf(provision, page);
  const [contents, history, versions, wording, related, pending, bound] = await Promise.all([
    required(ask(view, showContents, at)),
    required(ask(view, showHistory, { instrument, reference: name, knownAt })),
    required(ask(view, listVersions, { instrument, knownAt })),
    slice?.kind === 'words' ? wordingFor(view, bar, name) : null,
    slice === null ? null : required(ask(view, showReferences, { ...at, most: EXCERPTS })),
    isOfToday(asked) ? pendingPart(view, instrument, name) : '',
    boundPart(view, { instrument, provision: name, on, knownAt }),
  ]);
  return provisionPage(view, {
    ...{ asked, bar, name, text, contents, slice, wording, related, pending, bound },
    wordings: history.wordings,
    versions: versions.versions,
  });
}

async function wordingFor(view: View, { instrument, asked }: Bar, name: string | null): Promise<Wording | null> {
  const { on, knownAt } = asked;
  const [links, mark] = await Promise.all([
    ask(view, showLinks, { instrument: instrument.id, reference: name, on, knownAt }),
    isOfToday(asked) ? pendingMarks(view, instrument.id) : NO_MARK,
  ]);
  return links.ok ? wordingOf(instrument.id, asked, links.value, mark) : null;
}

/** What is pending is said of the record as it stands, and never at an address whose answer stays. */
function isOfToday({ permanence, knownAt }: Asked): boolean {
  return permanence === 'not-asked' && knownAt === null;
}

/** How what is shown stands to the text of today as the record stands: future and past words are never shown as current. */
async function currencyOf(view: View, { instrument, name }: Question, shown: Text, asked: Asked): Promise<Currency> {
  if (shown.absent !== null) return 'absent';
  if (shown.on > view.today) return 'future';
  if (shown.on === view.today && asked.knownAt === null) return 'current';
  const today = await ask(view, showText, { instrument, reference: name, on: formatDay(view.today) });
  if (!today.ok || today.value.absent !== null) return 'gone';
  const [before, now] = [shown.provisions, today.value.provisions];
  const same = before.length === now.length && before.every((one, at) => sameProvision(one, now[at] as typeof one));
  return same ? 'current' : 'changed';
}

/** What stands beside a text that has been read already: that it is refused is a fault, not an answer. */
async function required<T>(asked: Promise<Result<T>>): Promise<T> {
  const result = await asked;
  if (!result.ok) throw new Error(result.rejection.sentence);
  return result.value;
}
