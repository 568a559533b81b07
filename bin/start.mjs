// npm start
import { mustBeRecentNode } from './node-version.mjs'

mustBeRecentNode()
await import('./launch.mjs')
