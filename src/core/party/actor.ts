/** Roles of people who use the record. `clock` is the program acting when time passes. */
export const ROLES = [
  'code-administrator',
  'panel',
  'change-board',
  'authority',
  'working-group',
  'dcc',
  'proposer',
  'party',
  'consumer-body',
  'assessor',
  'public',
  'clock',
] as const;

export type Role = (typeof ROLES)[number];

/** Who acts. `body` and `seat` for members of bodies, `party` for people of a party. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly seat?: string;
  readonly party?: string;
}

/** A body as a code names it; one with the id of a role is those who act in it. */
export type Named = { readonly id: string; readonly inSentence: string };

/** How a role is named inside a sentence: `the Panel`. */
export const ROLE_IN_SENTENCE: Record<Role, string> = {
  'code-administrator': 'the Code Administrator',
  panel: 'the Panel',
  'change-board': 'the Change Board',
  authority: 'the Authority',
  'working-group': 'the Working Group',
  dcc: 'the DCC',
  proposer: 'the Proposer',
  party: 'a Party',
  'consumer-body': 'a consumer body',
  assessor: 'the User Independent Security Assurance Service Provider',
  public: 'a reader',
  clock: 'the clock',
};

/** `the Panel, the Authority or a Party`; a role whose body the code calls otherwise is named as the code does. */
export function rolesInSentence(roles: readonly Role[], bodies: readonly Named[] = []): string {
  if (roles.length > 1 && roles.includes('public')) return 'anyone';
  const words = roles.map((role) => bodies.find((body) => body.id === role)?.inSentence ?? ROLE_IN_SENTENCE[role]);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** The program itself, when a clock runs out. */
export const CLOCK: Actor = { id: 'clock', name: 'Clock', role: 'clock' };

/** The actor that acts for an account. */
export function actorOf(account: {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly seat: string | null;
  readonly party: string | null;
}): Actor {
  const { id, name, role, seat, party } = account;
  return { id, name, role, ...(seat === null ? {} : { seat }), ...(party === null ? {} : { party }) };
}
