import { z } from 'zod';
import { type Day, formatDay, parseDay } from './day.ts';
import { type Instant, parseInstant } from './instant.ts';
import { formatPartialDate, type PartialDate, parsePartialDate } from './partial-date.ts';

/** Nothing that a code or its record says is earlier, and databases differ in what they make of the years before it. */
const FIRST_YEAR = '1000';

/** A day: ISO text outside, integer inside. */
export const daySchema = z
  .codec(z.string().meta({ format: 'date', description: 'A day, YYYY-MM-DD.' }), z.custom<Day>(), {
    decode: (text, context) => {
      const parsed = parseDay(text);
      if (parsed !== null && text >= FIRST_YEAR) return parsed;
      const message =
        parsed === null
          ? `"${text}" is not a day; expected YYYY-MM-DD`
          : `"${text}" is out of range; expected a day from ${FIRST_YEAR}-01-01 to 9999-12-31`;
      context.issues.push({ code: 'custom', input: text, message });
      return z.NEVER;
    },
    // a day that an object leaves out is asked for its text too: an issue is passed over there, a throw is not
    encode: (value, context) => {
      if (Number.isInteger(value)) return formatDay(value);
      context.issues.push({ code: 'custom', input: value, message: 'expected a day' });
      return z.NEVER;
    },
  })
  .meta({ id: 'Day' });

/** An instant: ISO text with an offset outside, UTC with milliseconds inside. */
export const instantSchema = z
  .codec(
    z.string().meta({ format: 'date-time', description: 'An instant, ISO 8601 with an offset.' }),
    z.custom<Instant>(),
    {
      decode: (text, context) => {
        const parsed = parseInstant(text);
        if (parsed !== null && parsed >= FIRST_YEAR) return parsed;
        context.issues.push({
          code: 'custom',
          input: text,
          message: `"${text}" is not an instant; expected ISO 8601 with an offset, such as 2018-10-05T09:00:00Z`,
        });
        return z.NEVER;
      },
      encode: (value) => value as string,
    },
  )
  .meta({ id: 'Instant' });

/** A partial date: `2012`, `2012-03` or `2012-03-04` outside. */
export const partialDateSchema = z.codec(z.string(), z.custom<PartialDate>(), {
  decode: (text, context) => {
    const parsed = parsePartialDate(text);
    if (parsed !== null) return parsed;
    context.issues.push({
      code: 'custom',
      input: text,
      message: `"${text}" is not a year, month or day; expected YYYY, YYYY-MM or YYYY-MM-DD`,
    });
    return z.NEVER;
  },
  encode: (value) => formatPartialDate(value),
});
