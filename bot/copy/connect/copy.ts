import type { Language } from '../../../api/tenants/schema.ts'
import { type ConnectCopy, en } from './en.ts'
import { ja } from './ja.ts'
import { th } from './th.ts'

const byLanguage: Record<Language, ConnectCopy> = { th, en, ja }

/** What an admin reads while connecting an account. */
export const connectCopyIn = (language: Language): ConnectCopy => byLanguage[language]
