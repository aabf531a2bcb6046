import { ExternalHyperlink, FootnoteReferenceRun, Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { Inline } from '../../core/document/block.ts';
import { certaintyWords } from '../../core/document/text.ts';
import { COLOUR } from './style.ts';

/** Inline runs as Word's, and the footnotes that they refer to; each reference has a note of its own. */
export class Notes {
  readonly footnotes: Record<string, { readonly children: readonly Paragraph[] }> = {};
  private count = 0;

  runs(all: readonly Inline[]): ParagraphChild[] {
    return all.map((one) => this.run(one));
  }

  private run(one: Inline): ParagraphChild {
    switch (one.kind) {
      case 'text':
        return new TextRun(one.text);
      case 'strong':
        return new TextRun({ text: one.text, bold: true });
      case 'emphasis':
        return new TextRun({ text: one.text, italics: true });
      case 'break':
        return new TextRun({ break: 1 });
      case 'link':
        return new ExternalHyperlink({
          link: one.href,
          children: [new TextRun({ text: one.text, color: COLOUR.accent, underline: {} })],
        });
      case 'certainty':
        return new TextRun({ text: ` ${certaintyWords(one.certainty)}`, color: COLOUR.muted, size: 19 });
      case 'footnote':
        this.count += 1;
        this.footnotes[String(this.count)] = { children: [new Paragraph({ style: 'FootnoteText', text: one.text })] };
        return new FootnoteReferenceRun(this.count);
    }
  }
}
