import type { Sender } from '../cast.ts'
import { isFields } from '../line/shape.ts'
import type { World } from '../world.ts'
import { type Answer, created, gone, ok, refused } from './answer.ts'
import { canBeApproved, type ContentTypes, richestOf, whatIsWrong } from './content-limits.ts'
import { newSid } from './sids.ts'
import { placeholdersIn, readVariables, type Variables, whyNotApproved } from './variables.ts'

export type ApprovalStatus = 'unsubmitted' | 'pending' | 'approved' | 'rejected' | 'paused' | 'disabled'

type Approval = { name: string; category: string; status: ApprovalStatus; reason: string; at: number }

export type Content = {
  sid: string
  accountSid: string
  friendlyName: string | null
  language: string
  variables: Variables
  types: ContentTypes
  at: number
  approval?: Approval
}

export type Templates = ReturnType<typeof makeTemplates>

/** Meta takes minutes; here it takes one minute of the desk's clock. */
const APPROVED_AFTER_MS = 60_000
const CATEGORIES = ['UTILITY', 'MARKETING', 'AUTHENTICATION']

const bad = (why: string) => refused(20001, why)

/** Twilio's Content API: stored texts, buttons and lists, and what Meta says of them as templates. */
export function makeTemplates(world: World) {
  const contents = new Map<string, Content>()

  function create(sender: Sender, body: unknown): Answer {
    if (!isFields(body)) return bad('The request body could not be parsed as JSON')
    const strange = Object.keys(body).find(
      (field) => !['friendly_name', 'language', 'variables', 'types'].includes(field),
    )
    if (strange) return bad(`${strange} is not a known field`)
    if (typeof body.language !== 'string' || !/^[a-z]{2}([_-]\w+)?$/.test(body.language))
      return bad('language is required')
    const wrong = whatIsWrong(body.types)
    if (wrong) return bad(wrong)
    const variables = readVariables(JSON.stringify(body.variables ?? {}))
    if (!variables) return bad('variables must be texts that are not empty, by names of up to 16 characters')
    if (placeholdersIn(body.types).includes('')) return refused(21656)
    const content: Content = {
      sid: newSid('HX', world.randomBytes),
      accountSid: sender.accountSid,
      friendlyName: typeof body.friendly_name === 'string' ? body.friendly_name : null,
      language: body.language,
      variables,
      types: body.types as ContentTypes,
      at: world.clock(),
    }
    contents.set(content.sid, content)
    return created(view(content))
  }

  function view(content: Content) {
    const at = new Date(content.at).toISOString()
    const url = `https://content.twilio.com/v1/Content/${content.sid}`
    return {
      sid: content.sid,
      account_sid: content.accountSid,
      friendly_name: content.friendlyName,
      language: content.language,
      variables: content.variables,
      types: content.types,
      date_created: at,
      date_updated: at,
      url,
      links: { approval_create: `${url}/ApprovalRequests/whatsapp`, approval_fetch: `${url}/ApprovalRequests` },
    }
  }

  /** A Content of this account, with the approval as it stands at this time. */
  function find(accountSid: string, sid: string): Content | undefined {
    const content = contents.get(sid)
    if (content?.accountSid !== accountSid) return undefined
    const { approval } = content
    if (approval?.status === 'pending' && world.clock() - approval.at >= APPROVED_AFTER_MS) approval.status = 'approved'
    return content
  }

  const of = (accountSid: string): Content[] =>
    [...contents.keys()].flatMap((sid) => find(accountSid, sid) ?? []).toReversed()

  function askApproval(sender: Sender, sid: string, body: unknown): Answer {
    const content = find(sender.accountSid, sid)
    if (!content) return refused(20404)
    const { name, category } = isFields(body) ? body : {}
    if (typeof name !== 'string' || !/^[a-z0-9_]{1,512}$/.test(name))
      return bad('name: small letters, digits and _ only')
    if (typeof category !== 'string' || !CATEGORIES.includes(category))
      return bad(`category must be one of ${CATEGORIES.join(', ')}`)
    if (!canBeApproved(content.types)) return bad(`${richestOf(content.types).type} cannot be approved`)
    const isTaken = of(sender.accountSid).some((it) => it !== content && it.approval?.name === name)
    if (isTaken) return bad('A template of this name is there already')
    const { body: words } = richestOf(content.types).content
    const reason = typeof words === 'string' ? whyNotApproved(words) : undefined
    content.approval = {
      name,
      category,
      status: reason ? 'rejected' : 'pending',
      reason: reason ?? '',
      at: world.clock(),
    }
    return created({ ...approvalView(content), content_type: richestOf(content.types).type })
  }

  function approvalView({ approval, types }: Content) {
    return {
      type: 'whatsapp',
      name: approval?.name ?? '',
      category: approval?.category ?? '',
      content_type: richestOf(types).type,
      status: approval?.status ?? 'unsubmitted',
      rejection_reason: approval?.reason ?? '',
      allow_category_change: true,
    }
  }

  function approvals(sender: Sender, sid: string): Answer {
    const content = find(sender.accountSid, sid)
    if (!content) return refused(20404)
    const url = `https://content.twilio.com/v1/Content/${sid}/ApprovalRequests`
    return ok({ sid, account_sid: sender.accountSid, whatsapp: approvalView(content), url })
  }

  const page = (rows: unknown[], key: 'contents' = 'contents'): Answer =>
    ok({ [key]: rows, meta: { page: 0, page_size: Math.max(rows.length, 50), next_page_url: null, key } })

  return {
    create,
    find,
    askApproval,
    approvals,
    fetch(sender: Sender, sid: string): Answer {
      const content = find(sender.accountSid, sid)
      return content ? ok(view(content)) : refused(20404)
    },
    remove(sender: Sender, sid: string): Answer {
      if (!find(sender.accountSid, sid)) return refused(20404)
      contents.delete(sid)
      return gone()
    },
    list: (sender: Sender): Answer => page(of(sender.accountSid).map(view)),
    listWithApprovals: (sender: Sender): Answer =>
      page(of(sender.accountSid).map((content) => ({ ...view(content), approval_requests: approvalView(content) }))),
    /** Every Content of this account, newest first. */
    of,
    /** Meta's word on a template, whenever the test wants it. */
    decide: (sid: string, status: ApprovalStatus, reason = '') => {
      const content = contents.get(sid)
      if (!content) throw new Error(`No Content ${sid}`)
      content.approval = {
        name: content.approval?.name ?? sid.toLowerCase(),
        category: content.approval?.category ?? 'UTILITY',
        status,
        reason,
        at: world.clock(),
      }
    },
  }
}
