// Every rule's examples, in one list.
import type { Example } from './example.ts';
import { ADDRESSES } from './examples/addresses.ts';
import { ASSIGNMENTS } from './examples/assignments.ts';
import { CLOUDS } from './examples/clouds.ts';
import { COMMANDS } from './examples/commands.ts';
import { DEVELOPER_TOOLS } from './examples/developer-tools.ts';
import { HEADERS } from './examples/headers.ts';
import { PRIVATE_KEYS } from './examples/private-keys.ts';
import { SERVICES } from './examples/services.ts';
import { STORES } from './examples/stores.ts';
import { WORDS } from './examples/words.ts';

export const EXAMPLES: readonly Example[] = [
  ...PRIVATE_KEYS,
  ...CLOUDS,
  ...DEVELOPER_TOOLS,
  ...SERVICES,
  ...HEADERS,
  ...ADDRESSES,
  ...STORES,
  ...ASSIGNMENTS,
  ...COMMANDS,
  ...WORDS,
];
