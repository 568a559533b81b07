import type { FileView } from '../../api/files/schema.ts'
import type { Language } from '../../api/tenants/schema.ts'
import { copyIn } from '../copy/copy.ts'
import { clockTime, weekday } from '../copy/formats.ts'

type Shown = { language: Language; title: string | undefined; files: FileView[]; zone: string }

/** Part of the page and, by its hash, of what the page may do: it is written out unchanged. */
export const STYLE = `
:root { color-scheme: light dark }
body { margin: 0; padding: 16px; font: 16px/1.5 system-ui, sans-serif; background: #fffaf6; color: #000000 }
main { max-width: 640px; margin: 0 auto; display: grid; gap: 16px }
h1 { margin: 0; font-size: 20px }
figure { margin: 0; padding: 12px; border: 1px solid #fde8bd; border-radius: 16px; background: #ffffff; display: grid; gap: 8px }
img, video { max-width: 100%; height: auto; border-radius: 8px; justify-self: center }
audio { width: 100% }
blockquote { margin: 0; overflow-wrap: anywhere }
figcaption { display: flex; flex-wrap: wrap; gap: 4px 12px; justify-content: space-between; font-size: 14px; overflow-wrap: anywhere }
a { color: #473b30; font-weight: 600; padding: 8px 0 }
@media (prefers-color-scheme: dark) { body { background: #000000; color: #ffffff } figure { border-color: #937058; background: #473b30 } a { color: #fde8bd } }
`

/** Plain HTML: it opens in LINE's own browser, on any phone, and runs nothing. */
export function galleryPage({ language, title, files, zone }: Shown): string {
  const { gallery } = copyIn(language)
  const heading = title ?? gallery.gone
  const shown = files.filter((it) => it.state !== 'gone')
  const body =
    title === undefined
      ? ''
      : shown.length > 0
        ? shown.map((it) => figure(it, language, zone)).join('\n')
        : `<p>${plain(gallery.none)}</p>`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plain(heading)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${plain(heading)}</h1>
${body}
</main>
</body>
</html>
`
}

function figure(it: FileView, language: Language, zone: string): string {
  const { gallery } = copyIn(language)
  const sentAt = new Date(it.sentAt)
  const at = `${weekday(sentAt, language, zone)} ${clockTime(sentAt, language, zone)}`
  const name = it.name ?? gallery.kind[it.kind]
  // Whoever opened the page by another address than the public one may load from that one only.
  const url = it.url && new URL(it.url).pathname
  const about = url
    ? `<a href="${plain(url)}">${plain(gallery.save)}</a>`
    : `<span>${plain(it.state === 'waiting' ? gallery.waiting : gallery.notKept)}</span>`
  return `<figure>
${url ? look(it, url, name) : ''}
${it.heard ? `<blockquote>🎤 ${plain(it.heard)}</blockquote>` : ''}
<figcaption><span>${plain(name)} · ${plain(at)}</span>${about}</figcaption>
</figure>`
}

/** What a browser can show by itself. By the type we found in the bytes, never by the one that was claimed. */
function look(it: FileView, url: string, name: string): string {
  if (/^image\/(?:png|jpeg|gif|webp|avif|apng)$/.test(it.contentType ?? ''))
    return `<img src="${plain(url)}" alt="${plain(name)}" loading="lazy">`
  if (it.contentType?.startsWith('video/')) return `<video src="${plain(url)}" controls preload="metadata"></video>`
  if (it.contentType?.startsWith('audio/')) return `<audio src="${plain(url)}" controls preload="metadata"></audio>`
  return ''
}

const plain = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
