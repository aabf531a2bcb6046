import { writeDay } from '../../kernel/day.ts';
import type { PartyEvent } from '../../rulebook/record-event.ts';
import { paragraph } from '../build.ts';
import { NOTHING_TOLD, type Notice, type Told } from './notice.ts';
import type { Happened } from './notices-of.ts';

/** What an event of a party tells; the stream ends with it. */
type Teller<T extends PartyEvent['type']> = (
  event: Extract<PartyEvent, { type: T }>,
  stream: readonly Happened[],
) => Told;

/** Every event of a party: a new type says here what it tells, or null. A move is told to both suppliers by the one that loses the systems. */
export const PARTY_TELLERS: { readonly [T in PartyEvent['type']]: Teller<T> | null } = {
  'party-admitted': null,
  'party-recategorised': ({ party, change: { from, category, roles } }, stream) => {
    const held =
      roles === undefined ? '' : ` Its user roles from then on: ${roles.map(wordsOf).sort().join(', ') || 'none'}.`;
    return tell(stream, [party], {
      what: 'party-recategorised',
      subject: `${party}: from ${writeDay(from)}, category ${wordsOf(category)}${roles === undefined ? '' : ' and other user roles'}`,
      sentence: `From ${writeDay(from)} the category of ${party} is ${wordsOf(category)}.${held} What binds it follows.`,
    });
  },
  'system-group-recorded': null,
  'system-group-moved': ({ group, supplier, to, effectiveOn }, stream) =>
    tell(stream, [supplier, to], {
      what: 'system-group-moved',
      subject: `${group} goes from ${supplier} to ${to} on ${writeDay(effectiveOn)}`,
      sentence: `The systems ${group} go from ${supplier} to ${to} on ${writeDay(effectiveOn)}. The duties and the volumes of both follow.`,
    }),
  'assessment-scheduled': null,
};

/** Tells the parties that it is about and the Code Administrator; what a party was when the record began is no news. */
function tell(
  stream: readonly Happened[],
  parties: readonly string[],
  { what, subject, sentence }: { readonly what: string; readonly subject: string; readonly sentence: string },
): Told {
  const at = stream.at(-1)?.recordedAt;
  if (at === undefined || stream[0]?.recordedAt === at) return NOTHING_TOLD;
  const notice: Notice = {
    ...{ topic: 'party', what, modification: null, code: null, isPublic: false, subject },
    concerns: [
      ...parties.map((party) => ({ kind: 'party', party }) as const),
      { kind: 'role', role: 'code-administrator' },
    ],
    body: [
      paragraph(sentence),
      ...parties.map((party) =>
        paragraph([{ kind: 'link', text: `Duties of ${party}`, href: `/parties/${encodeURIComponent(party)}/duties` }]),
      ),
    ],
    ...{ at, until: null, reminds: null },
  };
  return { ...NOTHING_TOLD, notices: [notice] };
}

function wordsOf(id: string): string {
  return id.replaceAll('-', ' ');
}
