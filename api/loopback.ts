/** `localhost`, and the addresses that lead no further than this machine. */
export const isLoopback = (name: string): boolean =>
  name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name)

/** The name in a Host header, without its port; '' where there is none. */
export function nameIn(host: string | undefined): string {
  const [, address, name] = /^(?:\[([^\]]+)\]|([^:]+))(?::\d+)?$/.exec(host?.toLowerCase() ?? '') ?? []
  return address ?? name ?? ''
}
