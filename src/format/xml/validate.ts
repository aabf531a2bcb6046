import { readFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlLibError,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import type { FileResult } from '../../app/ports.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { decodeXml, parseXml, refused } from './parse.ts';
import type { XmlElement } from './scan.ts';

/** A schema made ready; it holds memory of its own until it is disposed of. */
export interface Schema {
  /** Refuses a file that the schema does not allow, with the first place. */
  readonly validate: (bytes: Uint8Array, fileName: string) => FileResult<null>;
  readonly dispose: () => void;
}

const XSD = 'http://www.w3.org/2001/XMLSchema';

/**
 * Reads a W3C XML Schema from a file, with those that it includes or imports from its own folder or below. Nothing else
 * is read and nothing is fetched. Refuses what is not a schema.
 */
export async function openSchema(file: string): Promise<FileResult<Schema>> {
  const sources = new Map<string, Uint8Array>();
  const gathered = await gather(resolve(file), dirname(resolve(file)), sources);
  if (!gathered.ok) return gathered;
  const root = sources.get(resolve(file)) as Uint8Array;
  xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(sources)));
  let document: XmlDocument | null = null;
  try {
    document = XmlDocument.fromBuffer(root, { url: resolve(file) });
    const validator = XsdValidator.fromDoc(document);
    return {
      ok: true,
      value: { validate: (bytes, name) => validate(validator, bytes, name), dispose: () => validator.dispose() },
    };
  } catch (fault) {
    if (fault instanceof XmlLibError) return refused(file, fault, 'The file is not a schema that can be used');
    throw fault;
  } finally {
    document?.dispose();
    xmlCleanupInputProvider();
  }
}

function validate(validator: XsdValidator, bytes: Uint8Array, fileName: string): FileResult<null> {
  const decoded = decodeXml(bytes, fileName);
  if (!decoded.ok) return decoded;
  let document: XmlDocument | null = null;
  try {
    document = XmlDocument.fromBuffer(decoded.value.utf8);
    validator.validate(document);
    return { ok: true, value: null };
  } catch (fault) {
    if (fault instanceof XmlLibError) return refused(fileName, fault, 'The file does not satisfy the schema');
    throw fault;
  } finally {
    document?.dispose();
  }
}

/** Reads a schema and what it names into `sources`, by path. */
async function gather(file: string, folder: string, sources: Map<string, Uint8Array>): Promise<FileResult<null>> {
  if (sources.has(file) || !file.startsWith(folder + sep)) return { ok: true, value: null };
  const bytes = await readFile(file).catch((fault: Error) => fault);
  if (bytes instanceof Error) {
    return {
      ok: false,
      rejection: rejection('input-invalid', `The schema cannot be read: ${bytes.message}.`, { place: { file } }),
    };
  }
  sources.set(file, bytes);
  const parsed = parseXml(bytes, file);
  if (!parsed.ok) return parsed;
  for (const location of locationsOf(parsed.value.root)) {
    const next = await gather(resolve(dirname(file), location), folder, sources);
    if (!next.ok) return next;
  }
  return { ok: true, value: null };
}

function locationsOf(root: XmlElement): readonly string[] {
  return root.content.flatMap((part) => {
    if (typeof part === 'string' || part.uri !== XSD || !/^(import|include|redefine)$/.test(part.local)) return [];
    return part.attributes.get('schemaLocation') ?? [];
  });
}
