/** What a query failed with as Postgres said it, code and all: Objection hands it on inside an error of its own, which has its words and no code. */
export const asPostgresSaid = (trouble: Error): Error & { code?: unknown; constraint?: unknown; table?: unknown } =>
  'nativeError' in trouble && trouble.nativeError instanceof Error ? trouble.nativeError : trouble
