/** Conditions to start from, with what they are asked of. */
export const EXAMPLES: readonly {
  readonly title: string;
  readonly condition: string;
  readonly given: string;
  readonly on: string;
}[] = [
  {
    title: 'Six months from an event',
    condition: 'system_enrolled && on < months(system_enrolled_day, 6, "end-of-month")',
    given: 'system_enrolled = 2018-08-31',
    on: '2018-10-12',
  },
  {
    title: 'A category and a threshold',
    condition: 'party_category in ["large-supplier", "small-supplier"] && devices_operated >= 250000',
    given: 'party_category = small-supplier\ndevices_operated = 300000',
    on: '2018-10-12',
  },
  {
    title: 'What is not known yet',
    condition: '!guidance_published || on < workingDays(guidance_published_day, 20)',
    given: '',
    on: '2018-10-12',
  },
  {
    title: 'Any of some days, with its clause',
    condition:
      '[day("2018-07-18"), day("2018-11-08")].exists(start, on >= start && on < start + days(30)).cite("SEC", "G3.26", "illustrative")',
    given: '',
    on: '2018-11-20',
  },
  {
    title: 'A mistyped name',
    condition: 'system_enroled && devices_operated > 1000',
    given: 'devices_operated = 2000',
    on: '2018-10-12',
  },
];
