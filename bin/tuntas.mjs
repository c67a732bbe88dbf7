#!/usr/bin/env node
// `npx tuntas <verb>`: the sources are TypeScript and run as they are, so tsx is registered first.
import { register } from 'tsx/esm/api';

register();
await import(new URL('../src/main/cli.ts', import.meta.url).href);
