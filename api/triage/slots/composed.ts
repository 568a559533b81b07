/**
 * Full-width letters and half-width kana as most people write them (NFKC), and Thai's ำ in one piece: NFKC takes it apart, and no word that is looked for
 * with one (น้ำ, ทำ, ซ้ำ) would ever be found.
 */
export const composed = (said: string): string => said.normalize('NFKC').replace(AM, '$1ำ')
const AM = /\u0e4d([\u0e48-\u0e4b]?)\u0e32/g
