import { html } from 'hono/html';
import { type JsonSchema, jsonSchemaOf, plainSchema } from '../../app/json-schema.ts';
import type { Operation } from '../../app/operation.ts';
import { REJECTIONS } from '../../core/kernel/rejection.ts';
import type { Page } from '../page/layout.ts';
import { details, type Html, section, table, tag } from '../page/parts.ts';
import { statusOf } from '../problem.ts';
import { methodOf, rolesOf } from './openapi.ts';

/** The API for people: every operation with its fields, and every refusal. */
export function referencePage(operations: readonly Operation[]): Page {
  const rooms = [...new Set(operations.map((operation) => operation.room))].sort();
  return {
    title: 'API',
    section: 'api',
    lede: html`Every operation of the record is an endpoint, from the schema that the forms and the command use. For programs: <a href="/api/openapi.json">OpenAPI 3.1</a>.`,
    body: html`${section(
      'conventions',
      'Conventions',
      html`<ul><li>Reads are <code>GET</code> with the fields in the query (lists and objects as JSON); writes, and reads that take a file, are <code>POST</code> with a JSON body: 256 KB, or a file of 32 MB as base64 from someone who is signed in.</li>
<li>Days are <code>YYYY-MM-DD</code>, legal days in London; instants are ISO 8601 with an offset.</li>
<li>Sign in by <code>POST /api/session</code> with <code>email</code> and <code>password</code>; the session is in the cookie of the answer.</li>
<li>A <code>POST</code> may carry an <code>Idempotency-Key</code> of 1 to 255 visible characters: sent again within a week with the same body it is not done again, and gets the first answer with <code>Idempotency-Replayed: true</code>. Refusals are not kept, since nothing was written.</li>
<li>A refusal is <code>application/problem+json</code>. Its <code>detail</code> is the sentence that page and command say, beside the clause, who can lift it and by when.</li></ul>`,
    )}
${rooms.map((room) =>
  section(
    `room-${room}`,
    titled(room),
    html`${operations.filter((operation) => operation.room === room).map(operationPart)}`,
  ),
)}
${section('refusals', 'Refusals', refusals())}`,
  };
}

function operationPart(operation: Operation): Html {
  const method = methodOf(operation).toUpperCase();
  return html`<article class="pv-operation" id="${operation.name}"><h3>${tag(method, operation.kind === 'read' ? 'plain' : 'open')} <code>/api/${operation.room}/${operation.name}</code></h3>
<p>${operation.summary} <span class="pv-quiet">For ${rolesOf(operation)}.</span></p>
${fieldsTable('Input', operation.name, jsonSchemaOf(operation.input))}
${details('What it gives', outputPart(jsonSchemaOf(operation.output), operation.name))}</article>`;
}

function outputPart(schema: JsonSchema, name: string): Html {
  return schema.properties === undefined
    ? html`<p><code>${typeWords(schema, schema)}</code></p>`
    : html`${fieldsTable('Output', name, schema)}`;
}

function fieldsTable(caption: string, name: string, schema: JsonSchema): Html | string {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) return html`<p class="pv-quiet">${caption}: no fields.</p>`;
  const required = new Set(schema.required ?? []);
  const rows = fields.map(([field, property]) => [
    html`<code>${field}</code>`,
    html`<code>${typeWords(property, schema)}</code>`,
    required.has(field) ? 'required' : 'optional',
    property.description ?? plainSchema(property, schema).description ?? '',
  ]);
  const columns = [caption === 'Input' ? 'Field' : 'Value', 'Type', '', 'Meaning'].map((title) => ({
    title: title || 'Needed',
  }));
  return table(`${caption} of ${name}`, columns, rows, { quiet: true, stack: true });
}

function typeWords(schema: JsonSchema, root: JsonSchema, depth = 0): string {
  const nullable = schema.anyOf?.some((one) => one.type === 'null') === true;
  const plain = plainSchema(schema, root);
  const words = plainWords(plain, root, depth);
  return nullable ? `${words} or null` : words;
}

function plainWords(schema: JsonSchema, root: JsonSchema, depth: number): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  if (schema.type === 'array') return `list of ${typeWords(schema.items ?? {}, root, depth + 1)}`;
  if (schema.type === 'object' && schema.properties !== undefined && depth < 2) {
    return `{ ${Object.keys(schema.properties).join(', ')} }`;
  }
  return schema.format ?? (typeof schema.type === 'string' ? schema.type : 'any');
}

function refusals(): Html {
  const rows = Object.entries(REJECTIONS).map(([code, meaning]) => [
    html`<code id="${code}">${code}</code>`,
    String(statusOf(code as keyof typeof REJECTIONS)),
    meaning,
  ]);
  return table('Refusals by code', [{ title: 'Code' }, { title: 'Status' }, { title: 'Meaning' }], rows, {
    quiet: true,
  });
}

function titled(room: string): string {
  return `${room.slice(0, 1).toUpperCase()}${room.slice(1)}`;
}
