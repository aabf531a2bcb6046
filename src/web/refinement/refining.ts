const REFINING: readonly string[] = [
  'appoint-working-group',
  'answer-group-question',
  'request-assessment',
  'ask-for-information',
  'give-information',
  'deliver-assessment',
  'raise-alternative',
  'vote-on-alternative',
];

/** Whether an act is done on the page of the refinement, and not on that of the progress. */
export function isRefining({ operation }: { readonly operation: string | null }): boolean {
  return operation !== null && REFINING.includes(operation);
}
