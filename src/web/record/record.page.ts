import { html } from 'hono/html';
import { z } from 'zod';
import type { Result } from '../../app/operation.ts';
import type { RecordedEvent } from '../../app/ports.ts';
import type { listStreams } from '../../app/record/list-streams.ts';
import { makeCheckpoint } from '../../app/record/make-checkpoint.ts';
import { noteCorrection } from '../../app/record/note-correction.ts';
import { mayReadLog } from '../../app/record/read-log.ts';
import type { showLog } from '../../app/record/show-log.ts';
import type { verifyAudit } from '../../app/record/verify-audit.ts';
import { recordEventSchema } from '../../core/rulebook/record-event.schema.ts';
import type { Page } from '../page/layout.ts';
import { actForm, details, empty, facts, type Html, longField, section, table, tag } from '../page/parts.ts';
import { instantText } from '../page/words.ts';
import type { View } from '../site.ts';

type Streams = z.output<typeof listStreams.output>['streams'];
type Verified = Result<z.output<typeof verifyAudit.output>>;

/** The record itself: whether it verifies, its checkpoints, its streams. */
export function recordPage(view: View, streams: Streams, verified: Verified, life: readonly RecordedEvent[]): Page {
  const rows = [...streams]
    .sort((a, b) => (a.stream < b.stream ? -1 : 1))
    .map((one) => [
      mayReadLog(view.actor, one.stream) ? html`<a href="/record/log/${one.stream}">${one.stream}</a>` : one.stream,
      String(one.version),
      instantText(one.recordedAt),
      html`<code class="pv-digest">${one.hash.slice(0, 16)}…</code>`,
    ]);
  const columns = [
    { title: 'Stream' },
    { title: 'Events', numeric: true },
    { title: 'Last recorded' },
    { title: 'Hash of the last' },
  ];
  return {
    title: 'The record',
    section: 'record',
    lede: 'Everything that happened, in the order in which it was recorded. Each event carries the hash of the one before it; nothing is changed or removed.',
    body: html`${section('verify', 'Is it intact?', verdict(verified))}
${section('checkpoints', 'Checkpoints', checkpointsPart(view, life))}
${section('streams', 'Streams', table('Streams of the record', columns, rows, { quiet: true, stack: true }))}
${
  view.actor.role === 'code-administrator'
    ? section(
        'export',
        'Take it with you',
        html`<p><a href="/api/record/export-record" download="record.ndjson">The whole record as NDJSON</a>, confidential contents included. It can be restored into an empty database.</p>`,
      )
    : ''
}`,
  };
}

function verdict(verified: Verified): Html {
  if (!verified.ok)
    return html`<p>${tag('does not verify', 'bad')}</p><p><strong>${verified.rejection.sentence}</strong></p>`;
  const { streams, events, checkpoints } = verified.value;
  return html`<p>${tag('verified', 'good')} Every chain, every confidential digest and every checkpoint was recomputed for this page.</p>
${facts([
  ['Streams', String(streams)],
  ['Events', String(events)],
  ['Checkpoints', String(checkpoints)],
])}`;
}

function checkpointsPart(view: View, life: readonly RecordedEvent[]): Html {
  const rows = life.flatMap(({ event, recordedAt }) =>
    event.type === 'checkpoint-made'
      ? [[instantText(recordedAt), html`<code class="pv-digest">${event.root}</code>`, String(event.heads)]]
      : [],
  );
  const form =
    view.actor.role === 'code-administrator'
      ? actForm(view, {
          operation: makeCheckpoint,
          id: 'checkpoint',
          input: {},
          fields: '',
          button: 'Make a checkpoint',
          done: 'A checkpoint was made.',
          secondary: true,
        })
      : '';
  const columns = [
    { title: 'Made' },
    { title: 'Merkle root over the stream heads' },
    { title: 'Streams', numeric: true },
  ];
  return html`<p>One number over the whole record. Who notes it can hold the record to it later.</p>
${rows.length === 0 ? empty('No checkpoint has been made yet.') : table('Checkpoints of the record, the latest first', columns, rows.reverse(), { quiet: true })}${form}`;
}

/** The log of one stream. */
export function logPage(view: View, { stream, events, corrections }: Log): Page {
  return {
    title: stream,
    section: 'record',
    kicker: html`<a href="/record">The record</a>`,
    lede: `${events.length} ${events.length === 1 ? 'event' : 'events'}, the latest first.`,
    body: html`<ol class="pv-history" reversed>${[...events].reverse().map((one) => logEntry(view, one, corrections))}</ol>
${section(
  'proof',
  'Check it yourself',
  html`<p>${
    stream.startsWith('correction/')
      ? ''
      : html`<a href="/api/record/replay-stream?stream=${encodeURIComponent(stream)}">Replayed, event by event (JSON)</a>. `
  }<a href="/api/record/prove-stream?stream=${encodeURIComponent(stream)}" download="proof.json">The proof of this stream</a> under the latest checkpoint: its events and what leads from them to the published root. Away from this server, <code>proviso audit check proof.json --root …</code> recomputes it and holds it to the root that you noted.</p>`,
)}`,
  };
}

type Log = z.output<typeof showLog.output>;

function logEntry(view: View, recorded: RecordedEvent, corrections: Log['corrections']): Html {
  const { event, actor, cause, recordedAt, version, position, hash } = recorded;
  return html`<li><p><strong>${event.type.replaceAll('-', ' ')}</strong></p>
<p class="pv-quiet">${instantText(recordedAt)} by ${actor.name}, through ${cause}; version ${version}, event ${position} of the record</p>
${correctionsPart(recorded, corrections)}${details('Content and hash', html`<p><code class="pv-digest">${hash}</code></p><pre class="pv-json" tabindex="0">${JSON.stringify(z.encode(recordEventSchema, event), null, 2)}</pre>`)}${correctionForm(view, recorded)}</li>`;
}

function correctionsPart({ version }: RecordedEvent, corrections: Log['corrections']): Html | string {
  const own = corrections.flatMap(({ event, recordedAt }) =>
    event.type === 'correction-noted' && event.version === version ? [{ ...event, recordedAt }] : [],
  );
  if (own.length === 0) return '';
  return html`${own.map(
    ({ instead, reasons, by, recordedAt }) =>
      html`<p>${tag('corrected', 'open')} Read instead: ${instead}</p><p class="pv-quiet">${reasons} Noted by ${by}, ${instantText(recordedAt)}.</p>`,
  )}`;
}

function correctionForm(view: View, { stream, version }: RecordedEvent): Html | string {
  if (view.actor.role !== 'code-administrator' || stream.startsWith('correction/')) return '';
  const id = `correct-${version}`;
  return details(
    'Note a correction',
    actForm(view, {
      operation: noteCorrection,
      id,
      input: { stream, version: String(version) },
      fields: html`<p>The event stays as it is; what you note stands beside it, for everyone.</p>
${longField(view, { form: id, name: 'instead', label: 'What should be read instead', rows: 2 })}
${longField(view, { form: id, name: 'reasons', label: 'How the error came about', rows: 2 })}`,
      button: 'Note the correction',
      done: 'The correction was noted.',
      secondary: true,
    }),
    view.refusal?.form === id,
  );
}
