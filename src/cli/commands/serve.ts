import { done, refuse } from '../../app/operation.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { Command } from '../command.ts';

const DEFAULT_PORT = '3065';

/** `serve`: the site and the API on one address. */
export const serve: Command = {
  path: ['serve'],
  summary: 'Serve the pages and the API; starts the embedded database unless DATABASE_URL names another.',
  positionals: [],
  options: [
    {
      name: 'port',
      value: 'NUMBER',
      repeatable: false,
      description: `Port on this machine (default ${DEFAULT_PORT}; 0: any free one).`,
    },
    { name: 'data', value: 'DIR', repeatable: false, description: 'The data folder (default ./data).' },
    {
      name: 'demo',
      value: null,
      repeatable: false,
      description: 'Load the case SECMP0065 with demonstration accounts and a case clock.',
    },
  ],
  run: async ({ values, switches }, runtime) => {
    const text = values.get('port')?.[0] ?? process.env.PORT ?? DEFAULT_PORT;
    const port = Number(text);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      return refuse(rejection('input-invalid', `--port is "${text}"; expected a number from 0 to 65535`));
    }
    return runtime.serve({ port, data: values.get('data')?.[0] ?? null, demo: switches.has('demo') });
  },
};

/** `version`: of the program. */
export const version: Command = {
  path: ['version'],
  summary: 'Print the version of the program.',
  positionals: [],
  options: [],
  run: async (_given, runtime) =>
    done({ text: `proviso ${runtime.version}`, json: { name: 'proviso', version: runtime.version } }),
};
