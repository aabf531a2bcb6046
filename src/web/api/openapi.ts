import { type JsonSchema, jsonSchemaOf } from '../../app/json-schema.ts';
import type { Operation } from '../../app/operation.ts';
import { REJECTIONS } from '../../core/kernel/rejection.ts';
import type { Site } from '../site.ts';

/** The API as OpenAPI 3.1, from the operations' schemas. */
export function openApiOf({ operations, config }: Pick<Site, 'operations' | 'config'>) {
  const schemas: Record<string, unknown> = { Problem: PROBLEM };
  const paths = Object.fromEntries(
    operations.map((operation) => [`/api/${operation.room}/${operation.name}`, pathOf(operation, schemas)]),
  );
  return {
    openapi: '3.1.0',
    info: {
      title: 'Proviso',
      version: config.version,
      description:
        'Every operation of the record. Days are ISO text, London; every refusal is application/problem+json and says the sentence that the pages say.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: config.baseUrl }],
    tags: [...new Set(operations.map((operation) => operation.room))].sort().map((name) => ({ name })),
    security: [{}, { session: [] }],
    paths: { ...paths, '/api/session': SESSION_PATH },
    components: {
      schemas,
      responses: {
        Refusal: {
          description: 'A rule or the form of the input refuses; nothing was written.',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'proviso.session_token',
          description: 'From POST /api/session.',
        },
      },
    },
  };
}

/** How it is called: what reads by GET, unless it takes a file. */
export function methodOf({ kind, takesFile }: Operation): 'get' | 'post' {
  return kind === 'read' && !takesFile ? 'get' : 'post';
}

/** Who may call it, in words. */
export function rolesOf(operation: Operation): string {
  return operation.roles === 'anyone' ? 'anyone' : operation.roles.join(', ');
}

function pathOf(operation: Operation, schemas: Record<string, unknown>) {
  const common = {
    operationId: operation.name,
    tags: [operation.room],
    summary: operation.summary,
    description: `For ${rolesOf(operation)}.`,
    responses: {
      200: {
        description: 'Done.',
        content: { 'application/json': { schema: liftDefinitions(jsonSchemaOf(operation.output), schemas) } },
      },
      default: { $ref: '#/components/responses/Refusal' },
    },
  };
  const input = liftDefinitions(jsonSchemaOf(operation.input), schemas);
  if (methodOf(operation) === 'get') return { get: { ...common, parameters: parametersOf(input) } };
  const parameters = operation.kind === 'write' ? [IDEMPOTENCY_KEY] : [];
  return {
    post: {
      ...common,
      parameters,
      requestBody: { required: true, content: { 'application/json': { schema: input } } },
    },
  };
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Sent again within a week with the same body, the request is not done again and gets its first answer.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

function parametersOf(input: JsonSchema) {
  const required = new Set(input.required ?? []);
  return Object.entries(input.properties ?? {}).map(([name, schema]) => {
    const isText = schema.$ref !== undefined || !['array', 'object'].includes(String(schema.type));
    return {
      name,
      in: 'query',
      required: required.has(name),
      ...(schema.description === undefined ? {} : { description: schema.description }),
      ...(isText ? { schema } : { content: { 'application/json': { schema } } }),
    };
  });
}

/** Moves a schema's own definitions to the document's components, where references of OpenAPI point. */
function liftDefinitions(schema: JsonSchema, schemas: Record<string, unknown>): JsonSchema {
  const { $schema: _, $defs: definitions, ...rest } = schema as JsonSchema & { $schema?: string };
  for (const [name, definition] of Object.entries(definitions ?? {})) schemas[name] = repoint(definition);
  return repoint(rest) as JsonSchema;
}

function repoint(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(repoint);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string' ? inner.replace('#/$defs/', '#/components/schemas/') : repoint(inner),
    ]),
  );
}

const PROBLEM = {
  type: 'object',
  description: 'A refusal (RFC 9457) with the clause it rests on and who can lift it.',
  required: ['type', 'title', 'status', 'detail', 'code', 'citation', 'unblock'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'The sentence that page and command say too.' },
    code: { type: 'string', enum: Object.keys(REJECTIONS) },
    citation: {
      type: ['object', 'null'],
      properties: {
        source: { type: 'string' },
        clause: { type: ['string', 'null'] },
        certainty: { type: 'string', enum: ['stated', 'public', 'derived', 'unverified', 'illustrative'] },
        note: { type: 'string' },
      },
    },
    unblock: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          who: { type: 'string' },
          by: { type: 'string' },
          until: { type: ['string', 'null'], format: 'date-time' },
        },
      },
    },
    place: {
      type: 'object',
      properties: { file: { type: 'string' }, line: { type: 'integer' }, field: { type: 'string' } },
    },
  },
} as const;

const SESSION_PATH = {
  get: {
    operationId: 'show-session',
    summary: 'As whom the caller acts.',
    responses: { 200: { description: 'The actor.', content: { 'application/json': { schema: { type: 'object' } } } } },
  },
  post: {
    operationId: 'sign-in',
    summary: 'Signs in; the session is in the cookie of the answer.',
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['email', 'password'],
            properties: { email: { type: 'string' }, password: { type: 'string' } },
          },
        },
      },
    },
    responses: { 200: { description: 'Signed in.' }, default: { $ref: '#/components/responses/Refusal' } },
  },
} as const;
