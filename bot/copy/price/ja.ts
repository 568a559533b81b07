import type { price as English } from './en.ts'

const each = { all: '', person: 'お一人様につき', guest: 'ゲストお一人様につき' }

export const price: typeof English = {
  more: (it) => `${each[it.per]}${it.sum}増`,
  less: (it) => `${each[it.per]}${it.sum}減`,
  beside: (it) => `${it.when}（${it.difference}）`,
  onDays: (it) => `${it.days}：${it.difference}`,
  differs: (difference) =>
    `料金が変わります（${difference}）。こちらではまだ請求しておらず、精算は担当チームよりご案内いたします。`,
  toSettle: (difference) => `精算が必要な差額：${difference}`,
}
