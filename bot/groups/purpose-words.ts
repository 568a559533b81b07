import type { GroupPurpose } from '../../api/conversations/schema.ts'
import type { Copy } from '../copy/copy.ts'

/** What the group hears when it was said what it is for. */
export function purposeWords(purpose: GroupPurpose, owner: string | null, copy: Copy): string {
  if (purpose === 'partner') return copy.group.partnerOf(owner ?? '')
  return purpose === 'vip' && owner ? copy.group.vipOf(owner) : copy.staff.purposeSet[purpose]
}
