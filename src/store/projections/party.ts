import type { Projection } from './projection.ts';

/** Parties, their groups of systems and their booked assessments. */
export const projectParty: Projection = async ({ event, position, recordedAt }, { transaction }) => {
  const about = { position, recorded_at: recordedAt };
  if (event.type === 'party-admitted') {
    const { id, name, category, admittedOn, cycleYear } = event;
    const row = { ...about, id, name, category, admitted_on: admittedOn, cycle_year: cycleYear };
    await transaction.insertInto('party').values(row).execute();
  }
  if (event.type === 'system-group-recorded') {
    const { counts, operatedFrom, ...group } = event.group;
    const row = { ...about, ...group, ...counts, operated_from: operatedFrom };
    await transaction.insertInto('system_group').values(row).execute();
  }
  if (event.type === 'assessment-scheduled') {
    const { id, party, on, cycleYear, plannedType } = event.assessment;
    const row = { ...about, id, party, scheduled_on: on, cycle_year: cycleYear, planned_type: plannedType };
    await transaction.insertInto('assessment').values(row).execute();
  }
};
