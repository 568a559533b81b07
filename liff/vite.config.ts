import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { printSizes } from './build-sizes.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig(({ command }) => ({
  root: here('.'),
  base: '/liff/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // Whatever NODE_ENV a build runs under (npm test sets its own), the stand-in for LINE stays out of it.
  define: { 'import.meta.env.DEV': JSON.stringify(command === 'serve') },
  plugins: [printSizes()],
  build: {
    target: 'es2022',
    // The phones' in-app browsers are older than the desks': light-dark() is written out for them.
    cssTarget: ['chrome107', 'safari16'],
    outDir: here('../dist/liff'),
    emptyOutDir: true,
    manifest: true,
    // The page's policy allows no data: fonts, and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        door: here('index.html'),
        track: here('track/index.html'),
        book: here('book/index.html'),
        today: here('today/index.html'),
      },
    },
  },
}))
