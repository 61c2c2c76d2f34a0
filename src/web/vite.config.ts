/** Builds the browser part into static files under dist/web: hashed names, nothing inline, no outside address. */
import { join } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './compressed.ts';

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: false,
  plugins: [react(), tailwindcss(), compressed()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: ['chrome119', 'edge119', 'firefox128', 'safari17.4'],
    // The content policy allows neither data: addresses for scripts and fonts nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    rollupOptions: {
      input: { index: join(import.meta.dirname, 'index.html'), worker: join(import.meta.dirname, 'offline-worker.ts') },
      // A service worker reaches only what lies below its own address.
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? 'offline-worker.js' : 'assets/[name]-[hash].js'),
      },
    },
    reportCompressedSize: false,
  },
  server: {
    proxy: { '/api': { target: `http://127.0.0.1:${process.env['PORT'] ?? '3000'}` } },
  },
});
