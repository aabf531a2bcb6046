import { html } from 'hono/html';
import { z } from 'zod';
import type { Result } from '../../app/operation.ts';
import type { RecordedEvent } from '../../app/ports.ts';
import type { listStreams } from '../../app/record/list-streams.ts';
import { makeCheckpoint } from '../../app/record/make-checkpoint.ts';
import { mayReadLog } from '../../app/record/show-log.ts';
import type { verifyAudit } from '../../app/record/verify-audit.ts';
import { recordEventSchema } from '../../core/rulebook/record-event.schema.ts';
import type { Page } from '../page/layout.ts';
import { actForm, details, empty, facts, type Html, section, table, tag } from '../page/parts.ts';
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
export function logPage(_view: View, stream: string, events: readonly RecordedEvent[]): Page {
  return {
    title: stream,
    section: 'record',
    kicker: html`<a href="/record">The record</a>`,
    lede: `${events.length} ${events.length === 1 ? 'event' : 'events'}, the latest first.`,
    body: html`<ol class="pv-history" reversed>${[...events].reverse().map(logEntry)}</ol>`,
  };
}

function logEntry(recorded: RecordedEvent): Html {
  const { event, actor, cause, recordedAt, version, position, hash } = recorded;
  return html`<li><p><strong>${event.type.replaceAll('-', ' ')}</strong></p>
<p class="pv-quiet">${instantText(recordedAt)} by ${actor.name}, through ${cause}; version ${version}, event ${position} of the record</p>
${details('Content and hash', html`<p><code class="pv-digest">${hash}</code></p><pre class="pv-json" tabindex="0">${JSON.stringify(z.encode(recordEventSchema, event), null, 2)}</pre>`)}</li>`;
}
