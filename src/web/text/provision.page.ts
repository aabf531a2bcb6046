import { html } from 'hono/html';
import type { z } from 'zod';
import type { showHistory } from '../../app/text/show-history.ts';
import type { showText } from '../../app/text/show-text.ts';
import { formatDay, writeDay } from '../../core/kernel/day.ts';
import { parseInstant } from '../../core/kernel/instant.ts';
import type { Page } from '../page/layout.ts';
import { empty, facts, type Html, section, table } from '../page/parts.ts';
import { dayText, instantText } from '../page/words.ts';
import type { View } from '../site.ts';
import { hrefOf } from './instrument.page.ts';
import { provisionsText } from './provisions.ts';
import { comparisonPart, readingForm } from './reading.ts';
import type { Asked } from './text.routes.ts';

interface Shown {
  readonly asked: Asked;
  readonly text: z.output<typeof showText.output>;
  readonly wordings: z.output<typeof showHistory.output>['wordings'];
}

/** One provision on a day, its other wordings, and its permanent address. */
export function provisionPage(view: View, { asked, text, wordings }: Shown): Page {
  const { instrument, reference, on, version } = text;
  const name = reference ?? '';
  const base = `/${instrument.id}/${encodeURIComponent(name)}`;
  const heading = text.provisions[0]?.heading ?? null;
  return {
    title: `${instrument.shortTitle} ${name}`,
    section: 'code',
    kicker: html`<a href="/${instrument.id}?on=${formatDay(on)}">${instrument.title}</a>${text.breadcrumb
      .slice(0, -1)
      .map(
        (one) =>
          html` › <a href="/${instrument.id}/${encodeURIComponent(one.reference)}?on=${formatDay(on)}">${one.heading ?? one.reference}</a>`,
      )}`,
    ...(heading === null ? {} : { lede: heading }),
    body: html`${readingForm(view, base, asked)}
${text.comparison === null ? '' : comparisonPart(text.comparison)}
${section(
  'words',
  `On ${writeDay(on)}`,
  text.absent === null
    ? provisionsText(text.provisions, (provision) => hrefOf(instrument.id, provision, asked))
    : empty(text.absent),
)}
<p class="pv-notice">${instrument.notice}</p>
${section('about', 'About this answer', aboutAnswer(text, asked, base))}
${section('wordings', 'Every wording', wordingsTable(view, base, wordings))}`,
  };

  function aboutAnswer(shown: Shown['text'], request: Asked, address: string): Html {
    const known = request.knownAt === null ? null : parseInstant(request.knownAt);
    return facts([
      ['Version', version === null ? 'none in force' : version.label],
      [
        'Reads so',
        shown.wording === null
          ? 'not on this day'
          : html`from ${dayText(shown.wording.inForceFrom)}${shown.wording.until === null ? ', until it is changed' : html` until before ${dayText(shown.wording.until)}`}`,
      ],
      ['As known', known === null ? STANDS[request.permanence] : html`at ${instantText(known)}`],
      ['Permanent address', html`<a href="${address}@${formatDay(on)}">${address}@${formatDay(on)}</a>`],
      ['For programs', html`<a href="${address}@${formatDay(on)}?format=json">JSON</a>`],
    ]);
  }
}

const STANDS: Readonly<Record<Asked['permanence'], string>> = {
  'not-asked': 'as the record stands',
  permanent: 'as the record stands',
  'day-not-ended': 'as the record stands; the answer of this address stays as it is once the day has ended',
  'before-the-record': 'as the record stands, since it begins after this day',
};

function wordingsTable(view: View, base: string, wordings: Shown['wordings']): Html {
  const rows = wordings.map((wording, at) => {
    const from = formatDay(wording.inForceFrom);
    const before = wordings[at - 1];
    return [
      html`<a href="${base}?on=${from}">${dayText(wording.inForceFrom)}</a>`,
      wording.label,
      wording.provision === null
        ? 'not in the text'
        : wording.inForceFrom > view.today
          ? 'to come'
          : (wording.reference ?? ''),
      before === undefined
        ? ''
        : html`<a href="${base}?on=${from}&amp;against=${formatDay(before.inForceFrom)}">what changed</a>`,
    ];
  });
  const columns = ['From', 'Version', 'Printed as', 'Redline'].map((title) => ({ title }));
  return table('Wordings of the provision by the day from which they are in force', columns, rows, { quiet: true });
}
