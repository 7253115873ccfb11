import type { LiveState } from '../../shared/contract/index.ts'
import { ago, dayAndTime } from '../words/dates.ts'

function looked({ lookedAt }: { lookedAt?: string | undefined }, now: Date, zone?: string): string {
  return lookedAt === undefined ? '' : ` Signpost last looked ${ago(lookedAt, now, zone)}.`
}

/** “Live” is only said of what was read back from the web; sent, waiting and failed are said as what they are. */
export function liveWords(state: LiveState, now: Date, zone?: string): { sentence: string } {
  switch (state.kind) {
    case 'never':
      return { sentence: 'Nothing has been published from here yet.' }
    case 'building':
      return { sentence: 'Publishing now.' }
    case 'sent':
      return {
        sentence: `Sent ${dayAndTime(state.at, now, zone)}, and not yet seen on the web.${looked(state, now, zone)}`,
      }
    case 'live':
      return {
        sentence: `Live since ${dayAndTime(state.at, now, zone)}, read back from the web ${ago(state.checkedAt, now, zone)}.`,
      }
    case 'failed':
      return { sentence: `${state.stillLive}${looked(state, now, zone)}` }
  }
}
