// npm test
import { mustBeRecentNode } from './node-version.mjs'

mustBeRecentNode()
await import('./check.mjs')
