import { z } from 'zod';

const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const ADDRESS = new RegExp(`^${ATOM}(?:\\.${ATOM})*@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$`);
const SIGN_IN = z.email();

/** Whether mail can be sent to an address: one mailbox of ASCII, no comment, no list, nothing that ends a line. */
export function isMailbox(address: string): boolean {
  return address.length <= 254 && ADDRESS.test(address);
}

/** Whether somebody can sign in with an address: a mailbox that the check of the sign-in takes as well. */
export function isAccountAddress(address: string): boolean {
  return isMailbox(address) && SIGN_IN.safeParse(address).success;
}
