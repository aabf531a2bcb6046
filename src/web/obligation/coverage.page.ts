import { html } from 'hono/html';
import type { z } from 'zod';
import type { showCoverage } from '../../app/obligation/show-coverage.ts';
import { formatDay, writeDay } from '../../core/kernel/day.ts';
import { parseInstant } from '../../core/kernel/instant.ts';
import { unwordedText } from '../../core/obligation/coverage.ts';
import type { Page } from '../page/layout.ts';
import { details, empty, type Html, section, table, tag } from '../page/parts.ts';
import { instantText } from '../page/words.ts';
import type { View } from '../site.ts';
import { type Asked, askingForm, obligationHref, provisionHref } from './asked.ts';
import { coverageLegend, coveragePicture, coverageTable } from './coverage-picture.ts';
import { flagTag } from './words.ts';

type Shown = z.output<typeof showCoverage.output>;
type Instrument = Shown['instruments'][number];

/** Duties of one instrument that the page lists; the rest is in the answer of the API. */
const MOST = 200;

/** Which duties in the text have an obligation, and which obligations have no text. */
export function coveragePage(view: View, asked: Asked, shown: Shown): Page {
  const { on, duties, covered, instruments, flagged, withoutProvision } = shown;
  const known = asked.knownAt === null ? null : parseInstant(asked.knownAt);
  return {
    title: 'Coverage of the code by obligations',
    section: 'obligations',
    kicker: html`<a href="/obligations">Obligations</a>`,
    lede: html`On ${writeDay(on)}, ${covered} of ${duties} ${duties === 1 ? 'duty' : 'duties'} in the text ${covered === 1 ? 'has' : 'have'} an obligation.`,
    body: html`${known === null ? '' : html`<p class="pv-as-of" role="note"><strong>As it was known at ${instantText(known)}.</strong> <a href="/obligations/coverage">Show it as it stands</a></p>`}
${askingForm(view, '/obligations/coverage', asked)}
<p>A duty is read off the words <em>shall</em>, <em>must</em>, <em>may not</em> and <em>procure</em>. What is said without them is found by nobody but a reader, and can be bound all the same.</p>
${coverageLegend()}
${instruments.length === 0 ? empty('No text of this code is in force on that day.') : instruments.map((one) => instrumentPart(one, asked))}
${section(
  'changed-words',
  `Obligations whose words are to be read again (${flagged.length})`,
  flagged.length === 0
    ? empty(
        'Every obligation is bound to the words as they stand, and nothing published or pending changes them unsaid.',
      )
    : table(
        'Obligations whose words are to be read again',
        [{ title: 'Obligation' }, { title: 'Provision' }, { title: 'Why' }],
        flagged.map((one) => [
          html`<a href="${obligationHref(one.obligation, asked)}#binding">${one.title}</a>`,
          one.provision,
          flagTag(one.flag),
        ]),
        { quiet: true, stack: true },
      ),
)}
${section(
  'without-provision',
  `Obligations without a provision in force (${withoutProvision.length})`,
  withoutProvision.length === 0
    ? empty('Every obligation is bound to a provision that is in force.')
    : table(
        'Obligations without a provision in force',
        [{ title: 'Obligation' }, { title: 'Provision' }, { title: 'Why' }],
        withoutProvision.map((one) => [
          html`<a href="${obligationHref(one.obligation, asked)}">${one.title}</a>`,
          one.provision,
          one.sentence,
        ]),
        { quiet: true, stack: true },
      ),
)}`,
  };
}

function instrumentPart(one: Instrument, asked: Asked): Html {
  const { instrument, version, duties, meanings, sections } = one;
  const unworded = sections.flatMap((section) => section.unworded);
  const open = duties.filter(({ state }) => state !== 'covered');
  const covered = duties.filter(({ state }) => state === 'covered');
  const query = new URLSearchParams({ instrument: instrument.id, on: formatDay(asked.onDay) });
  return section(
    `in-${instrument.id}`,
    instrument.title,
    html`<p class="pv-quiet">Version ${version.label}.${meanings === 0 ? '' : ` Such words stand ${meanings === 1 ? 'once' : `${meanings} times`} where they only say what something means; that is no duty.`}</p>
${coveragePicture(one)}
${unworded.length === 0 ? '' : html`<p>${unwordedText(unworded)}: ${obligationLinks(one, unworded, asked)}.</p>`}
${details('The same as a table', coverageTable(one))}
<h3 id="open-${instrument.id}">Duties without an obligation (${open.length})</h3>
${open.length === 0 ? empty(duties.length === 0 ? `No words of this text lay a duty.${unworded.length === 0 ? '' : ` ${unwordedText(unworded)}.`}` : 'Every duty in this text has an obligation.') : dutyTable(`Duties of ${instrument.shortTitle} without an obligation`, one, open.slice(0, MOST), asked)}
${open.length > MOST ? html`<p>The first ${MOST} are listed. All are in <a href="/api/obligation/show-coverage?${query}&amp;state=open">the answer of the API</a>.</p>` : ''}
${covered.length === 0 ? '' : details(`Duties with an obligation (${covered.length})`, dutyTable(`Duties of ${instrument.shortTitle} with an obligation`, one, covered.slice(0, MOST), asked))}`,
  );
}

/** Obligations by title. */
function obligationLinks({ obligations }: Instrument, ids: readonly string[], asked: Asked): Html {
  const titles = new Map(obligations.map(({ id, title }) => [id, title]));
  return html`${ids.map((id, at) => html`${at === 0 ? '' : ', '}<a href="${obligationHref(id, asked)}">${titles.get(id) ?? id}</a>`)}`;
}

function dutyTable(caption: string, one: Instrument, duties: Instrument['duties'], asked: Asked): Html {
  return table(
    caption,
    [{ title: 'Provision' }, { title: 'Words' }, { title: 'Obligation' }],
    duties.map(({ reference, before, words, after, state, missing, obligations }) => [
      html`<a href="${provisionHref(one.instrument.id, reference, asked)}">${reference}</a>`,
      html`${before}<mark>${words}</mark>${after}`,
      html`${obligationLinks(one, obligations, asked)}${
        state === 'uncovered' ? tag('none', 'bad') : ''
      }${missing.length === 0 ? '' : html` ${tag('not every limb', 'wait')} <span class="pv-quiet">none for ${missing.join(', ')}</span>`}`,
    ]),
    { quiet: true, stack: true },
  );
}
