import { DeletedTextRun, InsertedTextRun, Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { RedlineBlock, Run } from '../../core/code/redline.ts';
import { lineChange, redlineRuns } from '../../core/document/redline-runs.ts';

/** Who Word names beside a tracked change. */
const AUTHOR = 'Proviso';

/**
 * A redline as tracked changes: accepting all of them gives the text after, rejecting all the text before. The marks of
 * whole new and deleted paragraphs are tracked too, so that no empty line stays behind.
 */
export function redlined(blocks: readonly RedlineBlock[], date: string): Paragraph[] {
  let id = 0;
  const change = () => ({ id: ++id, author: AUTHOR, date });
  const child = (run: Run): ParagraphChild => {
    switch (run.kind) {
      case 'same':
        return new TextRun(run.text);
      case 'inserted':
        return new InsertedTextRun({ text: run.text, ...change() });
      case 'deleted':
        return new DeletedTextRun({ text: run.text, ...change() });
    }
  };
  return blocks.map((block) => {
    const line = lineChange(block);
    return new Paragraph({
      style: 'Provision',
      indent: { left: block.depth * 340 },
      ...(line === 'inserted' && { run: { insertion: change() } }),
      ...(line === 'deleted' && { run: { deletion: change() } }),
      children: redlineRuns(block).map(child),
    });
  });
}
