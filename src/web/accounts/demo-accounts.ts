import type { DemoAccount } from '../../core/rulebook/case.ts';
import type { Accounts } from './accounts.ts';

/** The password of every demonstration account. No secret: it stands on the sign-in page of a demonstration. */
export const DEMO_PASSWORD = 'one-clause-at-a-time';

/** Makes the accounts of a demonstration that do not exist yet. */
export async function loadDemoAccounts(accounts: Accounts, demo: readonly DemoAccount[]): Promise<void> {
  for (const { name, email, role, seat, party } of demo) {
    if ((await accounts.byEmail(email)) !== null) continue;
    const made = await accounts.create({ name, email, role, seat, party, password: DEMO_PASSWORD });
    if ('rejection' in made) throw new Error(`demonstration account ${email}: ${made.rejection.sentence}`);
  }
}
