import type { Ports } from '../app/ports.ts';
import { walk } from '../core/code/tree.ts';
import type { Runtime } from './command.ts';

const MEGABYTE = 1024 * 1024;

/** The ports, with each tenth of a file that is being read told, and what came of it. */
export function tellingOf(ports: Ports, { progress }: Runtime): Ports {
  const { documents } = ports;
  return {
    ...ports,
    documents: {
      ...documents,
      read: async (bytes, options) => {
        let told = 0;
        const tell = (done: number, of: number): void => {
          const tenth = Math.floor((done * 10) / of);
          if (tenth > told && tenth < 10) progress(`${sizeOf(done)} of ${sizeOf(of)} read`);
          told = Math.max(told, tenth);
        };
        const read = await documents.read(bytes, { ...options, progress: tell });
        if (read.ok) progress(`${walk(read.value).length} provisions read; holding them against what is in force`);
        return read;
      },
    },
  };
}

/** `12 KB`, `4.8 MB`. */
export function sizeOf(bytes: number): string {
  const megabytes = bytes / MEGABYTE;
  if (megabytes < 1) return `${Math.ceil(bytes / 1024)} KB`;
  return `${megabytes.toFixed(megabytes < 10 ? 1 : 0)} MB`;
}
