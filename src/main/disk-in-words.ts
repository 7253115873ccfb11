import { os } from '@orpc/server'
import { isRefusal, type Refusal } from '../shared/outcome.ts'
import { diskTrouble } from './files/index.ts'

/**
 * A disk that fails is met wherever something is read, also by what has no answer for it. At the last door before the window
 * it becomes one, where the contract has a place for it; the window has words of its own for everything else.
 */
export const diskInWords = os.middleware(async ({ next, procedure }, _input, output) => {
  try {
    return await next()
  } catch (error) {
    const refusal = diskTrouble(error)
    if (refusal === null || !(await mayAnswer(procedure['~orpc'].outputSchema, refusal))) throw error
    return output(refusal)
  }
})

type Schema = Parameters<Parameters<typeof os.middleware>[0]>[0]['procedure']['~orpc']['outputSchema']

async function mayAnswer(schema: Schema, refusal: Refusal): Promise<boolean> {
  const read = await schema?.['~standard'].validate(refusal)
  return read !== undefined && read.issues === undefined && isRefusal(read.value)
}
