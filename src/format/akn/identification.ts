import type { Day } from '../../core/kernel/day.ts';
import { formatDay } from '../../core/kernel/day.ts';
import { block, tag } from '../xml/write.ts';
import { OURS } from './vocabulary.ts';

/** A work and one expression of it, as a file identifies itself. */
export interface Identified {
  /** `/akn/gb/act/code/2013-09-23/sec`. */
  readonly work: string;
  /** The part of the work that the file holds: `main`, or a document by id. */
  readonly component: string;
  /** The day that the work began, and the day of this expression. */
  readonly since: Day;
  readonly from: Day;
  readonly subtype: string;
  readonly number: string;
  readonly title: string;
  readonly shortTitle: string;
  /** The version; null where the expression is no version. */
  readonly label: string | null;
}

/** The IRI of an expression: the work in English as it is from a day. */
export function expressionOf({ work, from }: Pick<Identified, 'work' | 'from'>): string {
  return `${work}/eng@${formatDay(from)}`;
}

/** The FRBR metadata of a file, the same for the same expression. */
export function identification(given: Identified): string[] {
  const { work, component, since, from, subtype, number, title, shortTitle, label } = given;
  const expression = expressionOf(given);
  const core = (uri: string, self: string, date: Day, name: string, aliases: readonly string[]): string[] => [
    tag('FRBRthis', { value: self }, '/>'),
    tag('FRBRuri', { value: uri }, '/>'),
    ...aliases,
    tag('FRBRdate', { date: formatDay(date), name }, '/>'),
    tag('FRBRauthor', { href: '#codeAdministrator' }, '/>'),
  ];
  const aliases = [
    tag('FRBRalias', { value: title, name: 'title' }, '/>'),
    tag('FRBRalias', { value: shortTitle, name: 'shortTitle' }, '/>'),
  ];
  return block('identification', { source: OURS }, [
    ...block('FRBRWork', {}, [
      ...core(work, `${work}/!${component}`, since, 'generation', aliases),
      tag('FRBRcountry', { value: 'gb' }, '/>'),
      tag('FRBRsubtype', { value: subtype }, '/>'),
      tag('FRBRnumber', { value: number }, '/>'),
    ]),
    ...block('FRBRExpression', {}, [
      ...core(expression, `${expression}/!${component}`, from, 'inForceFrom', []),
      ...(label === null ? [] : [tag('FRBRversionNumber', { value: label }, '/>')]),
      tag('FRBRlanguage', { language: 'eng' }, '/>'),
    ]),
    ...block('FRBRManifestation', {}, [
      ...core(`${expression}.akn`, `${expression}/!${component}.akn`, from, 'generation', []),
      tag('FRBRformat', { value: 'application/akn+xml' }, '/>'),
    ]),
  ]);
}

/** Who speaks in the metadata of every file of ours. */
export const SPEAKERS: readonly string[] = [
  tag('TLCOrganization', { eId: 'proviso', href: '/akn/ontology/organization/proviso', showAs: 'Proviso' }, '/>'),
  tag(
    'TLCRole',
    { eId: 'codeAdministrator', href: '/akn/ontology/role/codeAdministrator', showAs: 'Code Administrator' },
    '/>',
  ),
];
