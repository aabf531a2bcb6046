/** Content kept beside the chain: its id, and the salted digest that the chain holds. */
export interface ContentRef {
  readonly id: string;
  readonly digest: string;
}
