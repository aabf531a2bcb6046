import { listJudgements } from '../../app/obligation/list-judgements.ts';
import { type Html, section } from '../page/parts.ts';
import { ask, type View } from '../site.ts';
import { judgementTable } from './judgement-part.ts';

/** What people judge of a party, for its page; nothing where the reader knows of none. */
export async function partyJudgements(
  view: View,
  party: string,
  titles: ReadonlyMap<string, string>,
): Promise<Html | string> {
  const listed = await ask(view, listJudgements, { party });
  const standing = listed.ok ? listed.value.judgements.filter((one) => one.withdrawn === null && !one.superseded) : [];
  if (standing.length === 0) return '';
  return section(
    'judgements',
    'What people judge of it',
    judgementTable('Judgements that stand', standing, titles, 'obligation'),
  );
}
