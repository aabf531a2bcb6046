import type { RecordedEvent } from '../../app/ports.ts';
import { projectBallot } from './ballot.ts';
import { projectCheckpoint } from './checkpoint.ts';
import { projectModification } from './modification.ts';
import { projectNotices } from './notice.ts';
import type { Projecting, Projection } from './projection.ts';
import { projectProvisionVersions } from './provision-version.ts';
import { projectResponse } from './response.ts';

const PROJECTIONS: readonly Projection[] = [
  projectModification,
  projectProvisionVersions,
  projectBallot,
  projectResponse,
  projectCheckpoint,
  projectNotices,
];

/** Brings every projection up to date with events, in order. */
export async function project(events: readonly RecordedEvent[], projecting: Projecting): Promise<void> {
  for (const event of events) {
    for (const projection of PROJECTIONS) await projection(event, projecting);
  }
}
