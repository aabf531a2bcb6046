import { writeDay } from '../kernel/day.ts';
import { findWorkingDay } from '../kernel/working-days.ts';
import type { Finding } from './case.ts';
import { numberOf, type Plan, relativeTo, workingDays } from './planning.ts';

/** The form and the paper against the lead times, both counted back from the meeting. */
export function leadTimes({ given, rulebook, calendar }: Plan): Finding[] {
  const { paper } = given.proposal.report;
  const paperLead = numberOf(rulebook, 'paper-lead', given.submittedOn);
  const formLead = numberOf(rulebook, 'proposal-form-lead', given.submittedOn);
  const meeting = paper.meeting.on;
  if (paperLead === null || formLead === null || meeting === undefined) return [];
  const paperDay = findWorkingDay(calendar, meeting, -paperLead.number);
  const formDay = paperDay === null ? null : findWorkingDay(calendar, paperDay, -formLead.number);
  if (paperDay === null || formDay === null) return [];
  const late: Finding[] = [];
  if (given.submittedOn > formDay) {
    late.push({
      id: 'form-came-late',
      sentence: `The proposal form came on ${writeDay(given.submittedOn)}, ${relativeTo(calendar, given.submittedOn, paperDay, 'the paper day')}; guidance wants it ${workingDays(formLead.number)} before that day, by ${writeDay(formDay)}.`,
      where: 'proposal form',
      citations: [formLead.citation],
    });
  }
  if (paper.dated > paperDay) {
    late.push({
      id: 'paper-came-late',
      sentence: `The paper is dated ${writeDay(paper.dated)}, ${relativeTo(calendar, paper.dated, meeting, `the meeting of ${writeDay(meeting)}`)}; guidance wants ${workingDays(paperLead.number)}, by ${writeDay(paperDay)}.`,
      where: 'paper',
      citations: [paperLead.citation],
    });
  }
  return late;
}
