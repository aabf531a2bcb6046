/** Where on the page of the refinement an act is done: its section, and what the id of its form begins with. */
const REFINING: Readonly<Record<string, { readonly section: string; readonly form: string }>> = {
  'appoint-working-group': { section: 'group', form: 'appoint-working-group' },
  'answer-group-question': { section: 'questions', form: 'answer' },
  'request-assessment': { section: 'assessments', form: 'request' },
  'ask-for-information': { section: 'assessments', form: 'ask' },
  'give-information': { section: 'assessments', form: 'give' },
  'deliver-assessment': { section: 'assessments', form: 'deliver' },
  'raise-alternative': { section: 'solutions', form: 'raise-alternative' },
  'vote-on-alternative': { section: 'solutions', form: 'vote' },
};

/** Whether an act is done on the page of the refinement, and not on that of the progress. */
export function isRefining({ operation }: { readonly operation: string | null }): boolean {
  return operation !== null && Object.hasOwn(REFINING, operation);
}

/** The id of the form of an act of refinement, or of the section that says who does it; null for any other act. */
export function refiningPlace(
  { operation, item }: { readonly operation: string | null; readonly item?: string | undefined },
  mine: boolean,
): string | null {
  const place = operation === null || !isRefining({ operation }) ? undefined : REFINING[operation];
  if (place === undefined) return null;
  if (!mine) return place.section;
  return item === undefined ? place.form : `${place.form}-${item.replace('/', '-')}`;
}
