let base = 'http://localhost:3000'

/** Where people reach the desk: links use it, never the Host header of a request. */
export function usePublicUrl(url: string): void {
  base = url.replace(/\/+$/, '')
}

/** The address of a path of ours, for a person. */
export const publicUrl = (path = ''): string => `${base}${path}`
