import { expect, test } from 'vitest';
import { z } from 'zod';
import { inputFault } from '../../app/run-operation.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import type { View } from '../site.ts';
import { textField } from './parts.ts';

const schema = z.strictObject({ effectiveOn: daySchema, title: z.string().min(1) });

test('every fault of an input is told, and each stands beside its own field', () => {
  const read = z.safeDecode(schema, { effectiveOn: '', title: '' });
  if (read.success) throw new Error('expected a refusal');
  const rejection = inputFault(read.error);
  expect(rejection.sentence).toBe(
    'effectiveOn: "" is not a day; expected YYYY-MM-DD; title: expected at least 1 character',
  );
  const view = { refusal: { form: 'f', entered: {}, rejection } } as unknown as View;
  const field = (name: string) => String(textField(view, { form: 'f', name, label: name }));
  expect(field('effectiveOn')).toContain('&quot;&quot; is not a day; expected YYYY-MM-DD</p>');
  expect(field('title')).toContain('Expected at least 1 character</p>');
  expect(field('note')).not.toContain('govuk-error-message');
});
