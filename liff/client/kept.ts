export type Kept = { read: () => string | null; write: (value: string) => void; forget: () => void }

/** A word kept in the browser's storage, which may be full or forbidden: then nothing is kept, and nothing breaks. */
export function kept(key: string, where: 'tab' | 'phone' = 'tab'): Kept {
  const name = `bellhop.${key}`
  const storage = () => (where === 'tab' ? sessionStorage : localStorage)
  return {
    read: () => quietly(() => storage().getItem(name)) ?? null,
    write: (value) => quietly(() => storage().setItem(name, value)),
    forget: () => quietly(() => storage().removeItem(name)),
  }
}

function quietly<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
