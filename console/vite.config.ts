import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { ariaTexts } from './build/aria-texts.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The staff console, built into the folder from which the server serves `/konsol/`. */
export default defineConfig({
  root: here('.'),
  base: '/konsol/',
  publicDir: false,
  plugins: [react(), ariaTexts()],
  build: {
    outDir: here('../dist/console'),
    emptyOutDir: true,
    target: 'es2022',
    // The content policy allows no data: addresses.
    assetsInlineLimit: 0,
  },
});
