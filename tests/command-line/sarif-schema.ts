import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'

/** The schema that was published with SARIF 2.1.0. It is of an early draft of JSON Schema, whose own name is left out. */
const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(path, 'utf8'))
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
ajv.addFormat('uri', text => URL.canParse(text))
ajv.addFormat('uri-reference', /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[\dA-Fa-f]{2})*$/)
ajv.addFormat('date-time', text => !Number.isNaN(Date.parse(text)))
const validate = ajv.compile(schema)

/** Why a log does not fit the schema; nothing where it does. */
export function sarifTrouble(log: unknown): string[] {
  validate(log)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
