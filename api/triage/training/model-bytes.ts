import type { Ctx } from '../../context.ts'

const PIECE = 256 * 1024

/** The bytes of a stored model, read in pieces: as one answer of the database its megabytes would stand in memory several times over, and the memory stay taken. */
export async function modelBytes(ctx: Ctx, id: string): Promise<Buffer> {
  let bytes = Buffer.alloc(0)
  for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
    const { rows } = (await ctx.trx.raw(
      'select substring(model from ? for ?) as piece, octet_length(model) as size from triage_models where id = ?',
      [at + 1, PIECE, id],
    )) as { rows: { piece: Buffer; size: number }[] }
    const [row] = rows
    if (!row) throw new Error(`No triage model ${id}`)
    if (at === 0) bytes = Buffer.alloc(row.size)
    row.piece.copy(bytes, at)
  }
  return bytes
}
