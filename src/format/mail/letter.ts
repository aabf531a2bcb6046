import type { Block, Inline } from '../../core/document/block.ts';
import type { Letter } from '../../core/document/notice/letter.ts';
import { certaintyWords } from '../../core/document/text.ts';
import { renderBlocks } from '../html/document.ts';
import { escapeText, tag } from '../html/markup.ts';
import { visible } from '../printable.ts';

/** Lines of a plain text are broken before this column; addresses are never broken. */
const COLUMNS = 76;

const STYLE = `body{margin:0;padding:0;background:#eef2f3;color:#14202b;font-family:"Source Sans 3","Segoe UI","Helvetica Neue",Arial,sans-serif;font-size:16px;line-height:1.5}
.letter{box-sizing:border-box;max-width:600px;margin:0 auto;padding:24px 28px;background:#fff;border-top:6px solid #0f4c5c}
.letter h1{margin:0 0 18px;font-family:Georgia,"Times New Roman",serif;font-size:22px;line-height:1.25;font-weight:600}
.letter h3{margin:28px 0 8px;padding-top:16px;border-top:1px solid #c3cfd4;font-size:17px;line-height:1.3}
.letter p,.letter ul{margin:0 0 12px}.letter ul{padding-left:20px}.letter li{margin-bottom:4px}.letter a{color:#0f4c5c}
.letter .paper-note{margin:0 0 14px;padding:10px 14px;border-left:4px solid #0f4c5c;background:#e8f0f2}
.letter .paper-note p{margin:0}.letter .paper-note-title{font-weight:600}
.letter .certainty{color:#4d5b66;font-size:14px}
.foot{box-sizing:border-box;max-width:600px;margin:0 auto;padding:16px 28px 32px;color:#4d5b66;font-size:14px}.foot a{color:#4d5b66}.foot p{margin:0 0 8px}`;

/** A letter as an HTML file that loads nothing. */
export function letterHtml(letter: Letter): string {
  const { subject, blocks, leaves, leave, choose } = letter;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${escapeText(subject)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<div class="letter" role="main">
${tag('h1', {}, escapeText(subject))}
${renderBlocks(blocks)}
</div>
<div class="foot" role="contentinfo">
<p>You are told this because you have an account with this code, and as you chose.</p>
<p>${tag('a', { href: choose }, 'Choose what you are told')} · ${tag('a', { href: leave }, `Leave notices about ${escapeText(leaves)}`)}</p>
</div>
</body>
</html>
`;
}

/** A letter as plain text, with every address in full. */
export function letterText(letter: Letter): string {
  const { subject, blocks, leaves, leave, choose } = letter;
  const words = blocks.map((block) => blockText(block)).filter((text) => text !== '');
  const foot = `Choose what you are told:\n${choose}\n\nLeave notices about ${leaves}:\n${leave}`;
  return visible(`${[wrapped(subject), ...words, '-- ', foot].join('\n\n')}\n`).replace('\n\n-- \n\n', '\n\n-- \n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${wrapped(block.text)}\n${'-'.repeat(Math.min(block.text.length, COLUMNS))}`;
    case 'paragraph':
      return wrapped(inlineText(block.runs));
    case 'note':
      return wrapped(`${block.title}: ${inlineText(block.runs)}`, '    ', '    ');
    case 'list':
      return block.items.map((item) => wrapped(inlineText(item), '  * ', '    ')).join('\n');
    default:
      throw new Error(`a letter has no ${block.kind}`);
  }
}

function inlineText(runs: readonly Inline[]): string {
  return runs
    .map((run) => {
      switch (run.kind) {
        case 'break':
          return '\n';
        case 'certainty':
          return ` ${certaintyWords(run.certainty)}`;
        case 'link':
          return `${run.text}:\n${run.href}`;
        default:
          return run.text;
      }
    })
    .join('');
}

function wrapped(text: string, first = '', further = ''): string {
  const lines: string[] = [];
  for (const part of text.split('\n')) {
    let line = lines.length === 0 ? first : further;
    let holds = false;
    for (const word of part.split(/\s+/).filter((one) => one !== '')) {
      if (holds && line.length + 1 + word.length > COLUMNS) {
        lines.push(line);
        line = further + word;
      } else line += holds ? ` ${word}` : word;
      holds = true;
    }
    lines.push(line);
  }
  return lines.join('\n');
}
