// npm run build [-- server|pages]: every page (mini-apps, simulator) and the server, for production, into dist/.
import { join } from 'node:path'
import { existingPages, markFresh } from './pages.mjs'
import { compileServer } from './server-code.mjs'

process.chdir(join(import.meta.dirname, '..'))
const [part] = process.argv.slice(2)
if (part !== 'server') {
  const { build } = await import('vite')
  for (const page of existingPages()) {
    await build({ configFile: join(page.root, 'vite.config.ts'), logLevel: 'warn' })
    markFresh(page)
    console.log(`Built ${page.out}`)
  }
}
if (part !== 'pages') {
  await compileServer()
  console.log('Built dist/server')
}
