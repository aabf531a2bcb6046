import { html } from 'hono/html';
import { form, type Html } from '../page/parts.ts';
import type { View } from '../site.ts';

/** The secret address of one's own calendar, with the ways to make another and to take it back. */
export function feedPart(view: View, token: string | null): Html {
  const button = (act: 'make' | 'revoke', words: string) =>
    form(
      view,
      `/feeds/own/${act}`,
      'pv-inline',
      html`<button type="submit" class="govuk-button govuk-button--secondary">${words}</button>`,
    );
  if (token === null) {
    return html`<p>Subscribe in your calendar to the days on which something is yours to do or to take part in. The address is secret: whoever has it reads the same.</p>
${button('make', 'Make an address')}`;
  }
  const address = `${view.site.config.baseUrl}/feeds/person/${token}.ics`;
  return html`<p>Subscribe to this address in your calendar. It is secret: whoever has it reads what it says.</p>
<p><code class="pv-digest">${address}</code></p>
<p><a href="/feeds/person/${token}.ics">Open it</a></p>
${button('make', 'Make another address')} ${button('revoke', 'Take it back')}`;
}
