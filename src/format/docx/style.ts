import {
  AlignmentType,
  BorderStyle,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LevelSuffix,
  LineRuleType,
} from 'docx';

/** Colours of the papers, the same as on screen. */
export const COLOUR = {
  ink: '14202B',
  accent: '0F4C5C',
  soft: 'E8F0F2',
  rule: 'C3CFD4',
  muted: '4D5B66',
  pale: 'F3F6F7',
  white: 'FFFFFF',
};

/** Fonts that every word processor has or replaces in measure. */
const SERIF = 'Cambria';
const SANS = 'Calibri';

/** Numbering by name: the numbered sections, the appendices, bullets and ordered lists. */
export const NUMBERING: INumberingOptions = {
  config: [
    level('sections', LevelFormat.DECIMAL, '%1', 0),
    level('appendices', LevelFormat.DECIMAL, 'Appendix %1:', 0),
    level('bullets', LevelFormat.BULLET, '•', 360),
    level('steps', LevelFormat.DECIMAL, '%1.', 360),
  ],
};

function level(
  reference: string,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
  hanging: number,
) {
  const heading = hanging === 0;
  return {
    reference,
    levels: [
      {
        level: 0,
        format,
        text,
        alignment: AlignmentType.LEFT,
        ...(heading && { suffix: LevelSuffix.SPACE }),
        style: {
          paragraph: { indent: { left: hanging, hanging } },
          ...(!heading && { run: { color: COLOUR.accent } }),
        },
      },
    ],
  };
}

/** Paragraph styles by name. Sizes are half-points, distances twentieths of a point. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: SANS, size: 22, color: COLOUR.ink, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 140, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: SERIF, size: 64, bold: true, color: COLOUR.ink },
      paragraph: { spacing: { before: 60, after: 240, line: 240, lineRule: LineRuleType.AUTO } },
    },
    heading1: {
      run: { font: SERIF, size: 40, bold: true, color: COLOUR.ink },
      paragraph: {
        spacing: { before: 480, after: 240 },
        keepNext: true,
        border: { bottom: { style: BorderStyle.SINGLE, size: 10, color: COLOUR.accent, space: 4 } },
      },
    },
    heading2: {
      run: { font: SERIF, size: 27, bold: true, color: COLOUR.accent },
      paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
    },
    heading3: {
      run: { font: SANS, size: 23, bold: true, color: COLOUR.ink },
      paragraph: { spacing: { before: 220, after: 80 }, keepNext: true },
    },
    footnoteText: { run: { font: SANS, size: 18 }, paragraph: { spacing: { after: 40 } } },
  },
  paragraphStyles: [
    {
      id: 'Kicker',
      name: 'Kicker',
      run: { font: SERIF, size: 28, italics: true, color: COLOUR.accent },
      paragraph: {
        spacing: { before: 0, after: 120 },
        border: { top: { style: BorderStyle.SINGLE, size: 48, color: COLOUR.accent, space: 24 } },
      },
    },
    {
      id: 'Notice',
      name: 'Notice',
      run: { size: 18, italics: true, color: COLOUR.muted },
      paragraph: { spacing: { after: 320 } },
    },
    {
      id: 'BoxTitle',
      name: 'Box Title',
      run: { size: 23, bold: true },
      paragraph: { spacing: { before: 60, after: 80 }, keepNext: true },
    },
    {
      id: 'Caption',
      name: 'caption',
      run: { bold: true },
      paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
    },
    { id: 'Cell', name: 'Cell', paragraph: { spacing: { before: 50, after: 50 } } },
    {
      id: 'CellHead',
      name: 'Cell Head',
      run: { size: 19, bold: true, color: COLOUR.muted },
      paragraph: { spacing: { before: 50, after: 50 }, keepNext: true },
    },
    {
      id: 'Provision',
      name: 'Provision',
      paragraph: { spacing: { after: 120 } },
    },
    {
      id: 'Furniture',
      name: 'Furniture',
      run: { size: 17, color: COLOUR.muted },
      paragraph: { spacing: { after: 0 } },
    },
    {
      id: 'TOC1',
      name: 'toc 1',
      paragraph: { spacing: { before: 60, after: 20, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'TOC2',
      name: 'toc 2',
      run: { color: COLOUR.muted },
      paragraph: { indent: { left: 240 }, spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'ContentsTitle',
      name: 'Contents Title',
      run: { font: SERIF, size: 40, bold: true },
      paragraph: { spacing: { after: 240 } },
    },
  ],
};
