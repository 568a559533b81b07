import type { FilesSummary } from '../../api/files/queries.ts'
import { signLink } from '../../api/links.ts'
import type { Act, Card } from '../../api/outbox/schema.ts'
import type { Copy } from '../copy/copy.ts'
import { open } from '../messages.ts'
import type { Reader } from './cards.ts'

type Of = { kind: 'case_files' | 'booking_files' | 'chat_files'; id: string }

/** As long as a card in the group is still looked at; a newer card has a newer link. */
const CARD_LINK_MS = 7 * 86_400_000

/** What a card says of what the customer sent: how many, the newest picture where the platform may fetch it, and the way to all of them. */
export function cardFiles(
  of: Of,
  files: Pick<FilesSummary, 'images' | 'others'> & { picture?: string | null },
  reader: Reader,
  copy: Copy,
) {
  const some = files.images + files.others > 0
  const facts: Card['facts'] = some ? [{ label: copy.staff.files, value: copy.staff.fileCount(files) }] : []
  const acts: Act[] = some ? [open(copy.staff.seeFiles, galleryUrl(of, reader))] : []
  // LINE fetches a card's picture itself, and only over https
  const shown =
    files.picture && reader.publicUrl.startsWith('https://') ? { picture: pictureUrl(files.picture, reader) } : {}
  return { facts, acts, shown }
}

const galleryUrl = (of: Of, reader: Reader): string =>
  `${reader.publicUrl}/pictures/${signLink({ kind: of.kind, tenantId: reader.tenant.id, subjectId: of.id, expiresAt: later(reader) })}`

const pictureUrl = (fileId: string, reader: Reader): string =>
  `${reader.publicUrl}/files/${signLink({ kind: 'file', tenantId: reader.tenant.id, subjectId: fileId, expiresAt: later(reader) })}`

const later = (reader: Reader): Date => new Date(reader.now.getTime() + CARD_LINK_MS)
