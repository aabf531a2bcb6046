import { html } from 'hono/html';
import type { z } from 'zod';
import type { listVersions } from '../../app/text/list-versions.ts';
import { formatDay } from '../../core/kernel/day.ts';
import { actForm, details, type Html, longField, textField } from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import type { View } from '../site.ts';

/** The Code Administrator's way to move the day of a version that is still to come; nothing for anybody else, or when none is. */
export function moveVersionPart(
  view: View,
  instrument: string,
  versions: z.output<typeof listVersions.output>['versions'],
): Html | string {
  const toCome = versions.filter((version) => version.inForceFrom > view.today && version.source !== null);
  if (view.actor.role !== 'code-administrator' || toCome.length === 0) return '';
  return html`${toCome.map(({ label, inForceFrom }) => {
    const id = `move-version-${label.replaceAll('.', '-')}`;
    const form = actForm(view, {
      operation: { room: 'text', name: 'move-version' },
      id,
      input: { instrument, label },
      fields: html`<p>Version ${label} takes effect on ${dayText(inForceFrom)}. The versions that it passes are mapped over it; where one rests on the other the move is refused, with both texts.</p>
${textField(view, { form: id, name: 'inForceFrom', label: 'The day on which it now takes effect', type: 'date', width: 'short', value: formatDay(inForceFrom) })}
${longField(view, { form: id, name: 'reasons', label: 'Reasons', hint: 'Why, and by whose decision.' })}`,
      button: 'Move the day',
      buttonDetail: `of version ${label}`,
      done: `The day of version ${label} is moved.`,
      secondary: true,
    });
    return details(`Move the day of version ${label}`, form, view.refusal?.form === id);
  })}`;
}
