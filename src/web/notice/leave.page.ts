import { html } from 'hono/html';
import { scopeInWords } from '../../app/notice/letters.ts';
import type { LeftScope } from '../../core/document/notice/letter.ts';
import type { Page } from '../page/layout.ts';

/** The page that asks whether to leave, since opening an address must change nothing: mail programs open them unasked. */
export function leavePage(path: string, scope: LeftScope): Page {
  const words = scopeInWords(scope);
  const isAll = scope.topic === null && scope.modification === null;
  return {
    title: 'Leave these notices',
    lede: `You will be sent nothing more about ${words}.`,
    body: html`<form method="post" action="${path}" class="pv-form">
<button type="submit" class="govuk-button" name="all" value="no">Leave notices about ${words}</button>
${isAll ? '' : html`<button type="submit" class="govuk-button govuk-button--secondary" name="all" value="yes">Leave all notices</button>`}
</form>
<p>You need not sign in for this. Signed in, you can <a href="/account/notices">choose more closely</a>.</p>`,
  };
}

/** That it is done. */
export function leftPage(scope: LeftScope): Page {
  return {
    title: 'You have left',
    lede: `You will be sent nothing more about ${scopeInWords(scope)}.`,
    body: html`<p><a href="/account/notices">Choose what you are told</a>, if you want some of it after all.</p>`,
  };
}
