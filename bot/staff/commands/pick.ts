export type Option = { key: string; names: string[] }

const plain = (said: string): string => said.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** Which of some things a name means: the very name, else how names begin, else what they hold. */
export function pick<O extends Option>(options: O[], said: string): O[] {
  const wanted = plain(said)
  if (!wanted) return []
  const matching = (fits: (name: string) => boolean) =>
    options.filter((option) => [option.key, ...option.names].some((name) => fits(plain(name))))
  for (const fits of [
    (name: string) => name === wanted,
    (name: string) => name.startsWith(wanted),
    (name: string) => name.includes(wanted),
  ]) {
    const found = matching(fits)
    if (found.length > 0) return found
  }
  return []
}
