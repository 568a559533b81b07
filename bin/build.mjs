// npm run build: the production build of every page (mini-apps, simulator) into dist/.
import { join } from 'node:path'
import { build } from 'vite'
import { existingPages, markFresh } from './pages.mjs'

process.chdir(join(import.meta.dirname, '..'))
for (const page of existingPages()) {
  await build({ configFile: join(page.root, 'vite.config.ts'), logLevel: 'warn' })
  markFresh(page)
  console.log(`Built ${page.out}`)
}
