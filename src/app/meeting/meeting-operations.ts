import type { Operation } from '../operation.ts';
import { addAgendaItem } from './add-agenda-item.ts';
import { approveMinutes } from './approve-minutes.ts';
import { callMeeting } from './call-meeting.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { changeAgendaItem } from './change-agenda-item.ts';
import { closeAction } from './close-action.ts';
import { collectAgenda } from './collect-agenda.ts';
import { draftMeetingPack } from './draft-meeting-pack.ts';
import { draftMeetingPaper } from './draft-meeting-paper.ts';
import { draftMinutes } from './draft-minutes.ts';
import { editMinutes } from './edit-minutes.ts';
import { holdMeeting } from './hold-meeting.ts';
import { issueMinutes } from './issue-minutes.ts';
import { issuePapers } from './issue-papers.ts';
import { leaveOutAgendaItem } from './leave-out-agenda-item.ts';
import { listMeetings } from './list-meetings.ts';
import { meetingsDue } from './meetings-due.ts';
import { moveMeeting } from './move-meeting.ts';
import { placeAction } from './place-action.ts';
import { showMeeting } from './show-meeting.ts';
import { showMeetingPaper } from './show-meeting-paper.ts';
import { showMinutes } from './show-minutes.ts';
import { tablePaper } from './table-paper.ts';
import { uploadPaper } from './upload-paper.ts';
import { withdrawPaper } from './withdraw-paper.ts';

/** Everything that can be done with meetings of bodies. */
export const meetingOperations: readonly Operation[] = [
  addAgendaItem,
  approveMinutes,
  callMeeting,
  cancelMeeting,
  changeAgendaItem,
  closeAction,
  collectAgenda,
  draftMeetingPack,
  draftMeetingPaper,
  draftMinutes,
  editMinutes,
  holdMeeting,
  issueMinutes,
  issuePapers,
  leaveOutAgendaItem,
  listMeetings,
  meetingsDue,
  moveMeeting,
  placeAction,
  showMeeting,
  showMeetingPaper,
  showMinutes,
  tablePaper,
  uploadPaper,
  withdrawPaper,
];
