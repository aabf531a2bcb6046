import { z } from 'zod';
import { type CodeText, type Place, PROVISION_KINDS, type Provision, type ProvisionKind } from './provision.ts';

/** What a provision may omit when it is written by hand: what it does not have. */
interface ProvisionInput {
  readonly id: string;
  readonly kind: ProvisionKind;
  readonly number?: string | null | undefined;
  readonly heading?: string | null | undefined;
  readonly text?: string | undefined;
  readonly children?: readonly ProvisionInput[] | undefined;
}

type CodeTextInput = Omit<CodeText, 'provisions'> & { readonly provisions: readonly ProvisionInput[] };

/** Identity of a provision: lower-case words and digits joined by hyphens, never shown as a number. */
export const provisionIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case letters and digits joined by hyphens, such as g3-26')
  .meta({ description: 'Identity of a provision, such as g3-26.' });

/** What a provision is in the tree. */
export const provisionKindSchema = z.enum(PROVISION_KINDS);

/** A provision with all below it; number, heading, text and children may be left out. */
export const provisionSchema: z.ZodType<Provision, ProvisionInput> = z
  .strictObject({
    id: provisionIdSchema,
    kind: provisionKindSchema,
    number: z.string().min(1).nullable().default(null),
    heading: z.string().min(1).nullable().default(null),
    text: z.string().default(''),
    children: z.lazy(() => z.array(provisionSchema)).default([]),
  })
  .meta({ id: 'Provision' });

/** Where a provision stands among its siblings. */
export const placeSchema = z.strictObject({
  parent: provisionIdSchema.nullable().default(null),
  after: provisionIdSchema.nullable().default(null),
}) satisfies z.ZodType<Place>;

/** The text of a code on some day; an identity stands in it once. */
export const codeTextSchema: z.ZodType<CodeText, CodeTextInput> = z
  .strictObject({
    code: z.string().min(1),
    title: z.string().min(1),
    provisions: z.array(provisionSchema),
  })
  .superRefine((text, context) => {
    const seen = new Set<string>();
    const visit = (provision: Provision): void => {
      if (seen.has(provision.id)) {
        const message = `"${provision.id}" is the id of two provisions; expected each id once`;
        context.addIssue({ code: 'custom', path: ['provisions'], message });
      }
      seen.add(provision.id);
      provision.children.forEach(visit);
    };
    text.provisions.forEach(visit);
  })
  .meta({ id: 'CodeText' });
