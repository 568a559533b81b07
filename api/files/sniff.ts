import { fileTypeFromBuffer } from 'file-type'

/** What a file is, by its bytes; why it is not kept, when it is not. What the sender says it is counts for nothing. */
export type Sniffed = { contentType: string; refused?: 'program' | 'empty' }

const PROGRAMS = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/java-vm',
  'application/x.ms.shortcut',
  'application/x-google-chrome-extension',
  'application/vnd.android.package-archive',
  'application/x-deb',
  'application/x-rpm',
  'application/wasm',
])

/** A page or a drawing can carry a script: its bytes are kept, its type is not, so that no browser ever opens it as one. */
const PAGE = /^\s*(?:<!--|<\?xml|<!doctype|<html|<head|<body|<script|<svg|<iframe|<table|<math)/i
const SCRIPT = /^#!|^@echo off|^\s*<\?php/i
const OPAQUE = 'application/octet-stream'

export async function sniff(bytes: Buffer): Promise<Sniffed> {
  if (bytes.length === 0) return { contentType: OPAQUE, refused: 'empty' }
  const found = await fileTypeFromBuffer(bytes)
  if (found && PROGRAMS.has(found.mime)) return { contentType: found.mime, refused: 'program' }
  if (found && !/xml|svg|html|javascript/.test(found.mime)) return { contentType: found.mime }
  const head = bytes
    .subarray(0, 4_096)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
  if (SCRIPT.test(head)) return { contentType: OPAQUE, refused: 'program' }
  if (found || PAGE.test(head)) return { contentType: OPAQUE }
  return { contentType: isPlainText(bytes) ? 'text/plain' : OPAQUE }
}

/** UTF-8 without control characters: a list, a log, a letter. */
function isPlainText(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 64_000)
  // the cut may go through a character: up to three bytes of one
  const whole = [0, 1, 2, 3].some((less) => isUtf8(head.subarray(0, head.length - less)))
  return whole && head.every((byte) => byte >= 0x20 || [0x09, 0x0a, 0x0b, 0x0c, 0x0d].includes(byte))
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
