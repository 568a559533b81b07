/** Milliseconds since 1970, UTC. What decides when something is due is the database's desk_now(), never this. */
export type Clock = () => number

export const systemClock: Clock = () => Date.now()
