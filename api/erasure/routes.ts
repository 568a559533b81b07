import { z } from 'zod'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { eraseCustomer } from './commands/erase-customer.ts'

export const erasureRoutes: Endpoint[] = [
  endpoint('POST /v1/contacts/:contactId/erase', {
    tag: 'contacts',
    access: 'staff',
    summary: 'Erase who a customer is and all they said',
    description:
      'For admins and managers; it cannot be undone. Words, files, names and numbers go, everywhere; cases and bookings stay without them, and timelines hold none. What lies on LINE’s and WhatsApp’s own servers and phones is not ours to erase.',
    params: z.object({ contactId: z.uuid() }),
    answer: z.object({ erased: z.boolean().meta({ description: 'False when it was done before' }) }),
    handle: async (ctx, { params }) => ({ erased: await eraseCustomer(ctx, params) }),
  }),
]
