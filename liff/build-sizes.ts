import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

type Chunk = { file: string; isEntry?: boolean; imports?: string[]; css?: string[] }

/** What a phone loads before it can show a page, in bytes after gzip; what is loaded only on demand does not count. */
export function pageSizes(dist: string): { page: string; script: number; style: number }[] {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
  return Object.entries(manifest)
    .filter(([, chunk]) => chunk.isEntry)
    .map(([page, entry]) => {
      const chunks = [...withImports(manifest, entry, new Set())]
      const styles = new Set(chunks.flatMap((chunk) => chunk.css ?? []))
      return {
        page: page.replace(/\/?index\.html$/, '') || 'door',
        script: sum(chunks.map((chunk) => zipped(join(dist, chunk.file)))),
        style: sum([...styles].map((file) => zipped(join(dist, file)))),
      }
    })
}

function withImports(manifest: Record<string, Chunk>, chunk: Chunk, seen: Set<Chunk>): Set<Chunk> {
  if (seen.has(chunk)) return seen
  seen.add(chunk)
  for (const name of chunk.imports ?? []) {
    const next = manifest[name]
    if (next) withImports(manifest, next, seen)
  }
  return seen
}

const zipped = (path: string) => gzipSync(readFileSync(path)).length
const sum = (sizes: number[]) => sizes.reduce((all, size) => all + size, 0)

/** Says after a build what each page weighs. */
export function printSizes(): Plugin {
  let dist = ''
  return {
    name: 'print-sizes',
    configResolved(config) {
      dist = config.build.outDir
    },
    closeBundle() {
      for (const { page, script, style } of pageSizes(dist)) {
        console.log(`  ${page.padEnd(6)} script ${inKB(script)} KB, style ${inKB(style)} KB (gzip)`)
      }
    },
  }
}

const inKB = (bytes: number) => (bytes / 1024).toFixed(1)
