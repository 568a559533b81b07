import { createHash } from 'node:crypto'
import { z } from 'zod'
import { bookingById } from '../../api/bookings/queries/booking-in-full.ts'
import { caseById } from '../../api/cases/queries/cases-of-contact.ts'
import { type Ctx, inTenant, system } from '../../api/context.ts'
import { filesShown } from '../../api/files/queries.ts'
import type { FilesOf } from '../../api/files/schema.ts'
import { type Endpoint, endpoint } from '../../api/http/endpoint.ts'
import { languageAsked } from '../../api/http/sorry-page.ts'
import { type Link, readLink } from '../../api/links.ts'
import { tenantById } from '../../api/tenants/queries.ts'
import { copyIn } from '../copy/copy.ts'
import { galleryPage, STYLE } from './page.ts'

const POLICY = [
  "default-src 'none'",
  "img-src 'self'",
  "media-src 'self'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Where a card's button leads: what the customer sent, for the eyes of the group, without a login and without a script. */
export const galleryRoutes: Endpoint[] = [
  endpoint('GET /pictures/:token', {
    summary: 'What a customer sent for a case, a booking or in a chat, as a page',
    description: 'Opened from a card in the staff group. The link is signed and lives for a week.',
    tag: 'pages',
    access: 'public',
    params: z.object({ token: z.string().max(200) }),
    contentType: 'text/html',
    also: { 404: 'The link is wrong or too old: the page says so' },
    serve: async ({ http }, { params }) => {
      const shown = await shownBy(readLink(params.token))
      http.status = shown ? 200 : 404
      http.set('content-security-policy', POLICY)
      http.set('cache-control', 'private, no-store')
      http.set('x-robots-tag', 'noindex')
      http.type = 'text/html; charset=utf-8'
      http.body = galleryPage(shown ?? { language: languageAsked(http), title: undefined, files: [], zone: 'UTC' })
      return undefined
    },
  }),
]

async function shownBy(link: Link | undefined) {
  if (!link || !ofLink(link)) return undefined
  const tenant = await tenantById(link.tenantId)
  return inTenant(link.tenantId, system, async (ctx) => {
    const of = ofLink(link)
    if (!of || !link.expiresAt || link.expiresAt <= ctx.now) return undefined
    const files = await filesShown(ctx, of)
    return { language: tenant.language, title: await titleOf(ctx, of, tenant.language), files, zone: tenant.zone }
  })
}

function ofLink({ kind, subjectId }: Link): FilesOf | undefined {
  if (kind === 'case_files') return { caseId: subjectId }
  if (kind === 'booking_files') return { bookingId: subjectId }
  if (kind === 'chat_files') return { conversationId: subjectId }
  return undefined
}

async function titleOf(ctx: Ctx, of: FilesOf, language: 'th' | 'en' | 'ja'): Promise<string> {
  const { gallery } = copyIn(language)
  const record =
    'caseId' in of
      ? await caseById(ctx, of.caseId)
      : 'bookingId' in of
        ? await bookingById(ctx, of.bookingId)
        : undefined
  return record ? gallery.title(record.reference) : gallery.chat
}
