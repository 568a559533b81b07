const THAI_ZERO = 0x0e50
const WIDE_FIRST = 0xff01

const plainChar = (char: string): string => {
  const code = char.charCodeAt(0)
  if (code >= THAI_ZERO && code <= THAI_ZERO + 9) return String(code - THAI_ZERO)
  if (code >= WIDE_FIRST && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  return char === '’' || char === '‘' ? "'" : char === '–' || char === '—' || char === '〜' || char === '～' ? '-' : ' '
}

/** Thai and full-width digits as ASCII, lower case, plain dashes. Same length as the message, so every span still points into it. */
export const plain = (text: string): string => {
  const mapped = text.replace(/[๐-๙！-～‘’–—〜　]/g, plainChar)
  const lower = mapped.toLowerCase()
  return lower.length === text.length ? lower : mapped.replace(/[A-Z]/g, (c) => c.toLowerCase())
}
