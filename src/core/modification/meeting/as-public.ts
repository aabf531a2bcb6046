import type { MeetingPaper } from './meeting.ts';

/** What stands in the place of the title and the file name of a paper that is for members only. */
export const WITHHELD = 'For members only';

/** A paper as everybody may see it listed: of one for members, neither its title nor the name of its file. */
export function asPublic<P extends Pick<MeetingPaper, 'access' | 'title' | 'source'>>(paper: P): P {
  if (paper.access === 'public') return paper;
  const { source } = paper;
  return { ...paper, title: WITHHELD, source: source.kind === 'file' ? { ...source, fileName: WITHHELD } : source };
}
