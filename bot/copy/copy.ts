import type { Language } from '../../api/tenants/schema.ts'
import { type Copy, en } from './en.ts'
import { ja } from './ja.ts'
import { th } from './th.ts'

export type { Copy }

const byLanguage: Record<Language, Copy> = { th, en, ja }

export const copyIn = (language: Language): Copy => byLanguage[language]
