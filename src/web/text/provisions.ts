import { html } from 'hono/html';
import type { Provision } from '../../core/code/provision.ts';
import type { Html } from '../page/parts.ts';

/** The words of provisions with all below them; numbers as printed, linked where `href` gives an address. */
export function provisionsText(provisions: readonly Provision[], href: (provision: Provision) => string | null): Html {
  return html`<div class="pv-law">${provisions.map((one) => provisionText(one, href, 0))}</div>`;
}

function provisionText(provision: Provision, href: (provision: Provision) => string | null, depth: number): Html {
  const { number, heading, text, children } = provision;
  const address = href(provision);
  const shown =
    number === null
      ? ''
      : html`<span class="pv-number">${address === null ? number : html`<a href="${address}">${number}</a>`}</span> `;
  const isTitle = text === '' && children.length > 0;
  const words =
    provision.kind === 'definition'
      ? html`<p class="pv-depth-${depth}"><strong>${heading}</strong> ${text}</p>`
      : isTitle
        ? html`<p class="pv-law-title pv-depth-${depth}">${shown}${heading ?? ''}</p>`
        : html`<p class="pv-depth-${depth}">${shown}${heading === null ? '' : html`<strong>${heading}</strong> `}${text}</p>`;
  const below = isTitle ? depth : Math.min(depth + 1, 5);
  return html`${words}${children.map((child) => provisionText(child, href, below))}`;
}
