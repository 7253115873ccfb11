import type { Refusal } from '../../shared/outcome.ts'
import type { GrowingReport, Sums } from './growing-report.ts'

/** `{ files, summary, notSeen }`; one that was broken off says why, as `refused`. */
export function checkInJson(): GrowingReport {
  let files = 0
  const opening = () => (files === 0 ? '{\n  "files": [' : '')
  const closing = (more: Sums & { refused?: Pick<Refusal, 'code' | 'sentence' | 'nextStep'> }) =>
    `${opening()}${files === 0 ? '' : '\n  '}],\n${JSON.stringify(more, null, 2).slice('{\n'.length)}\n`
  return {
    file(report) {
      const text = `${opening()}${files === 0 ? '' : ','}\n${indented(report)}`
      files += 1
      return text
    },
    end: ({ summary, notSeen }) => closing({ summary, notSeen }),
    brokenOff: ({ code, sentence, nextStep }, { summary, notSeen }) =>
      closing({ summary, notSeen, refused: { code, sentence, nextStep } }),
  }
}

/** As it stands in a list inside of an object. A line feed is never inside a string of JSON; U+2028, a line end to `^`, may be. */
function indented(value: unknown): string {
  return `    ${JSON.stringify(value, null, 2).replaceAll('\n', '\n    ')}`
}
