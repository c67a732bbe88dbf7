// A thread of its own for one long calculation: a new thread knows no TypeScript, so tsx is registered first.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { run } = await import(workerData.module);
parentPort?.postMessage(await run(workerData.input));
