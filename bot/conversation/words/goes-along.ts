const LINK =
  /https?:\/\/\S+|(?<![\w@./-])(?:[a-z\d-]+\.)+(?:com|net|org|co|io|me|ly|tv|app|link|page|shop|asia|example)\/[\w.@/?=&%-]+|(?<![\w@.])@[a-z\d][\w.]{2,40}/gi
/** 'TG917', 'flight SQ 708', 'JL31便'. */
const FLIGHT = /(?<![A-Za-z\d])(?:[A-Z]{2}|[A-Z]\d|\d[A-Z])\s?\d{2,4}(?![A-Za-z\d:]|[.,]\d|\s?(?:฿|baht|thb|บาท))/g
const LUGGAGE =
  /(?:(?:\d{1,2}|a|an|one|two|three|four|five|six|some)\s+)?(?:x\s*)?(?:(?:big|large|small|golf|carry-?on|check-?in|checked|heavy)\s+)*(?:suitcases?|luggage|(?<=\d\s?)bags?|golf (?:bags?|clubs?)|strollers?|wheelchairs?)(?![a-z])|(?:กระเป๋า(?:เดินทาง|ใบใหญ่|กอล์ฟ|ใหญ่|เล็ก)*|ถุงกอล์ฟ|รถเข็นเด็ก)\s*(?:[\d๑-๙]{1,2}\s*(?:ใบ|ถุง|คัน))?|(?:スーツケース|荷物|ゴルフバッグ|ベビーカー)(?:[がを]?\s*(?:\d{1,2}|[一二三四五六])\s*(?:個|つ|台))?|(?:(?:\d{1,2}|[一二两三四五六])[件个個只])?(?:行李箱?|高尔夫球包)/gi
const FOOD =
  /(?<![a-z])(?:omakase|sushi|sashimi|ramen|yakiniku|teppanyaki|kaiseki|izakaya|steak ?house|steaks?|french|italian|chinese|japanese|korean|indian|thai|spanish|mexican|mediterranean|seafood|barbecue|bbq|grill|brunch|buffet|tasting menu|fine dining|rooftop|michelin|dim sum|hot ?pot)(?: (?:food|cuisine|restaurant|menu|bar|place))?(?![a-z])|โอมากาเสะ|ซูชิ|ซาชิมิ|ราเมน|ยากินิกุ|เทปันยากิ|สเต[็]?[กค]|อาหาร(?:ฝรั่งเศส|อิตาเลียน|อิตาลี|จีน|ญี่ปุ่น|เกาหลี|อินเดีย|ทะเล|ไทย)|ซีฟู้ด|บุฟเฟ่?ต์|ปิ้งย่าง|รูฟท็อป|ชาบู|ติ่มซำ|おまかせ|お?寿司|鮨|刺身|ラーメン|焼肉|鉄板焼き?|懐石|居酒屋|ステーキ|フレンチ|フランス料理|イタリアン|中華(?:料理)?|和食|韓国料理|インド料理|タイ料理|シーフード|海鮮|ビュッフェ|ルーフトップ|牛排|寿司|日料|法餐|海鲜|火锅/gi

const MOST = 8

/** What a link, a flight, a dish and a bag are to a request: no slot holds them, and whoever looks after it must know. */
export function goesAlong(said: string, about: { ride: boolean; meal: boolean }): string[] {
  const found = [LINK, ...(about.ride ? [FLIGHT, LUGGAGE] : []), ...(about.meal ? [FOOD] : [])].flatMap((pattern) =>
    [...said.matchAll(pattern)].map(([it]) => it.trim()),
  )
  return [...new Set(found)].filter((it) => it.length > 1).slice(0, MOST)
}
