// All rules in one table; of two equally long findings the earlier rule names the secret, so what providers issue
// comes first, and a name with a value, which nearly everything has, comes late.
import type { Rule } from './rule.ts';
import { ADDRESS_RULES } from './rules/addresses.ts';
import { ASSIGNMENT_RULES } from './rules/assignments.ts';
import { CLOUD_RULES } from './rules/clouds.ts';
import { COMMAND_RULES } from './rules/commands.ts';
import { DEVELOPER_TOOL_RULES } from './rules/developer-tools.ts';
import { HEADER_RULES } from './rules/headers.ts';
import { PRIVATE_KEY_RULES } from './rules/private-keys.ts';
import { SERVICE_RULES } from './rules/services.ts';
import { STORE_RULES } from './rules/stores.ts';
import { WORD_RULES } from './rules/words.ts';

export const RULES: readonly Rule[] = [
  ...PRIVATE_KEY_RULES,
  ...CLOUD_RULES,
  ...DEVELOPER_TOOL_RULES,
  ...SERVICE_RULES,
  ...HEADER_RULES,
  ...ADDRESS_RULES,
  ...STORE_RULES,
  ...COMMAND_RULES,
  ...ASSIGNMENT_RULES,
  ...WORD_RULES,
];
