import { piecesOf } from './links.ts'

/** WhatsApp's own markup: *bold*, _italic_, ~struck~, and links to tap. */
export function WrittenWords({ text, open }: { text: string; open: (uri: string) => void }) {
  return (
    <p>
      {piecesOf(text).map((piece, index) =>
        piece.isLink ? (
          <button type="button" class="link" key={`${index} ${piece.text}`} onClick={() => open(piece.text)}>
            {piece.text}
          </button>
        ) : (
          <Marked key={`${index} ${piece.text}`} text={piece.text} />
        ),
      )}
    </p>
  )
}

const MARKED = /(\*[^*\n]+\*|_[^_\n]+_|~[^~\n]+~)/

function Marked({ text }: { text: string }) {
  return (
    <>
      {text.split(MARKED).map((piece) => {
        const inner = piece.slice(1, -1)
        if (!MARKED.test(piece)) return piece
        if (piece.startsWith('*')) return <b>{inner}</b>
        return piece.startsWith('_') ? <i>{inner}</i> : <s>{inner}</s>
      })}
    </>
  )
}
