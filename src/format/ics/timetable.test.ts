import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { day } from '../../core/kernel/day.ts';
import { icsCalendar } from './timetable.ts';

const entries = [
  { id: 'panel', title: 'Panel', from: day('2018-10-12'), to: day('2018-10-12'), description: '' },
  {
    id: 'consultation',
    title: 'Consultation; with, marks\nand lines',
    from: day('2018-10-15'),
    to: day('2018-10-19'),
    description: 'x',
  },
];
const write = () => icsCalendar('SECMP0065 timetable', entries, day('2018-10-09'));

test('another program reads the same days and words back', () => {
  const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(write())));
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  expect(events.map((event) => [event.summary, event.startDate.toString(), event.endDate.toString()])).toEqual([
    ['Panel', '2018-10-12', '2018-10-13'],
    ['Consultation; with, marks\nand lines', '2018-10-15', '2018-10-20'],
  ]);
  expect(events.every((event) => event.startDate.isDate)).toBe(true);
});

test('the same timetable gives the same bytes', () => {
  expect(write()).toEqual(write());
});

test('a title with line breaks, commas and semicolons is the name of one calendar, and opens or ends none', () => {
  const title = 'a\r\nEND:VCALENDAR\nBEGIN:VCALENDAR, b; c\\';
  const text = new TextDecoder().decode(icsCalendar(title, entries, day('2018-10-09')));
  expect(text.match(/^(?:BEGIN|END):VCALENDAR\r$/gm)).toHaveLength(2);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text).toContain('\r\nX-WR-CALNAME:a END:VCALENDAR BEGIN:VCALENDAR\\, b\\; c\\\\\r\n');
  expect(new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')).toHaveLength(2);
});
