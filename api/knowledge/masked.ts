import { mask } from '../llm/masking.ts'

/** Stands for what was left out, here as in what people take back. */
const GONE = '…'

/** 'user tukta_shop', 'ยูส tukta_shop' */
const NAMED_ACCOUNT = /((?:\buser(?: ?name)?|\blogin|ยูส(?:เซอร์)?(?:เนม)?|ไอดี|ユーザー名)\s*[:=]?\s*)([\w.@-]{3,})/gi
const ACCOUNT = /(?<![\w])[a-z\d]+(?:_[a-z\d]+)+(?![\w])/gi

/** A text that others will read, without what tells whose it was: all that no model may read either, and account names. */
export const masked = (text: string, names: (string | null | undefined)[] = []): string =>
  mask(text, { names: names.flatMap((name) => name ?? []) })
    .text.replace(/\[[A-Z]+_\d+\]/g, GONE)
    .replace(NAMED_ACCOUNT, `$1${GONE}`)
    .replace(ACCOUNT, GONE)
