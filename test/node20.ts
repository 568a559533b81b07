// Vitest 5 speaks of Node 22: on Node 20 every failing run would end in "Map.groupBy is not a function" and show no diff.

function groupBy<K, V>(items: Iterable<V>, keyOf: (item: V, index: number) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>()
  let index = 0
  for (const item of items) {
    const key = keyOf(item, index++)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

function withResolvers() {
  const settle: { resolve?: (value: unknown) => void; reject?: (why: unknown) => void } = {}
  const promise = new Promise((resolve, reject) => Object.assign(settle, { resolve, reject }))
  return { promise, ...settle }
}

if (!('groupBy' in Map)) Object.assign(Map, { groupBy })
if (!('withResolvers' in Promise)) Object.assign(Promise, { withResolvers })
