import type { Found } from './scan.ts'

/** Dishes a cooking class may be about. */
const DISHES: [string, RegExp][] = [
  ['sushi', /sushi|ซูชิ|寿司|すし|鮨/g],
  ['ramen', /ramen|ราเมน|ราเมง|ラーメン|拉面|拉麵/g],
  ['wagashi', /wagashi|วากาชิ|和菓子/g],
  ['mochi', /mochi|โมจิ|もち|餅|麻糬/g],
  ['omakase', /omakase|โอมากาเสะ|おまかせ/g],
  ['udon', /udon|อุด้ง|うどん|乌冬/g],
  ['soba', /soba|โซบะ|そば|荞麦/g],
  ['gyoza', /gyoza|เกี๊ยวซ่า|餃子|饺子/g],
  ['bento', /bento|เบนโตะ|弁当|便当/g],
  ['nigiri', /nigiri|นิกิริ|にぎり/g],
  ['kaiseki', /kaiseki|ไคเซกิ|懐石|怀石/g],
  ['tempura', /tempura|เทมปุระ|天ぷら|天妇罗/g],
  ['matcha', /matcha|มัทฉะ|抹茶/g],
  ['izakaya', /izakaya|อิซากายะ|居酒屋/g],
]

/** A class that is held for one party alone has its dish in its name: `Private sushi class`. */
export const privateClass = (text: string, low: string): Found<string> | undefined => {
  for (const [dish, pattern] of DISHES) {
    pattern.lastIndex = 0
    const said = pattern.exec(low)
    if (!said) continue
    const value = `Private ${dish} class`
    return { index: said.index, text: text.slice(said.index, said.index + said[0].length), value }
  }
  return undefined
}
