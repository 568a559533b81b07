/** 'Refund me', 'give us our money back': said as an order, a wish all the same. */
const DEMANDS =
  /^(?:(?:just|now|please|pls|so|ok(?:ay)?|then|you|need to|must|have to|better)[\s,.!]*)*(?:refund (?:me|us|it|that|this|everything|the (?:money|deposit|payment))|(?:give|send|pay) (?:me|us)(?: back)? (?:(?:all|my|our|the) )*(?:money|refund|deposit)(?: back)?)(?![\w'])(?! (?:slip|receipt|link|details?|qr|account|number))/i
/** What they will do otherwise asks for nothing, and its day is no day of ours. */
const OR_ELSE =
  /[\s,.;]*(?:\b(?:or(?: else)?|otherwise)[\s,]+(?:i|we)(?:['’](?:ll|m|re)| will| am| are|\b).*|\b(?:or else)\b.*)$/is

/** What a demand for money back comes to in plain words, without the threat behind it; nothing where none is demanded. */
export function moneyDemanded(said: string): string | undefined {
  const demand = said.trim().replace(OR_ELSE, '')
  return DEMANDS.test(demand) ? demand.replace(DEMANDS, 'I want a refund') : undefined
}
