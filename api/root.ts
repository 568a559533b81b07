import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The project's folder, whether this runs from its sources or from dist/server. */
export const root = folderWithPackage(import.meta.dirname)

function folderWithPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const above = dirname(folder)
  if (above === folder) throw new Error('No package.json above the server’s code')
  return folderWithPackage(above)
}
