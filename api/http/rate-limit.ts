import { isIPv6 } from 'node:net'
import type { Clock } from '../clock.ts'
import { Turned } from './problem.ts'

export type Rate = { burst: number; perSecond: number }
export type Rates = Record<'public' | 'signIn' | 'wrongKey' | 'apiKey' | 'person', Rate>

/** Per caller and process. A person never notices; a script in a loop does. */
export const usualRates: Rates = {
  public: { burst: 60, perSecond: 2 },
  signIn: { burst: 20, perSecond: 0.5 },
  // a key is 256 random bits: this spares the database, and a program with an old key still learns why at every address
  wrongKey: { burst: 200, perSecond: 2 },
  apiKey: { burst: 300, perSecond: 50 },
  person: { burst: 120, perSecond: 20 },
}

/** Who calls from an address. A network of IPv6 is one caller: whoever has one address in it has all of them. */
export function callerOf(ip: string): string {
  const [, mapped] = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(ip) ?? []
  if (mapped) return mapped
  if (!isIPv6(ip)) return ip
  const [head = '', tail] = ip.split('::')
  const [left, right] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean))
  const between = Array<string>(Math.max(0, 8 - (left?.length ?? 0) - (right?.length ?? 0))).fill('0')
  const groups = [...(left ?? []), ...between, ...(right ?? [])].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

const MOST_BUCKETS = 50_000

/** Token buckets: each call takes one; an empty bucket says when to come back. */
export function makeLimiter(rates: Rates, clock: Clock) {
  const buckets = new Map<string, { left: number; at: number }>()

  function sweep() {
    for (const [key, bucket] of buckets) {
      const rate = rates[key.slice(0, key.indexOf(' ')) as keyof Rates]
      if (bucket.left + ((clock() - bucket.at) / 1000) * rate.perSecond >= rate.burst) buckets.delete(key)
    }
    // a flood from many addresses: forgetting the oldest costs less than the memory
    for (const key of buckets.keys()) {
      if (buckets.size < MOST_BUCKETS) break
      buckets.delete(key)
    }
  }

  return function take(kind: keyof Rates, caller: string): void {
    const { burst, perSecond } = rates[kind]
    const key = `${kind} ${caller}`
    const now = clock()
    const known = buckets.get(key)
    const left = Math.min(burst, known ? known.left + (Math.max(0, now - known.at) / 1000) * perSecond : burst)
    if (left < 1) {
      const seconds = Math.ceil((1 - left) / perSecond)
      throw new Turned(429, 'too_many_requests', 'Too many requests', `Slow down and try again in ${seconds} s.`, {
        'retry-after': String(seconds),
      })
    }
    buckets.delete(key)
    buckets.set(key, { left: left - 1, at: now })
    if (buckets.size > MOST_BUCKETS) sweep()
  }
}
export type Limiter = ReturnType<typeof makeLimiter>
