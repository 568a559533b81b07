import type { Chat } from '../world.ts'

const WINDOW_MS = 24 * 3600_000

/** Until when the business may write freely to this person; undefined when they never wrote. */
export const windowUntil = (chat: Chat): number | undefined =>
  chat.wroteAt === undefined ? undefined : chat.wroteAt + WINDOW_MS

export const isWindowOpen = (chat: Chat, now: number): boolean => now < (windowUntil(chat) ?? 0)
