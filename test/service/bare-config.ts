// What a test starts the service with where nothing is configured: no channel named, no entries beside the built-in ones, any port.
import { THRESHOLDS } from '../../src/matching/decide.ts';

export const BARE_CONFIG = {
  channels: {},
  thresholds: THRESHOLDS,
  knowledge: [],
  host: '127.0.0.1',
  port: 0,
};
