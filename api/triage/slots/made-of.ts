/**
 * A text that is nothing but such words, one after the other. Said as a regular expression, ^(?:a|b|…)*$, every division of what can be divided
 * in many ways is tried when the end does not fit: forty figures or twenty times "ok" would hold up everybody for hours. Here each place is looked
 * at once.
 */
export function madeOf(source: string, flags = '') {
  const any = new RegExp(`(?:${source})`, `${flags}y`)
  const each = alternativesOf(source).map((it) => new RegExp(it, `${flags}y`))

  /** Where one of them that begins here may end. */
  function ends(text: string, at: number): number[] {
    any.lastIndex = at
    if (!any.test(text)) return []
    return each.flatMap((it) => {
      it.lastIndex = at
      return it.test(text) && it.lastIndex > at ? [it.lastIndex] : []
    })
  }

  return {
    ends,
    /** Everywhere that none, one or many of them lead to. */
    reach(text: string, from: Iterable<number>): Set<number> {
      const reached = new Set(from)
      for (const at of reached) for (const end of ends(text, at)) reached.add(end)
      return reached
    },
  }
}

/** The parts between the strokes that stand in no brackets. */
function alternativesOf(source: string): string[] {
  const parts = ['']
  let depth = 0
  let inClass = false
  for (const [piece] of source.matchAll(/\\.|[^\\]/gsu)) {
    if (inClass) inClass = piece !== ']'
    else if (piece === '[') inClass = true
    else if (piece === '(') depth += 1
    else if (piece === ')') depth -= 1
    if (piece === '|' && depth === 0 && !inClass) parts.push('')
    else parts.push(`${parts.pop() ?? ''}${piece}`)
  }
  return parts
}
