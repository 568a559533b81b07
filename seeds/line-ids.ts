/** Catalogues shorten LINE ids: U7003 stands for the letter and 32 digits. */
export const paddedLineId = (short: string): string => `U${short.replace(/^U/, '').padStart(32, '0')}`
