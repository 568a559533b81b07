import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const require = createRequire(import.meta.url)
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A Chromium that needs nothing installed: the one packed in npm, or else the machine's own. */
export async function launchChromium(): Promise<Browser> {
  try {
    const home = unpackedChromium()
    const env = { ...process.env, LD_LIBRARY_PATH: join(home, 'al2023/lib'), FONTCONFIG_FILE: fontsFor(home) }
    return await chromium.launch({ executablePath: join(home, 'chromium'), args, env })
  } catch (trouble) {
    const executablePath = installed.find((path) => existsSync(path))
    if (!executablePath) throw trouble
    return chromium.launch({ executablePath, args })
  }
}

/** The packed settings name folders of Lambda: without ours Chromium finds no font and draws nothing. */
function fontsFor(home: string): string {
  const file = join(home, 'desk-fonts.conf')
  const settings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${home}/fonts/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
</fontconfig>
`
  if (!existsSync(file) || readFileSync(file, 'utf8') !== settings) writeFileSync(file, settings)
  return file
}

/** Unpacked once for all runs; the folder appears whole, so a run that was killed leaves no half browser. */
function unpackedChromium(): string {
  const packed = dirname(dirname(require.resolve('@sparticuz/chromium')))
  const { version }: { version: string } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'))
  const cache = join(packed, '../../.cache')
  const home = join(cache, `bellhop-chromium-${version}`)
  if (existsSync(home)) return home
  mkdirSync(cache, { recursive: true })
  const draft = mkdtempSync(`${home}-`)
  unpackInto(draft)
  try {
    renameSync(draft, home)
  } catch {
    rmSync(draft, { recursive: true, force: true })
  }
  return home
}

/**
 * The package decides by its environment, at import, where to unpack and whether the system's libraries must come too: a
 * process of its own keeps that environment out of ours.
 */
function unpackInto(folder: string) {
  const script = `import packed from '@sparticuz/chromium'; await packed.executablePath()`
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  })
}
