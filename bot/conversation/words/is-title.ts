/** Between two words there must be something: were a word divisible, HELPPPP… would be tried in all its divisions. */
const TITLE = /^\p{Lu}[\p{L}'’.-]*(?:[\s,]+\p{Lu}[\p{L}'’.-]*)*[\s,]*$/u

/** 'Lam Luk Ka': a name, whatever its letters are. */
export const isTitle = (said: string): boolean => said.length <= 60 && TITLE.test(said.trim())
