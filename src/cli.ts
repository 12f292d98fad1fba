// The first file of the process, and the only one that Node compiles anew each time: what is loaded after it comes from a cache.
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { run } = await import('./service/commands/program.ts');
await run();
