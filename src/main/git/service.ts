import { Errors } from 'isomorphic-git'
import type { GitHttp } from './http.ts'
import type { Question } from './question.ts'

/** What git asks of a server: to give, and to take. */
export type Service = 'git-upload-pack' | 'git-receive-pack'

type Headers = Record<string, string>

/** What a server says of itself before anything is asked of it. */
export async function askAdvertised(
  http: GitHttp,
  line: Question,
  service: Service,
  headers: Headers = {},
): Promise<Buffer> {
  const answer = await http.request({
    url: `${line.address.url}/info/refs?service=${service}`,
    headers: { ...headersOf(line), ...headers },
  })
  return collected(await bodyOf(answer, `application/x-${service}-advertisement`))
}

/** Asks something of it, and answers with what comes. */
export async function askService(
  http: GitHttp,
  line: Question,
  service: Service,
  body: AsyncIterableIterator<Uint8Array>,
  headers: Headers = {},
): Promise<AsyncIterable<Uint8Array>> {
  const answer = await http.request({
    url: `${line.address.url}/${service}`,
    method: 'POST',
    headers: {
      ...headersOf(line),
      ...headers,
      'content-type': `application/x-${service}-request`,
      accept: `application/x-${service}-result`,
    },
    body,
  })
  return bodyOf(answer, `application/x-${service}-result`)
}

export async function collected(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const said: Uint8Array[] = []
  for await (const part of body) said.push(part)
  return Buffer.concat(said)
}

type Answer = Awaited<ReturnType<GitHttp['request']>>

async function bodyOf(answer: Answer, type: string): Promise<AsyncIterable<Uint8Array>> {
  const body = answer.body ?? inOrder(Buffer.alloc(0))
  if (answer.statusCode === 200 && answer.headers?.['content-type'] === type) return body
  const preview = (await collected(body)).toString('utf8', 0, 256)
  if (answer.statusCode !== 200) throw new Errors.HttpError(answer.statusCode, answer.statusMessage, preview)
  throw new Errors.SmartHttpError(preview, preview)
}

function headersOf({ address, auth }: Question): Headers {
  if (auth === null) return {}
  return { Authorization: `Basic ${Buffer.from(`${address.username}:${auth.token}`).toString('base64')}` }
}

/** These as they are asked for. */
export async function* inOrder(
  ...parts: readonly (Uint8Array | AsyncIterable<Uint8Array>)[]
): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    if (part instanceof Uint8Array) yield part
    else yield* part
  }
}
