import type { RecordedEvent } from '../../app/ports.ts';
import type { ProposalEvent } from '../../core/modification/proposal.ts';
import { searchedWords } from '../../core/modification/report/searched-words.ts';
import { nameInStream, type Projection } from './projection.ts';

/** The register: one row for each version of a proposal, known from that version to the next. */
export const projectModification: Projection = async (recorded, { transaction, history, standingOf, files }) => {
  if (!recorded.stream.startsWith('modification/')) return;
  const id = nameInStream(recorded.stream);
  const past = (await history(recorded.stream, recorded.version)) as readonly RecordedEvent<ProposalEvent>[];
  const events = past.map((one) => one.event);
  const raised = events.find((event) => event.type === 'proposal-raised');
  if (raised === undefined) return;
  const adopted = events.findLast((event) => event.type === 'proposal-adopted');
  const { content } = raised;
  const proposer = adopted?.proposer ?? content.proposer;
  const standing = await standingOf(events, files);
  const at = recorded.recordedAt;
  const present = transaction.updateTable('modification').where('id', '=', id).where('known_until', 'is', null);
  await present.set({ known_until: at }).execute();
  await transaction
    .insertInto('modification')
    .values({
      id,
      title: content.title,
      code: content.code,
      raised_on: raised.raisedOn,
      proposer: proposer.name,
      proposer_id: proposer.id,
      stage: standing.stage,
      status: standing.status,
      path: standing.path ?? content.pathAsked,
      urgency: standing.urgency ?? (content.urgency.asked ? 'asked' : 'not-asked'),
      decision: standing.decision ?? null,
      published: standing.published ?? null,
      version: recorded.version,
      known_from: at,
      known_until: null,
    })
    .execute();
  if (recorded.event.type !== 'proposal-raised') return;
  const { parties, documentsTouched } = content.report.impacts;
  await transaction
    .insertInto('modification_content')
    .values({
      id,
      categories: [...parties],
      documents: [...documentsTouched],
      ...searchedWords(content),
    })
    .execute();
};
