import { expect, test } from 'vitest'
import { withJsNames } from './server-code.mjs'

test.each([
  [`import { a } from "./a.ts";`, `import { a } from "./a.js";`],
  [`import "../b.ts";`, `import "../b.js";`],
  [`export * from "./c/d.ts"`, `export * from "./c/d.js"`],
  [`await import("./e.ts")`, `await import("./e.js")`],
  [`new Worker(new URL("./f.ts", import.meta.url))`, `new Worker(new URL("./f.js", import.meta.url))`],
  [`import knex from "knex"; say("see a.ts")`, `import knex from "knex"; say("see a.ts")`],
  [`const name = "./g.ts"`, `const name = "./g.ts"`],
])('%s', (source, compiled) => expect(withJsNames(source)).toBe(compiled))
