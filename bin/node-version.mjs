// Nothing newer than Node 14 may stand here or be imported before it: an old Node must get as far as the sentence.

/** End at once, with one line, on a Node that cannot run Bellhop. */
export function mustBeRecentNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Bellhop needs Node 20.19 or newer, and this is ${process.versions.node}: see https://nodejs.org`)
  process.exit(1)
}
