import { createHash } from 'node:crypto';
import { z } from 'zod';
import { exportDocument } from '../../app/text/export-document.ts';
import { showText } from '../../app/text/show-text.ts';
import { addDays, parseDay } from '../../core/kernel/day.ts';
import { instantOn } from '../../core/kernel/instant.ts';
import type { Rejection } from '../../core/kernel/rejection.ts';
import { PAPER_POLICY } from '../paper/paper.routes.ts';
import { problemOf, statusOf } from '../problem.ts';
import { refusePage } from '../respond.ts';
import { ask, type View, type WebContext } from '../site.ts';
import type { Asked } from './asked.ts';
import type { Bar } from './bar.ts';
import { canonicalOf, formUrl } from './forms.ts';
import { negotiate, TEXT_FORMS, type TextForm } from './negotiate.ts';

/** A write that was stamped before the end of a day may be seen only some moments after it. */
const SETTLING_MINUTES = 5;

/** The form that is asked for, by `?format=` or else by the Accept header; null when none of ours fits. */
export function formAsked(c: WebContext): TextForm | null {
  const named = c.req.query('format');
  if (named !== undefined) return TEXT_FORMS.find(({ name }) => name === named) ?? null;
  return negotiate(c.req.header('accept'));
}

/** Answers that no form fits, with those that there are. */
export function notAcceptable(c: WebContext, base: string): Response {
  c.header('Vary', 'Accept');
  c.header('Content-Type', 'text/plain; charset=utf-8');
  const lines = TEXT_FORMS.map(({ name, title, mediaType }) => `${mediaType}  ${title}: ${base}?format=${name}`);
  return c.body(`The text is given in no such form. It is given as:\n${lines.join('\n')}\n`, 406);
}

/** Answers with a refusal in the form that was asked for: a page, or a problem for programs. */
export function refuseText(c: WebContext, view: View, why: Rejection, form: TextForm): Response | Promise<Response> {
  c.header('Vary', 'Accept');
  if (form.mediaType === 'text/html') return refusePage(c, why);
  const headers = { 'Content-Type': 'application/problem+json' };
  return c.json(problemOf(why, view.site.config.baseUrl), statusOf(why.code) as 404, headers);
}

/** Answers with the text as a file: the same for everyone, so that shared caches may keep it, for good when it is settled. */
export async function answerFile(
  c: WebContext,
  view: View,
  form: TextForm,
  of: Pick<Bar, 'instrument' | 'name' | 'canonicalName' | 'on' | 'asked'>,
): Promise<Response> {
  const { instrument, name, asked } = of;
  const made = await fileOf(view, form, instrument.id, name, asked);
  if (!made.ok) return refuseText(c, view, made.rejection, form);
  const { bytes, mediaType, fileName } = made.value;
  c.header('Cache-Control', cacheControl(view, asked));
  c.header('Link', linksOf(of, form, view.site.config.baseUrl));
  // What any cache may keep belongs to nobody.
  c.header('Set-Cookie', undefined);
  if (fileName !== null) c.header('Content-Disposition', `inline; filename="${fileName}"`);
  if (form.name === 'html') c.set('policy', PAPER_POLICY);
  return withTag(c, bytes, mediaType, 'Accept');
}

/** Answers with a page: it is made for one person and one moment, so it is asked for anew each time. */
export async function answerPage(c: WebContext, page: Response, of: Parameters<typeof linksOf>[0]): Promise<Response> {
  const view = c.get('view');
  c.header('Cache-Control', 'private, no-cache');
  c.header('Link', linksOf(of, TEXT_FORMS[0] as TextForm, view.site.config.baseUrl));
  return withTag(
    c,
    new Uint8Array(await page.arrayBuffer()),
    'text/html; charset=UTF-8',
    'Accept, Cookie',
    page.status,
  );
}

function withTag(c: WebContext, bytes: Uint8Array, mediaType: string, vary: string, status = 200): Response {
  const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  c.header('ETag', tag);
  c.header('Vary', vary);
  const known = (c.req.header('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (status === 200 && (known.includes(tag) || known.includes('*'))) return c.body(null, 304);
  c.header('Content-Type', mediaType);
  return c.body(Uint8Array.from(bytes), status as 200);
}

async function fileOf(view: View, form: TextForm, instrument: string, name: string | null, asked: Asked) {
  const { on, knownAt } = asked;
  if (form.name === 'json') {
    const text = await ask(view, showText, { instrument, reference: name, on, knownAt, against: asked.against });
    if (!text.ok) return text;
    const bytes = new TextEncoder().encode(JSON.stringify(z.encode(showText.output, text.value)));
    return { ok: true as const, value: { bytes, mediaType: 'application/json; charset=utf-8', fileName: null } };
  }
  return ask(view, exportDocument, { instrument, document: name, on, knownAt, format: form.name, life: false });
}

/** For good when nothing recorded later can change the answer; else kept only to be asked about again. */
function cacheControl(view: View, { permanence, on }: Asked): string {
  const day = parseDay(on);
  const settled = day === null ? null : instantOn(addDays(day, 1), `00:0${SETTLING_MINUTES}`);
  const isFixed = permanence === 'permanent' && settled !== null && settled <= view.site.ports.clock.now();
  return isFixed ? 'public, max-age=31536000, immutable' : 'public, no-cache';
}

function linksOf(
  of: Pick<Bar, 'instrument' | 'name' | 'canonicalName' | 'on' | 'asked'>,
  form: TextForm,
  baseUrl: string,
): string {
  const others = TEXT_FORMS.filter(({ name }) => name !== form.name);
  return [
    `<${baseUrl}${canonicalOf(of)}>; rel="canonical"`,
    ...others.map(({ name, mediaType }) => `<${formUrl(of, name)}>; rel="alternate"; type="${mediaType}"`),
  ].join(', ');
}
