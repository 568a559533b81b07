import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { text as all } from 'node:stream/consumers'

const CTRL_C = '\u0003'
const CTRL_D = '\u0004'
const BACKSPACE = /[\b\u007f]/

/** Asks a person at the keyboard; without one, the flag is needed. */
export async function ask(question: string, flag: string): Promise<string> {
  mustBeTerminal(flag)
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await lines.question(`${question}: `)).trim()
  } finally {
    lines.close()
  }
}

/** The same without showing what is typed or pasted. A line break inside a paste belongs to it; Enter alone ends it. */
export async function askSecret(question: string, flag: string): Promise<string> {
  mustBeTerminal(flag)
  const { stdin, stderr } = process
  stderr.write(`${question} (is not shown): `)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  try {
    return await new Promise<string>((answer, failed) => {
      let typed = ''
      stdin.on('data', (chunk: string) => {
        if (chunk.includes(CTRL_C)) return failed(new Error('Stopped.'))
        for (const key of BACKSPACE.test(chunk) ? chunk : [chunk])
          typed = BACKSPACE.test(key) ? typed.slice(0, -1) : typed + key
        if (/[\r\n]$/.test(chunk) || chunk.includes(CTRL_D)) answer(typed.replace(CTRL_D, ''))
      })
    })
  } finally {
    stdin.removeAllListeners('data')
    stdin.setRawMode(false)
    stdin.pause()
    stderr.write('\n')
  }
}

function mustBeTerminal(flag: string): void {
  if (!process.stdin.isTTY) throw new Error(`${flag} is needed: there is no terminal to ask on.`)
}

export type SecretSource = { name: string; file: string | undefined; flag: string }

/**
 * Secrets from where they leave no trace: files, standard input (a line each, in the order asked for), or a prompt that does not show them.
 * Never from the command line, which stands in the shell's history and in everybody's list of processes.
 */
export async function readSecrets(sources: SecretSource[], it: { stdin: boolean }): Promise<string[]> {
  const piped = it.stdin ? (await all(process.stdin)).split('\n').filter((line) => line.trim() !== '') : []
  const missing = sources.filter((source) => !source.file)
  if (it.stdin && piped.length !== missing.length)
    throw new Error(`Standard input has ${piped.length} lines; needed: ${missing.map((one) => one.name).join(', ')}.`)
  const secrets: string[] = []
  for (const { name, file, flag } of sources)
    secrets.push(file ? readFileSync(file, 'utf8') : (piped.shift() ?? (await askSecret(name, `${flag} or --stdin`))))
  return secrets
}
