/** Pictures, sounds and files that people sent, until they take them back. */
export type Content = { type: string; bytes: Buffer }

export type Contents = ReturnType<typeof makeContents>

export function makeContents() {
  const kept = new Map<string, Content | 'withdrawn'>()
  return {
    keep: (messageId: string, content: Content) => kept.set(messageId, content),
    find: (messageId: string) => kept.get(messageId),
    withdraw(messageId: string) {
      if (kept.has(messageId)) kept.set(messageId, 'withdrawn')
    },
  }
}
