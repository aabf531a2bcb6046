import { html } from 'hono/html';
import { writeDay } from '../../core/kernel/day.ts';
import type { Page } from '../page/layout.ts';
import { type Asked, hrefTo } from './asked.ts';
import { type Related, relatedParts } from './related.ts';

/** Everything that names a provision and that it names, on a day. */
export function referencesPage(asked: Asked, name: string, related: Related): Page {
  const { instrument, on, version } = related;
  return {
    title: `${instrument.shortTitle} ${name}: references`,
    section: 'code',
    kicker: html`<a href="${hrefTo(instrument.id, null, asked)}">${instrument.title}</a> › <a href="${hrefTo(instrument.id, name, asked)}">${name}</a>`,
    lede: `As in force on ${writeDay(on)}, version ${version.label}.`,
    body: relatedParts(related, name, asked),
  };
}
