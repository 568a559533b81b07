/** Words that name no subject: half of all labels carry one. */
const EMPTY =
  /^(?:problem|error|request|issue|or|not|by|and|wrong|missing|order|booking|only|school|service|item|incident|number|day|class|tour|trip|changed)$/

const tellingWords = (key: string): string[] => key.split('_').filter((it) => it.length > 3 && !EMPTY.test(it))

/**
 * Another tenant's label that is ours under a different name (`lost_item` for `lost_property`): they share a telling
 * word, and no second label of ours shares one too.
 */
export const kinOf = (label: string, ours: readonly string[]): string | undefined => {
  const words = new Set(tellingWords(label))
  const kin = ours.filter((it) => tellingWords(it).some((word) => words.has(word)))
  return kin.length === 1 ? kin[0] : undefined
}
