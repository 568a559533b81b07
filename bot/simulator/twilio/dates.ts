/** Twilio's dates: `Fri, 20 Nov 2026 03:00:00 +0000`. */
export const rfc2822 = (ms: number): string => new Date(ms).toUTCString().replace('GMT', '+0000')
