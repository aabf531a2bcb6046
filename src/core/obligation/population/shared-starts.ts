import type { Commenced } from '../../kernel/commencement.ts';
import { resolveCommencement } from '../../kernel/resolve-commencement.ts';
import type { Knowledge } from '../knowledge.ts';
import { MARKET, PARTY, type Plan, type SharedStart } from './plan.ts';
import type { Member } from './population.ts';
import { type Span, within } from './span.ts';

/** Days between which something starts, counted in the span. */
interface Start {
  readonly earliest: number;
  readonly latest: number;
}

/** When the shared starts are for the member that was begun last; the market's and a party's are computed once. */
export function sharedStarts({ starts }: Plan, knowledge: Knowledge, span: Span) {
  const ofMarket: (Start | undefined)[] = [];
  let ofParty: (Start | undefined)[] = [];
  let own: (Start | undefined)[] = [];
  let current: Member | null = null;
  const compute = ({ commencement, wordsFrom }: SharedStart): Start => {
    const subject = (current as Member).subject;
    const commenced = resolveCommencement(
      commencement,
      (event) =>
        knowledge.kinds.get(event)?.subject === 'words' ? wordsFrom : knowledge.about(event, subject).occurrence,
      (event) => knowledge.about(event, subject).notBefore,
    );
    return counted(commenced, span);
  };
  return {
    begin: (member: Member) => {
      if (member.subject.supplier !== current?.subject.supplier) ofParty = [];
      own = [];
      current = member;
    },
    at: (place: number): Start => {
      const shared = starts[place] as SharedStart;
      const kept = shared.level === MARKET ? ofMarket : shared.level === PARTY ? ofParty : own;
      const known = kept[place];
      if (known !== undefined) return known;
      const computed = compute(shared);
      kept[place] = computed;
      return computed;
    },
  };
}

function counted(commenced: Commenced, span: Span): Start {
  switch (commenced.kind) {
    case 'never':
      return { earliest: span.length, latest: span.length };
    case 'on':
      return { earliest: within(span, commenced.day), latest: within(span, commenced.day) };
    case 'unknown': {
      const { notBefore, notAfter } = commenced;
      return {
        earliest: notBefore === null ? 0 : within(span, notBefore),
        latest: notAfter === undefined ? span.length : within(span, notAfter),
      };
    }
  }
}
